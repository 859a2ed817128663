"""What stands for values that are not shown."""

MASKED = "******"
"""For a plain value that is seen only after saying what for."""
CHANGED = "•"
"""In a history, for a value of which only that it changed is told."""
