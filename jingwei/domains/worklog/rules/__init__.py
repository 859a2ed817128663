"""What is decided about the work log."""
