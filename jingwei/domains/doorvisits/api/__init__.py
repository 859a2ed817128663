"""Visits at the door over HTTP, and the forms they ask by."""

from jingwei.domains.doorvisits.api import forms, visits
from jingwei.domains.doorvisits.api.routes import router

__all__ = ["forms", "router", "visits"]
