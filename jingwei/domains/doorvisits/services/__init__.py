"""Publishing what is asked at the door, and writing answers into the ledgers."""
