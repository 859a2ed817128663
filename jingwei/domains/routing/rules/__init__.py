"""Decisions about item lists: what a row may hold, when a list comes into force, which item is meant."""

from jingwei.domains.routing.rules.items import Evidence, evidence_of
from jingwei.domains.routing.rules.refusals import ItemUnknown

__all__ = ["Evidence", "ItemUnknown", "evidence_of"]
