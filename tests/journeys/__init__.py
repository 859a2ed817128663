"""Whole loops through HTTP: real servers, real sign-ins, real messages."""
