"""What is decided about officers and teams."""
