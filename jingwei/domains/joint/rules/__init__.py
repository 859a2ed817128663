"""Decisions of joint work: who has come where, what a meeting may decide, what is refused."""
