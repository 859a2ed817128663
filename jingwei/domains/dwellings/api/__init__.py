"""Buildings and houses over HTTP."""

from jingwei.domains.dwellings.api import buildings, houses
from jingwei.domains.dwellings.api.routes import router

__all__ = ["buildings", "houses", "router"]
