"""What the sheets of components and resources have in common: positions, units, and where a row stands."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from uuid import UUID

from jingwei.domains.ledger.services.placing import Standing, standing_at
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import units_known, units_within
from jingwei.foundation.imports.contracts import Column, Fault, Row, decimal, one_of
from jingwei.kernel.errors import DomainError
from jingwei.kernel.geo import Datum, position

DATUM_WORDS = {
    "WGS-84": Datum.WGS84,
    "CGCS2000": Datum.CGCS2000,
    "国家2000": Datum.CGCS2000,
    "GCJ-02": Datum.GCJ02,
    "高德": Datum.GCJ02,
    "BD-09": Datum.BD09,
    "百度": Datum.BD09,
    "wgs84": Datum.WGS84,
    "gcj02": Datum.GCJ02,
    "bd09": Datum.BD09,
}
POSITION_COLUMNS = (
    Column(
        name="lon",
        label_zh="经度",
        label_en="Longitude",
        parse=decimal(Decimal(-180), Decimal(180)),
        required=True,
        aliases=("lng", "longitude", "X", "x"),
        example="112.305",
    ),
    Column(
        name="lat",
        label_zh="纬度",
        label_en="Latitude",
        parse=decimal(Decimal(-90), Decimal(90)),
        required=True,
        aliases=("latitude", "Y", "y"),
        example="28.505",
    ),
)
DATUM_OPTION = Column(
    name="datum",
    label_zh="坐标系",
    label_en="Datum",
    parse=one_of(DATUM_WORDS),
    required=True,
    example="WGS-84",
    note_zh="整个文件用同一种：WGS-84、CGCS2000、GCJ-02（高德、腾讯）或 BD-09（百度）。换算一次，原值保留",
    note_en="one for the whole file; converted once, the original is kept",
)


def standing_of(actor: Actor, row: Row, datum: Datum) -> Standing:
    """Raises: BadPosition, OutsideCity, OutsideOwnArea."""
    return standing_at(actor, position(float(row.values["lon"]), float(row.values["lat"]), datum=datum))


def place_faults(actor: Actor, row: Row, datum: Datum) -> list[Fault]:
    """Why a row cannot stand where it says."""
    if row.values["lon"] is None or row.values["lat"] is None:
        return []
    try:
        standing_of(actor, row, datum)
    except DomainError as refused:
        return [Fault("lon", refused.text, refused.text_en)]
    return []


def units_by_word(words: Iterable[str | None]) -> Mapping[str, UUID]:
    """Units of the platform by their code or exact name; who has no account here stays a name."""
    found: dict[str, UUID] = {}
    for word in {one for one in words if one}:
        known = units_known(codes=[word])
        named = known or [
            unit
            for unit in units_within(None, kind=None, limit=20, cursor=None, words=word).rows
            if unit.name == word
        ]
        if len(named) == 1:
            found[word] = named[0].unit_id
    return found
