"""What is done to buildings and houses."""
