"""The one router of joint work."""

from ninja import Router

router = Router(tags=["joint"])
