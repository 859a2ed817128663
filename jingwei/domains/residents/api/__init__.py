"""Residents over HTTP."""

from jingwei.domains.residents.api import households, mine, people, requests
from jingwei.domains.residents.api.routes import router

__all__ = ["households", "mine", "people", "requests", "router"]
