"""Benchmarks: `./jw bench NAME [--full]`. Each measures against a reference in the same run."""
