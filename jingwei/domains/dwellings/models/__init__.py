"""Tables of buildings and houses."""

from jingwei.domains.dwellings.models.buildings import Building, BuildingChange
from jingwei.domains.dwellings.models.door import Door
from jingwei.domains.dwellings.models.houses import House, HouseChange

__all__ = ["Building", "BuildingChange", "Door", "House", "HouseChange"]
