"""The one router of officers and teams."""

from ninja import Router

router = Router(tags=["workforce"])
