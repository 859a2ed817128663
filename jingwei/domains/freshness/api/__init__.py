"""Freshness over HTTP."""

from jingwei.domains.freshness.api.freshness import router

__all__ = ["router"]
