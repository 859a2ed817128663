"""Looking after places: added, changed, called otherwise, retired with a reason, restored."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.gazetteer.models import Place
from jingwei.foundation.gazetteer.queries.listing import beside
from jingwei.foundation.gazetteer.rules.facts import clean_names, require_name
from jingwei.foundation.gazetteer.rules.kinds import PlaceKind
from jingwei.foundation.gazetteer.rules.refusals import (
    PlaceInUse,
    PlaceKnown,
    PlaceNotFound,
    PlaceRetired,
)
from jingwei.foundation.gazetteer.services.standing import codes_at, lay_keys, stand
from jingwei.foundation.work import work
from jingwei.kernel.errors import StaleVersion
from jingwei.kernel.geo import Position
from jingwei.kernel.ids import uuid7

BY_HAND = "hand"
FACTS = ("name", "kind", "address", "aliases", "former_names")
PLACE_COLUMNS = (
    *("city_code", "county_code", "township_code", "community_code", "grid_code", "scope_code"),
    *("position", "given_lon", "given_lat", "datum"),
)


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What a place is called and what it is. An address is what stands on its sign, never a person's."""

    name: str
    kind: PlaceKind
    address: str = ""
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place to be added. ``source_ref`` is its number where it comes from, if it has one."""

    facts: PlaceFacts
    position: Position
    source: str = BY_HAND
    source_ref: str = ""
    place_id: UUID = field(default_factory=uuid7)
    batch_id: UUID | None = None


def add_place(actor: Actor, new: NewPlace, *, at: datetime) -> Place:
    """Add a place. Raises: BadName, OutsideCity, PlaceOutside, PlaceKnown where it is known by this name already."""
    with work(actor, Permission.MANAGE_LEDGER) as job:
        row = made(actor, new, at=at)
        _require_new(row)
        row.save(force_insert=True)
        lay_keys([row])
        job.record_new(row, act="add", name=row.name, kind=row.kind)
    return row


def made(actor: Actor, new: NewPlace, *, at: datetime) -> Place:
    """The row of a new place, checked and not yet saved."""
    row = Place(
        id=new.place_id,
        source=new.source,
        source_ref=new.source_ref,
        batch_id=new.batch_id,
        added_at=at,
        changed_at=at,
    )
    _write_facts(row, new.facts)
    stand(row, new.position, codes_at(actor, new.position))
    return row


def change_place(
    actor: Actor,
    place_id: UUID,
    facts: PlaceFacts,
    *,
    position: Position | None,
    version: int,
    at: datetime,
) -> Place:
    """Correct a place, or call it otherwise; a name that is replaced stays as a former one, so that it is still found.

    Raises: PlaceNotFound, StaleVersion, PlaceRetired, BadName, OutsideCity, PlaceOutside, PlaceKnown.
    """
    with work(actor, Permission.MANAGE_LEDGER) as job:
        row = _locked(actor, place_id, version=version)
        if row.retired_at is not None:
            raise PlaceRetired(reason=row.retired_why)
        before = {name: getattr(row, name) for name in FACTS}
        was = row.name
        _write_facts(row, facts)
        if row.name != was and was not in (*row.aliases, *row.former_names):
            row.former_names = [*row.former_names, was]
        if position is not None:
            stand(row, position, codes_at(actor, position))
        _require_new(row)
        _save(row, [*FACTS, *PLACE_COLUMNS], at=at)
        lay_keys([row])
        changed = sorted(name for name in FACTS if before[name] != getattr(row, name))
        job.record(row, act="change", fields=changed, is_moved=position is not None)
    return row


def retire_place(actor: Actor, place_id: UUID, *, reason: str, version: int, at: datetime) -> Place:
    """Take a place out of use: nobody finds it any more, its row and the reason stay.

    Raises: PlaceNotFound, StaleVersion, PlaceRetired.
    """
    with work(actor, Permission.MANAGE_LEDGER) as job:
        row = _locked(actor, place_id, version=version)
        if row.retired_at is not None:
            raise PlaceRetired(reason=row.retired_why)
        row.retired_at, row.retired_why = at, reason
        _save(row, ["retired_at", "retired_why"], at=at)
        lay_keys([row])
        job.record(row, act="retire", reason=reason)
    return row


def restore_place(actor: Actor, place_id: UUID, *, version: int, at: datetime) -> Place:
    """Put a retired place into use again. Raises: PlaceNotFound, StaleVersion, PlaceInUse, PlaceKnown."""
    with work(actor, Permission.MANAGE_LEDGER) as job:
        row = _locked(actor, place_id, version=version)
        if row.retired_at is None:
            raise PlaceInUse
        row.retired_at, row.retired_why = None, ""
        _require_new(row)
        _save(row, ["retired_at", "retired_why"], at=at)
        lay_keys([row])
        job.record(row, act="restore")
    return row


def _write_facts(row: Place, facts: PlaceFacts) -> None:
    row.name, row.kind, row.address = require_name(facts.name), facts.kind.value, facts.address.strip()
    row.aliases = clean_names(facts.aliases, but=[row.name])
    row.former_names = clean_names(facts.former_names, but=[row.name, *row.aliases])


def _require_new(row: Place) -> None:
    known = beside(row.name, row.position.x, row.position.y, but=row.pk)
    if known is not None:
        _, name, away = known
        raise PlaceKnown(name=name, distance_m=away)


def _locked(actor: Actor, place_id: UUID, *, version: int) -> Place:
    row = Place.objects.visible_to(actor).select_for_update().filter(pk=place_id).first()
    if row is None:
        raise PlaceNotFound
    if row.version != version:
        raise StaleVersion(name=row.name, seen=version, current=row.version)
    found: Place = row
    return found


def _save(row: Place, columns: Sequence[str], *, at: datetime) -> None:
    row.version, row.changed_at = row.version + 1, at
    row.save(update_fields=[*columns, "version", "changed_at"])
