"""People's concerns over HTTP."""

from jingwei.domains.concerns.api.concerns import router

__all__ = ["router"]
