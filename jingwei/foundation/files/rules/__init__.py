"""What may come in, what must be masked, what may go out."""
