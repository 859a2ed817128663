"""Importing and exporting over HTTP."""

from jingwei.foundation.imports.api.imports import router

__all__ = ["router"]
