"""The one router of the ledger."""

from ninja import Router

router = Router(tags=["ledger"])
