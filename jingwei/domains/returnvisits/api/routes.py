"""The one router of return visits."""

from ninja import Router

router = Router(tags=["returnvisits"])
