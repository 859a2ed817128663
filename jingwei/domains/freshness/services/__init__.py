"""What is done about records that are due."""
