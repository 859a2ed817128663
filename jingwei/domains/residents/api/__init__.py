"""Residents over HTTP."""

from jingwei.domains.residents.api import doubles, households, mine, people, printing, requests
from jingwei.domains.residents.api.routes import router

__all__ = ["doubles", "households", "mine", "people", "printing", "requests", "router"]
