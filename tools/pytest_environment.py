"""Lets a bare `pytest` find this checkout's database and keys, as `./jw test` does."""

from tools import environment

environment.load()
