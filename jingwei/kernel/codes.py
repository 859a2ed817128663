"""Territory codes: prefixes of each other, so that jurisdiction is a comparison of prefixes.

Source: GB/T 2260 (province 2, city 4, county 6 digits), statistical codes to the village (township 9,
community 12); a grid appends three digits to its community. Domain notes: docs/glossary.csv.
"""

from dataclasses import dataclass
from enum import IntEnum

from jingwei.kernel.errors import Invalid


class Level(IntEnum):
    """Five levels of territory; the value is the length of the level's code."""

    CITY = 4
    COUNTY = 6
    TOWNSHIP = 9
    COMMUNITY = 12
    GRID = 15

    @property
    def label(self) -> str:
        return LEVEL_LABELS[self]

    @property
    def above(self) -> "Level | None":
        """The next level up, or None at the city."""
        order = list(Level)
        at = order.index(self)
        return order[at - 1] if at else None


LEVEL_LABELS = {
    Level.CITY: "市",
    Level.COUNTY: "区县",
    Level.TOWNSHIP: "乡镇街道",
    Level.COMMUNITY: "村社区",
    Level.GRID: "网格",
}


class BadCode(Invalid):
    code = "areas.bad_code"
    message = "区划代码“{value}”不正确：应为4、6、9、12或15位数字。"
    message_en = "The area code “{value}” is not valid: 4, 6, 9, 12 or 15 digits are expected."


def level_of(code: str) -> Level:
    """The level a code belongs to. Raises: BadCode."""
    if not (code.isascii() and code.isdigit()):
        raise BadCode(value=code)
    try:
        return Level(len(code))
    except ValueError:
        raise BadCode(value=code) from None


def ancestor(code: str, level: Level) -> str | None:
    """The code's own or higher part at ``level``; None where the code does not reach that far down."""
    return code[:level] if len(code) >= level else None


def parent_of(code: str) -> str | None:
    """The code one level up, or None for a city."""
    above = level_of(code).above
    return code[:above] if above else None


def lies_within(code: str, scope: str) -> bool:
    """Whether ``code`` is ``scope`` itself or part of it. An empty scope contains nothing."""
    return bool(scope) and code.startswith(scope)


@dataclass(frozen=True, slots=True)
class AreaCodes:
    """The ancestor columns that a row with a place carries."""

    city: str
    county: str | None
    township: str | None
    community: str | None
    grid: str | None
    scope: str

    @property
    def columns(self) -> dict[str, str | None]:
        """By the columns' names: the one place that knows how a row says where it lies."""
        return {
            "city_code": self.city,
            "county_code": self.county,
            "township_code": self.township,
            "community_code": self.community,
            "grid_code": self.grid,
            "scope_code": self.scope,
        }


def ancestor_codes(code: str) -> AreaCodes:
    """Split a code of any level into the columns stored on rows. Raises: BadCode."""
    level_of(code)
    return AreaCodes(
        city=code[: Level.CITY],
        county=ancestor(code, Level.COUNTY),
        township=ancestor(code, Level.TOWNSHIP),
        community=ancestor(code, Level.COMMUNITY),
        grid=ancestor(code, Level.GRID),
        scope=code,
    )
