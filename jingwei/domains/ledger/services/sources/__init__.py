"""The ledger's lists as sources of exports: the same filters, the same sight."""

from jingwei.domains.ledger.services.sources.components import COMPONENT_SOURCE
from jingwei.domains.ledger.services.sources.resources import RESOURCE_SOURCE

__all__ = ["COMPONENT_SOURCE", "RESOURCE_SOURCE"]
