"""Items and duties over HTTP: a router each."""
