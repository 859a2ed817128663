"""Organisations and places over HTTP."""

from jingwei.domains.organisations.api import records
from jingwei.domains.organisations.api.routes import router

__all__ = ["records", "router"]
