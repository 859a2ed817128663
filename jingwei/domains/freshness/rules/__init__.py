"""What holds of going round."""
