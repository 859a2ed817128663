"""Buildings and houses as they are gone round for: what is due, how many are fresh, and that they were found unchanged."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from jingwei.domains.dwellings.contracts import BUILDING, HOUSE
from jingwei.domains.dwellings.models import Building, House
from jingwei.domains.dwellings.rules.addresses import shown
from jingwei.domains.dwellings.services.keeping import kind_of
from jingwei.domains.dwellings.services.life import confirm
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.forms.contracts import RecordAtDoor
from jingwei.foundation.forms.queries.due import due_in, fresh_counts, in_use


class DwellingsToSee:
    """One of the two kinds (``freshness.FreshKind``)."""

    def __init__(self, key: str, model: type[Building] | type[House]) -> None:
        self.key = key
        self._model = model

    def due(
        self, actor: Actor, scope_code: str, *, on: date, after: tuple[date, UUID] | None, size: int
    ) -> Sequence[RecordAtDoor]:
        return [
            _at_door(row) for row in due_in(self._model, actor, scope_code, on=on, after=after, size=size)
        ]

    def standing(self, actor: Actor, ids: Collection[UUID]) -> Sequence[RecordAtDoor]:
        return [_at_door(row) for row in in_use(self._model, actor, ids)]

    def counts(
        self, actor: Actor, scope_codes: Collection[str], *, on: date
    ) -> Mapping[str, tuple[int, int]]:
        return fresh_counts(self._model, actor, scope_codes, on=on)

    def confirm(self, actor: Actor, ids: Sequence[UUID], *, source: str, at: datetime) -> None:
        """Raises: BuildingNotFound, HouseNotFound."""
        if self.key == BUILDING:
            confirm(actor, building_ids=ids, source=source, at=at)
        else:
            confirm(actor, house_ids=ids, source=source, at=at)


def _at_door(row: Building | House) -> RecordAtDoor:
    is_building = isinstance(row, Building)
    stands_at = shown(row.parts.of_building)
    inside = row.address.removeprefix(stands_at)
    return RecordAtDoor(
        kind=kind_of(row),
        record_id=row.pk,
        label=(row.name if isinstance(row, Building) else inside) or row.address,
        stem=row.stem,
        stands_at=stands_at,
        address=row.address,
        sort=row.sort,
        building_id=row.pk if is_building else row.building_id,
        house_id=None if is_building else row.pk,
        due_on=row.due_on,
        seen_at=row.seen_at,
    )


BUILDINGS_TO_SEE = DwellingsToSee(BUILDING, Building)
HOUSES_TO_SEE = DwellingsToSee(HOUSE, House)
