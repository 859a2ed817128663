"""Organisations and places as they are gone round for: what is due, how many are fresh, and that they stand unchanged."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from jingwei.domains.dwellings.contracts import HouseCard
from jingwei.domains.dwellings.queries.doors import read_door
from jingwei.domains.dwellings.queries.houses import house_cards
from jingwei.domains.organisations.contracts import OrganisationKind
from jingwei.domains.organisations.models import Organisation
from jingwei.domains.organisations.services.changing import confirm_organisation
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.forms.contracts import RecordAtDoor
from jingwei.foundation.forms.queries.due import due_in, fresh_counts, in_use


class OrganisationsToSee:
    """One of the four kinds (``freshness.FreshKind``). Nobody who may not see organisations is told of any."""

    def __init__(self, kind: OrganisationKind) -> None:
        self.key = kind.form_kind
        self._own = Q(kind=kind.value)

    def due(
        self, actor: Actor, scope_code: str, *, on: date, after: tuple[date, UUID] | None, size: int
    ) -> Sequence[RecordAtDoor]:
        rows = due_in(Organisation, actor, scope_code, on=on, after=after, size=size, among=self._own)
        return _at_doors(actor, rows)

    def standing(self, actor: Actor, ids: Collection[UUID]) -> Sequence[RecordAtDoor]:
        if not is_permitted(actor, Permission.VIEW_ORGANISATIONS):
            return []
        return _at_doors(actor, in_use(Organisation, actor, ids))

    def counts(
        self, actor: Actor, scope_codes: Collection[str], *, on: date
    ) -> Mapping[str, tuple[int, int]]:
        return fresh_counts(Organisation, actor, scope_codes, on=on, among=self._own)

    def confirm(self, actor: Actor, ids: Sequence[UUID], *, source: str, at: datetime) -> None:
        """Raises: OrganisationNotFound, NotOpen."""
        for organisation_id in ids:
            confirm_organisation(actor, organisation_id, source=source, at=at)


def _at_doors(actor: Actor, rows: Sequence[Organisation]) -> list[RecordAtDoor]:
    cards = house_cards(actor, {row.house_id for row in rows if row.house_id is not None})
    return [_at_door(row, cards.get(row.house_id)) for row in rows]


def _at_door(row: Organisation, card: HouseCard | None) -> RecordAtDoor:
    """Behind the door of its house; else behind that of its address."""
    door = card if card is not None else read_door(row.address, row.scope_code)
    return RecordAtDoor(
        kind=OrganisationKind(row.kind).form_kind,
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


ORGANISATIONS_TO_SEE = tuple(OrganisationsToSee(kind) for kind in OrganisationKind)
