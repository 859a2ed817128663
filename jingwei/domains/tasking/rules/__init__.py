"""What is decided about tasks from above."""
