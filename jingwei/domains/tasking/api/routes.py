"""The one router of tasks from above."""

from ninja import Router

router = Router(tags=["tasking"])
