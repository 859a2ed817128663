"""The one router of organisations and places."""

from ninja import Router

router = Router(tags=["organisations"])
