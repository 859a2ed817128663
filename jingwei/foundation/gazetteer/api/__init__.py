"""The gazetteer over HTTP."""

from jingwei.foundation.gazetteer.api import finding, keeping
from jingwei.foundation.gazetteer.api.routes import router

__all__ = ["finding", "keeping", "router"]
