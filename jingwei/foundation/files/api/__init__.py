"""Files over HTTP: whole and in pieces."""

from jingwei.foundation.files.api.stored import router

__all__ = ["router"]
