"""The one router: operations of the same address must stand on the same router to be found."""

from ninja import Router

router = Router(tags=["incidents"])
