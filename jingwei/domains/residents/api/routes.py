"""The one router of residents."""

from ninja import Router

router = Router(tags=["residents"])
