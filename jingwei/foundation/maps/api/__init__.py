"""The map over HTTP."""

from jingwei.foundation.maps.api import layers  # noqa: F401  registers its operations
from jingwei.foundation.maps.api.routes import router

__all__ = ["router"]
