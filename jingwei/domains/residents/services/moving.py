"""Moving: inside one's area, to another grid of the city, or out of it; and the end of a record.

Whoever hands somebody over keeps that they moved; the record goes with its history to those who look after the place.
"""

from datetime import date, datetime
from uuid import UUID

from jingwei.domains.residents.contracts import EndWhy
from jingwei.domains.residents.models import Household, Key, Member, Residence, Resident
from jingwei.domains.residents.rules.refusals import DayBefore, DayInFuture, RecordEnded, ResidentNotFound
from jingwei.domains.residents.rules.words import END_WORDS
from jingwei.domains.residents.services.finding import REGISTRAR
from jingwei.domains.residents.services.placing import Home, Placed, placed
from jingwei.domains.residents.services.registering import first_home, keys_of_row, live_at, note
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import Work, work
from jingwei.kernel.clock import local
from jingwei.kernel.errors import StaleVersion

MOVED = "moved"
PLACE = ("living", "house_id", "address")
AREA = ("city_code", "county_code", "township_code", "community_code", "grid_code", "scope_code")


def move_resident(
    actor: Actor, resident_id: UUID, home: Home, *, version: int, remark: str, at: datetime
) -> Resident:
    """Somebody lives elsewhere from a day on; anywhere in the city. Outside one's area they leave one's sight.

    Raises: ResidentNotFound, StaleVersion, RecordEnded, PlaceMissing, DayInFuture, DayBefore.
    """
    with work(actor, Permission.MANAGE_RESIDENTS) as job:
        row = locked(actor, resident_id, version=version)
        there = placed(actor, home, today=local(at).date(), is_anywhere=True)
        hand_over(actor, row, there, job, source="move", remark=remark, at=at)
    return row


def hand_over(
    actor: Actor, row: Resident, there: Placed, job: Work, *, source: str, remark: str, at: datetime
) -> None:
    """End the present residence and begin the next one. The row is locked and within the actor's sight.

    Raises: DayBefore.
    """
    before = {"address": row.address, "scope_code": row.scope_code}
    job.record(row, act="move", to=there.codes.scope)
    with eyes(REGISTRAR):  # where it goes is out of the actor's sight, and the row with it
        _leave(row, there.home.from_on, MOVED)
        live_at(row, there)
        row.version, row.changed_at, row.source = row.version + 1, at, source
        row.save(update_fields=[*PLACE, *AREA, "version", "changed_at", "source"])
        first_home(row, there, at=at).save(force_insert=True)
        rekey(row)
        facts = {"address": [before["address"], row.address]}
        note(actor, row, RecordDeed.MOVED, at=at, source=source, remark=remark, facts=facts)


def end_resident(
    actor: Actor, resident_id: UUID, why: EndWhy, *, on: date, version: int, remark: str, at: datetime
) -> Resident:
    """Somebody left the city, died, or was registered by mistake. Found no more by name or number.

    Raises: ResidentNotFound, StaleVersion, RecordEnded, DayInFuture, DayBefore.
    """
    today = local(at).date()
    with work(actor, Permission.MANAGE_RESIDENTS) as job:
        row = locked(actor, resident_id, version=version)
        if on > today:
            raise DayInFuture(today=today)
        with eyes(REGISTRAR):
            _leave(row, on, why.value)
        row.ended_at, row.end_reason, row.due_on = at, why.value, None
        row.version, row.changed_at, row.source = row.version + 1, at, "desk"
        row.save(update_fields=["ended_at", "end_reason", "due_on", "version", "changed_at", "source"])
        Key.objects.filter(resident_id=row.pk).delete()
        note(
            actor,
            row,
            RecordDeed.ENDED,
            at=at,
            source="desk",
            remark="；".join(one for one in (END_WORDS[why][0], remark) if one),
        )
        job.record(row, act="end", why=why.value)
    return row


def locked(actor: Actor, resident_id: UUID, *, version: int | None = None) -> Resident:
    """Somebody's record, to be changed. Raises: ResidentNotFound, StaleVersion, RecordEnded."""
    rows = Resident.objects.visible_to(actor).select_for_update()
    row: Resident | None = rows.filter(pk=resident_id).first()
    if row is None:
        raise ResidentNotFound
    if version is not None and version != row.version:
        raise StaleVersion(name=row.name, seen=version, current=row.version)
    if row.ended_at is not None:
        raise RecordEnded
    return row


def rekey(row: Resident) -> None:
    """Write the texts that lead to somebody once more."""
    Key.objects.filter(resident_id=row.pk).delete()
    Key.objects.bulk_create(keys_of_row(row))


def _leave(row: Resident, on: date, why: str) -> None:
    """End the present residence and the membership in a household. Raises: DayBefore."""
    rows = Residence.objects.unscoped("the present residence of a resident who was seen")
    present: Residence | None = rows.filter(resident_id=row.pk, to_on=None).first()
    if present is not None:
        if on < present.from_on:
            raise DayBefore(from_on=present.from_on)
        present.to_on, present.why = on, why
        present.save(update_fields=["to_on", "why"])
    leave_household(row.pk, on)


def leave_household(resident_id: UUID, on: date) -> None:
    """End somebody's membership; a household that nobody is left in ends as well. With a machine's eyes."""
    member = Member.objects.filter(resident_id=resident_id, to_on=None).first()
    if member is None:
        return
    member.to_on = max(on, member.from_on)
    member.save(update_fields=["to_on"])
    if not Member.objects.filter(household_id=member.household_id, to_on=None).exists():
        houses = Household.objects.unscoped("a household that nobody is left in ends")
        houses.filter(pk=member.household_id, to_on=None).update(to_on=member.to_on)
