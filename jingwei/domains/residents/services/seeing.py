"""Residents as they are gone round for: what is due, how many are fresh, and that somebody was met unchanged."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from jingwei.domains.dwellings.contracts import HouseCard
from jingwei.domains.dwellings.queries.doors import read_door
from jingwei.domains.dwellings.queries.houses import house_cards
from jingwei.domains.residents.contracts import RESIDENT
from jingwei.domains.residents.models import Resident
from jingwei.domains.residents.services.changing import confirm_resident
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.forms.contracts import RecordAtDoor
from jingwei.foundation.forms.queries.due import due_in, fresh_counts, in_use


class ResidentsToSee:
    """The kind (``freshness.FreshKind``). Nobody who may not see residents is told of any."""

    key = RESIDENT

    def due(
        self, actor: Actor, scope_code: str, *, on: date, after: tuple[date, UUID] | None, size: int
    ) -> Sequence[RecordAtDoor]:
        return _at_doors(actor, due_in(Resident, actor, scope_code, on=on, after=after, size=size))

    def standing(self, actor: Actor, ids: Collection[UUID]) -> Sequence[RecordAtDoor]:
        if not is_permitted(actor, Permission.VIEW_RESIDENTS):
            return []
        return _at_doors(actor, in_use(Resident, actor, ids))

    def counts(
        self, actor: Actor, scope_codes: Collection[str], *, on: date
    ) -> Mapping[str, tuple[int, int]]:
        return fresh_counts(Resident, actor, scope_codes, on=on)

    def confirm(self, actor: Actor, ids: Sequence[UUID], *, source: str, at: datetime) -> None:
        """Raises: ResidentNotFound, RecordEnded."""
        for resident_id in ids:
            confirm_resident(actor, resident_id, source=source, at=at)


def _at_doors(actor: Actor, rows: Sequence[Resident]) -> list[RecordAtDoor]:
    cards = house_cards(actor, {row.house_id for row in rows if row.house_id is not None})
    return [_at_door(row, cards.get(row.house_id)) for row in rows]


def _at_door(row: Resident, card: HouseCard | None) -> RecordAtDoor:
    """Behind the door of their house; else behind that of their address."""
    door = card if card is not None else read_door(row.address, row.scope_code)
    return RecordAtDoor(
        kind=RESIDENT,
        record_id=row.pk,
        label=row.name,
        stem=door.stem,
        stands_at=door.stands_at,
        address=row.address,
        sort=door.sort,
        building_id=card.building_id if card is not None else None,
        house_id=row.house_id,
        due_on=row.due_on,
        seen_at=row.seen_at,
    )


RESIDENTS_TO_SEE = ResidentsToSee()
