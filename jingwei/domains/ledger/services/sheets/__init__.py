"""The ledger as sheets: the code table, components and resources, in and out."""

from jingwei.domains.ledger.services.sheets.components import COMPONENT_SHEET
from jingwei.domains.ledger.services.sheets.kinds import COMPONENT_KIND_SHEET
from jingwei.domains.ledger.services.sheets.resources import RESOURCE_SHEET

__all__ = ["COMPONENT_KIND_SHEET", "COMPONENT_SHEET", "RESOURCE_SHEET"]
