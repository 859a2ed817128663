"""What is done to residents' records."""
