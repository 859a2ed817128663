"""The one router of the map."""

from ninja import Router

router = Router(tags=["map"])
