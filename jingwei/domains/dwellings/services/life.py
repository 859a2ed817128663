"""Confirmed unchanged, taken out of use, restored, and doubles merged into one."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.dwellings.contracts import BUILDING, HOUSE
from jingwei.domains.dwellings.models import Building, BuildingChange, House, HouseChange
from jingwei.domains.dwellings.queries.hooks import followers, is_told, used_by
from jingwei.domains.dwellings.rules.refusals import (
    BuildingNotFound,
    HouseNotFound,
    HousesInside,
    MergeRefused,
    NotEnded,
    StillUsed,
    WasMerged,
)
from jingwei.domains.dwellings.services.keeping import kind_of, line, locked_building, locked_house
from jingwei.domains.dwellings.services.standing import require_free, set_address
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.forms.services.recording import see_again
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.work import work

LIFE_COLUMNS = ("ended_at", "end_reason", "version", "changed_at")
SEEN_COLUMNS = ("seen_at", "due_on", "source", "version")


def confirm(
    actor: Actor,
    *,
    building_ids: Sequence[UUID] = (),
    house_ids: Sequence[UUID] = (),
    source: str,
    at: datetime,
) -> int:
    """Note that buildings and houses were looked at and nothing has changed. Returns how many.

    Raises: BuildingNotFound, HouseNotFound where one of them is not there, not in sight or out of use.
    """
    with work(actor, Permission.KEEP_DWELLINGS) as job:
        found = 0
        for things, log, ids, refusal in (
            (Building, BuildingChange, set(building_ids), BuildingNotFound),
            (House, HouseChange, set(house_ids), HouseNotFound),
        ):
            rows = list(
                things.objects.visible_to(actor)
                .select_for_update(of=("self",))
                .filter(pk__in=ids, ended_at=None)
                .order_by("pk")
            )
            if len(rows) != len(ids):
                raise refusal
            for row in rows:
                see_again(row, kind_of(row), at=at)
                row.source, row.version = source, row.version + 1
            things.objects.visible_to(actor).bulk_update(rows, SEEN_COLUMNS, batch_size=500)
            log.objects.bulk_create(
                [line(actor, row, RecordDeed.CONFIRMED, at=at, source=source) for row in rows]
            )
            for row in rows:
                job.record(row, act="confirm")
            found += len(rows)
        if not found:
            job.recorded_elsewhere()  # nothing was asked for
    return found


def end_building(actor: Actor, building_id: UUID, *, reason: str, source: str, at: datetime) -> Building:
    """Take a building out of use. Raises: BuildingNotFound, AlreadyEnded, HousesInside, StillUsed."""
    with work(actor, Permission.MANAGE_LEDGER) as job:
        row = locked_building(actor, building_id)
        inside = House.objects.unscoped("of a building that was shown").filter(
            building_id=row.pk, ended_at=None
        )
        count = inside.count()
        if count:
            raise HousesInside(address=row.address, count=count)
        _end(actor, row, RecordDeed.ENDED, reason=reason, source=source, at=at)
        job.record(row, act="end", reason=reason)
    return row


def end_house(actor: Actor, house_id: UUID, *, reason: str, source: str, at: datetime) -> House:
    """Take a house out of use. Raises: HouseNotFound, AlreadyEnded, StillUsed."""
    with work(actor, Permission.MANAGE_LEDGER) as job:
        row = locked_house(actor, house_id)
        _end(actor, row, RecordDeed.ENDED, reason=reason, source=source, at=at)
        job.record(row, act="end", reason=reason)
    return row


def restore_building(actor: Actor, building_id: UUID, *, reason: str, source: str, at: datetime) -> Building:
    """Bring a building back into use. Raises: BuildingNotFound, NotEnded, AddressTaken."""
    with work(actor, Permission.MANAGE_LEDGER) as job:
        row = locked_building(actor, building_id, is_live=False)
        _restore(actor, row, reason=reason, source=source, at=at)
        job.record(row, act="restore", reason=reason)
    return row


def restore_house(actor: Actor, house_id: UUID, *, reason: str, source: str, at: datetime) -> House:
    """Bring a house back into use. Raises: HouseNotFound, NotEnded, WasMerged, AlreadyEnded, AddressTaken."""
    with work(actor, Permission.MANAGE_LEDGER) as job:
        row = locked_house(actor, house_id, is_live=False)
        if row.merged_into_id is not None:
            raise WasMerged(address=row.address)
        if row.building_id is not None:
            locked_building(actor, row.building_id)
        _restore(actor, row, reason=reason, source=source, at=at)
        job.record(row, act="restore", reason=reason)
    return row


def merge_house(
    actor: Actor, house_id: UUID, into_id: UUID, *, reason: str, source: str, at: datetime
) -> House:
    """Two entries are one house: the first goes out of use, what stands on it goes over, its address becomes an alias.

    What the second one does not say is taken from the first. Raises: HouseNotFound, AlreadyEnded, MergeRefused.
    """
    with work(actor, Permission.MANAGE_LEDGER) as job:
        if house_id == into_id:
            raise MergeRefused(reason="是同一处房屋", reason_en="they are the same house")
        first, second = (locked_house(actor, one) for one in sorted((house_id, into_id)))
        row, into = (first, second) if first.pk == house_id else (second, first)
        if row.county_code != into.county_code:
            raise MergeRefused(reason="两处不在同一个区县", reason_en="they lie in different counties")
        if row.sealed:
            raise MergeRefused(
                reason=f"“{row.address}”有加密的内容，请先核对并清空",
                reason_en=f"“{row.address}” holds sealed values; check and clear them first",
            )
        for follower in followers():
            follower.merged(actor, row.pk, into.pk, at=at)
        filled = _fill_gaps(row, into)
        row.merged_into_id = into.pk
        told = {"merged": [row.address, into.address]}
        _close(row, reason=reason, at=at)
        row.save(update_fields=[*LIFE_COLUMNS, "merged_into"])
        if row.address != into.address and row.address not in into.aliases:
            set_address(into, into.parts, [*into.aliases, row.address])
        into.photo_ids = list(dict.fromkeys([*into.photo_ids, *row.photo_ids]))
        into.version, into.changed_at = into.version + 1, at
        into.save()
        for one, facts in ((row, told), (into, told | filled)):
            line(actor, one, RecordDeed.MERGED, at=at, source=source, remark=reason, facts=facts).save(
                force_insert=True
            )
        job.record(row, act="merge", into=str(into.pk))
        job.record(into, act="take_in", merged=str(row.pk))
    return into


def _end(
    actor: Actor, row: Building | House, deed: RecordDeed, *, reason: str, source: str, at: datetime
) -> None:
    used = used_by(actor, BUILDING if isinstance(row, Building) else HOUSE, row.pk)
    if used:
        raise StillUsed(
            address=row.address,
            used="、".join(f"{one.label_zh}{one.count if is_told(actor, one) else ''}" for one in used),
            used_en=", ".join(
                f"{one.label_en} {one.count if is_told(actor, one) else ''}".strip() for one in used
            ),
        )
    _close(row, reason=reason, at=at)
    row.save(update_fields=list(LIFE_COLUMNS))
    line(actor, row, deed, at=at, source=source, remark=reason).save(force_insert=True)


def _close(row: Building | House, *, reason: str, at: datetime) -> None:
    row.ended_at, row.end_reason = at, reason[:200]
    row.version, row.changed_at = row.version + 1, at


def _restore(actor: Actor, row: Building | House, *, reason: str, source: str, at: datetime) -> None:
    """Raises: NotEnded, AddressTaken."""
    if row.ended_at is None:
        raise NotEnded(address=row.address)
    require_free(row)
    row.ended_at, row.end_reason = None, ""
    row.version, row.changed_at = row.version + 1, at
    row.save(update_fields=list(LIFE_COLUMNS))
    line(actor, row, RecordDeed.RESTORED, at=at, source=source, remark=reason).save(force_insert=True)


def _fill_gaps(row: House, into: House) -> dict[str, list[object]]:
    """What the one that stays does not say and the other does."""
    filled: dict[str, list[object]] = {}
    for name in ("use", "tenure", "area_m2"):
        if not getattr(into, name) and getattr(row, name):
            setattr(into, name, getattr(row, name))
            filled[name] = [None, str(getattr(row, name))]
    extra = {key: value for key, value in row.facts.items() if key not in into.facts}
    into.facts = {**into.facts, **extra}
    return filled | {key: [None, value] for key, value in extra.items()}
