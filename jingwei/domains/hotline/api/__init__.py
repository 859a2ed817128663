"""The hotline over HTTP: seats and calls, what is heard, taking it in, handing over, calling back."""

from jingwei.domains.hotline.api import callbacks, calls, intake, seats
from jingwei.domains.hotline.api.routes import router

__all__ = ["callbacks", "calls", "intake", "router", "seats"]
