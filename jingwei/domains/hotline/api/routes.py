"""The one router of the hotline."""

from ninja import Router

router = Router(tags=["hotline"])
