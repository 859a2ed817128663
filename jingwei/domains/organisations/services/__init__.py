"""What is done to records of organisations and places."""
