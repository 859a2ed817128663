"""Tables of the ledger."""

from jingwei.domains.ledger.models.components import Component, ComponentEntry, ComponentKind
from jingwei.domains.ledger.models.placed import Entry, Placed
from jingwei.domains.ledger.models.resources import Resource, ResourceEntry, ResourceKind

__all__ = [
    "Component",
    "ComponentEntry",
    "ComponentKind",
    "Entry",
    "Placed",
    "Resource",
    "ResourceEntry",
    "ResourceKind",
]
