"""Incidents over HTTP: reports and reading, the course, the reporter's own way in, and what is one's own."""

from jingwei.domains.incidents.api import (
    batch,
    course,
    guarding,
    hands,
    keeping,
    near,
    own,
    reading,
    reporting,
    subjects,
    tracked,
    watching,
)
from jingwei.domains.incidents.api.routes import router

__all__ = [
    "batch",
    "course",
    "guarding",
    "hands",
    "keeping",
    "near",
    "own",
    "reading",
    "reporting",
    "router",
    "subjects",
    "tracked",
    "watching",
]
