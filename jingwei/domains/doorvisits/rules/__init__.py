"""What a form may ask, and where each answer goes."""
