"""Buildings and houses to take along."""

from jingwei.domains.dwellings.services.sources.buildings import BUILDING_SOURCE
from jingwei.domains.dwellings.services.sources.houses import HOUSE_SOURCE

__all__ = ["BUILDING_SOURCE", "HOUSE_SOURCE"]
