"""The one router of buildings and houses."""

from ninja import Router

router = Router(tags=["dwellings"])
