"""Incidents over HTTP: reports and reading, the course, and the reporter's own way in."""

from jingwei.domains.incidents.api import batch, course, hands, reading, reporting, watching
from jingwei.domains.incidents.api.routes import router

__all__ = ["batch", "course", "hands", "reading", "reporting", "router", "watching"]
