"""Upkeep of the territory over HTTP: drafts, what was published, the division on any day, the grid standard."""

from ninja import Router

from jingwei.foundation.territory.api import division, drafts, exchange, publications

router = Router()
for part in (drafts, publications, division, exchange):
    router.add_router("", part.router)
