"""The work log over HTTP."""

from jingwei.domains.worklog.api import entries
from jingwei.domains.worklog.api.entries import router

__all__ = ["entries", "router"]
