"""Where live news is had: an ordinary operation that says so, and the stream itself, in a process of its own."""

from jingwei.foundation.live.api.where import router

__all__ = ["router"]
