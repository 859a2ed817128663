"""Tasks from above over HTTP."""

from jingwei.domains.tasking.api import doing, reading
from jingwei.domains.tasking.api.routes import router

__all__ = ["doing", "reading", "router"]
