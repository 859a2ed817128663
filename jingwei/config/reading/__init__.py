"""Reading pages: rendered by the server, without script, for everybody."""
