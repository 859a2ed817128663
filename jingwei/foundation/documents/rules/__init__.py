"""How a document becomes a page that can be printed: pure text, everything said is escaped."""
