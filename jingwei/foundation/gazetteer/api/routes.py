"""The one router of the gazetteer."""

from ninja import Router

router = Router(tags=["gazetteer"])
