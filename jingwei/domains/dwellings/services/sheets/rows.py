"""What the sheets of buildings and houses have in common: area names in front of addresses, positions, form fields."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from jingwei.domains.dwellings.models import Door
from jingwei.domains.dwellings.rules.addresses import called, tidy
from jingwei.domains.dwellings.services.keeping import kind_of
from jingwei.domains.dwellings.services.standing import taken
from jingwei.domains.ledger.services.placing import Standing, standing_at
from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.areas.queries import ancestors_of, city_codes, codes_ever_within
from jingwei.foundation.forms.contracts import Form
from jingwei.foundation.imports.contracts import (
    LAT_COLUMN,
    LON_COLUMN,
    Column,
    Context,
    Fault,
    Row,
    name_text,
    text,
)
from jingwei.kernel.errors import DomainError
from jingwei.kernel.geo import position

ADDRESS_COLUMN = Column(
    name="address",
    label_zh="地址",
    label_en="Address",
    parse=text(200),
    required=True,
    aliases=("标准地址", "详细地址", "房屋地址", "楼栋地址", "门牌地址", "坐落"),
    example="人民路12号金山花园3栋",
    note_zh="写到楼栋或室；省市区、街道、社区写不写都可以",
    note_en="down to the building or the room; province to community may stand in front",
)
ALIASES_COLUMN = Column(
    name="aliases",
    label_zh="别名",
    label_en="Other names",
    parse=name_text(200),
    aliases=("曾用名", "曾用地址", "别称"),
    example="老棉纺厂宿舍3栋",
    note_zh="多个用顿号隔开",
    note_en="several are separated by 、",
)
POSITION_COLUMNS = (LON_COLUMN, LAT_COLUMN)
NEEDED_POSITION = tuple(replace(one, required=True) for one in POSITION_COLUMNS)


class AreaNames:
    """Names of the areas of a scope, and of those around them, as addresses begin with them."""

    def __init__(self, scope: str) -> None:
        names: set[str] = set()
        for within in [scope] if scope != ANYWHERE else city_codes():
            names |= {one.name for one in ancestors_of(within)} | set(codes_ever_within(within).values())
        self._names = {word: name for name in names for word in called(tidy(name)) if len(word) > 1}
        self._lengths = sorted({len(word) for word in self._names}, reverse=True)

    def before(self, address: str) -> list[str]:
        """The areas that an address begins with, from the top down."""
        rest, found = tidy(address), []
        while True:
            word = next((rest[:n] for n in self._lengths if len(rest) > n and rest[:n] in self._names), "")
            if not word:
                return found
            found.append(self._names[word])
            rest = rest.removeprefix(word)


@lru_cache(maxsize=8)
def area_names(scope: str, edition: int) -> AreaNames:
    """Kept for an edition of the division: a file asks for them with every few hundred rows."""
    return AreaNames(scope)


def other_names(row: Row) -> list[str]:
    return [
        one.strip()
        for one in (row.values.get("aliases") or "").replace("；", "、").split("、")
        if one.strip()
    ]


def standing_of(actor: Actor, row: Row, context: Context) -> Standing | None:
    """Where a row says that it stands; None where it does not say. Raises: BadPosition, OutsideCity, OutsideOwnArea."""
    lon, lat = row.values.get("lon"), row.values.get("lat")
    if lon is None or lat is None:
        return None
    return standing_at(actor, position(float(lon), float(lat), datum=context.options["datum"]))


def facts_of(form: Form, row: Row) -> dict[str, object]:
    """The form's fields of a row; an empty cell says nothing."""
    keys = {one.key for one in form.fields}
    return {key: value for key, value in row.values.items() if key in keys and value is not None}


def faults_of(refused: DomainError, *, column: str | None) -> list[Fault]:
    """A refusal at its cell: each field of a form that is wrong by itself."""
    faults = refused.data.get("faults") if isinstance(refused.data, Mapping) else None
    if faults:
        return [Fault(one["field"], one["message"], one["message_en"]) for one in faults]
    return [Fault(column, refused.text, refused.text_en)]


def double_faults(made: Sequence[tuple[Row, Any]]) -> dict[int, list[Fault]]:
    """Rows whose address stands in the ledger, or in a row before."""
    found: dict[int, list[Fault]] = {}
    seen: dict[tuple[str | None, str, str], int] = {}
    known = taken([thing for _, thing in made])
    for at, (row, thing) in enumerate(made):
        key = (thing.county_code, thing.stem, thing.tail)
        if at in known:
            found[row.number] = [
                Fault(
                    "address",
                    f"“{thing.address}”在本区县已有登记",
                    f"“{thing.address}” is registered in this county already",
                )
            ]
        elif key in seen:
            found[row.number] = [
                Fault("address", f"与第{seen[key]}行是同一个地址", f"the same address as row {seen[key]}")
            ]
        seen.setdefault(key, row.number)
    return found


def target_of(row: Door) -> str:
    return f"{kind_of(row)}:{row.pk}"
