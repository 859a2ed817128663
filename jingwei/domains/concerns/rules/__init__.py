"""What is decided about notes of people's concerns."""
