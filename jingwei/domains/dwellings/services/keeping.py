"""How buildings and houses are kept: read by their form, changed field by field, each change in the history."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from jingwei.domains.dwellings.contracts import BUILDING, HOUSE
from jingwei.domains.dwellings.models import Building, BuildingChange, Door, House, HouseChange
from jingwei.domains.dwellings.rules.refusals import AlreadyEnded, BuildingNotFound, HouseNotFound
from jingwei.domains.dwellings.services.standing import told_place
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.forms.contracts import Form, Reading
from jingwei.foundation.forms.services.reading import form_of, read_facts
from jingwei.foundation.forms.services.recording import (
    apply,
    changed_only,
    require_no_conflict,
    require_others_free,
)
from jingwei.foundation.records import RecordDeed
from jingwei.kernel.ids import uuid7

TEXT_COLUMNS = {BUILDING: ("name", "structure", "use"), HOUSE: ("use", "tenure")}
PLACE_WORDS = {
    "address": ("地址", "Address"),
    "aliases": ("别名", "Other names"),
    "position": ("位置", "Position"),
}


def kind_of(row: Door) -> str:
    return BUILDING if isinstance(row, Building) else HOUSE


def changes_of(row: Door) -> Any:
    """The history of one row."""
    if isinstance(row, Building):
        return BuildingChange.objects.filter(building_id=row.pk)
    return HouseChange.objects.filter(house_id=row.pk)


def locked_building(actor: Actor, building_id: UUID, *, is_live: bool = True) -> Building:
    """The building, held until the transaction ends. Raises: BuildingNotFound, AlreadyEnded."""
    rows = Building.objects.visible_to(actor).select_for_update(of=("self",))
    row: Building | None = rows.filter(pk=building_id).first()
    if row is None:
        raise BuildingNotFound
    return require_live(row) if is_live else row


def locked_house(actor: Actor, house_id: UUID, *, is_live: bool = True) -> House:
    """The house, held until the transaction ends. Raises: HouseNotFound, AlreadyEnded."""
    rows = House.objects.visible_to(actor).select_for_update(of=("self",))
    row: House | None = rows.filter(pk=house_id).first()
    if row is None:
        raise HouseNotFound
    return require_live(row) if is_live else row


def require_live(row: Any) -> Any:
    """Raises: AlreadyEnded."""
    if row.ended_at is not None:
        raise AlreadyEnded(address=row.address)
    return row


def fill_in(row: Door, given: Mapping[str, object], *, at: datetime, source: str) -> Form:
    """Read what was given for a new row by the form of its kind, and write it. Raises: BadFacts."""
    form = form_of(kind_of(row))
    apply(row, form, read_facts(form, given, is_partial=False), at=at, source=source)
    no_nulls(row)
    return form


def change_facts_of(
    actor: Actor, row: Door, given: Mapping[str, object], place: Mapping[str, str], *, base_version: int
) -> tuple[Form, Reading]:
    """What of the given is new, and in nobody's way. ``place`` are the new words for where it stands.

    Raises: BadFacts, EditConflict, StaleVersion.
    """
    form = form_of(kind_of(row))
    wanted = changed_only(form, row, read_facts(form, given, is_partial=True))
    since = list(changes_of(row).filter(record_version__gt=base_version))
    may_manage = is_permitted(actor, Permission.KEEP_DWELLINGS)
    require_no_conflict(form, row, since, wanted, base_version=base_version, may_manage=may_manage)
    require_others_free(place, told_place(row), since, labels=PLACE_WORDS, version=row.version)
    return form, wanted


def no_nulls(row: Door) -> None:
    """A cleared text is an empty one."""
    for name in TEXT_COLUMNS[kind_of(row)]:
        if getattr(row, name) is None:
            setattr(row, name, "")


def line(
    actor: Actor,
    row: Door,
    deed: RecordDeed,
    *,
    at: datetime,
    source: str,
    remark: str = "",
    facts: Mapping[str, Sequence[object]] | None = None,
) -> Any:
    """One line of a history, not yet saved; the row has its new version."""
    kind, owner = (BuildingChange, "building_id") if isinstance(row, Building) else (HouseChange, "house_id")
    return kind(
        id=uuid7(),
        record_version=row.version,
        deed=deed.value,
        at=at,
        person_id=actor.person_id,
        post_id=actor.post_id,
        unit_id=actor.unit_id,
        actor_name=actor.name,
        source=source,
        remark=remark,
        facts=dict(facts or {}),
        **{owner: row.pk},
    )
