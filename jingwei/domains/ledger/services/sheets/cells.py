"""What the sheets of components and resources have in common: positions, units, and where a row stands."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from jingwei.domains.ledger.services.placing import Standing, standing_at
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import units_known, units_within
from jingwei.foundation.imports.contracts import LAT_COLUMN, LON_COLUMN, Fault, Row
from jingwei.kernel.errors import DomainError
from jingwei.kernel.geo import Datum, position

POSITION_COLUMNS = (replace(LON_COLUMN, required=True), replace(LAT_COLUMN, required=True))


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
