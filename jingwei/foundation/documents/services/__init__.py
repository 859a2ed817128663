"""Making documents: the PDF and the pictures in it."""
