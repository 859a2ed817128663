"""Incidents over HTTP: reports and reading, the course, and the reporter's own way in."""

from jingwei.domains.incidents.api import course, reading, reporting
from jingwei.domains.incidents.api.routes import router

__all__ = ["course", "reading", "reporting", "router"]
