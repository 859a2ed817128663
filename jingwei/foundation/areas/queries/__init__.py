"""Reads of territory. Areas are public facts: they are not scoped."""

from jingwei.foundation.areas.queries.history import (
    AreaVersion,
    DivisionDay,
    areas_on,
    codes_ever_within,
    division_days,
    edition_number,
    open_areas_within,
)
from jingwei.foundation.areas.queries.locating import (
    locate,
    locate_many,
    place_on,
)
from jingwei.foundation.areas.queries.naming import (
    AreaFound,
    ancestors_of,
    area_by_code,
    areas_named,
    children_of,
    city_codes,
    names_of,
    outlines_around,
    path_name,
    path_names,
)

__all__ = [
    "AreaFound",
    "AreaVersion",
    "DivisionDay",
    "ancestors_of",
    "area_by_code",
    "areas_named",
    "areas_on",
    "children_of",
    "city_codes",
    "codes_ever_within",
    "division_days",
    "edition_number",
    "locate",
    "locate_many",
    "names_of",
    "open_areas_within",
    "outlines_around",
    "path_name",
    "path_names",
    "place_on",
]
