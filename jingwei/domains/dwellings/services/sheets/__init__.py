"""Buildings and houses as sheets."""

from jingwei.domains.dwellings.services.sheets.buildings import BUILDING_SHEET
from jingwei.domains.dwellings.services.sheets.houses import HOUSE_SHEET

__all__ = ["BUILDING_SHEET", "HOUSE_SHEET"]
