"""Registering somebody: once in the city, where they live, found again by name, sound and number."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from jingwei.domains.residents.contracts import RESIDENT, RegisterOccasion
from jingwei.domains.residents.models import Key, Residence, Resident, ResidentChange
from jingwei.domains.residents.rules.form import BIRTH_YEAR, IDENTITY
from jingwei.domains.residents.rules.keys import keys_of, sound_of
from jingwei.domains.residents.rules.words import OCCASION_REMARKS
from jingwei.domains.residents.services.finding import require_free
from jingwei.domains.residents.services.placing import Home, Placed, placed
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.forms.contracts import Form, Reading
from jingwei.foundation.forms.services.reading import form_of, read_facts
from jingwei.foundation.forms.services.recording import apply
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.ids import uuid7
from jingwei.kernel.numbers import birth_of, plain_number


@dataclass(frozen=True, slots=True)
class NewResident:
    """Somebody to be registered: what the form asks for, and where they live. ``source`` says from where the word came."""

    facts: Mapping[str, object]
    home: Home
    occasion: RegisterOccasion = RegisterOccasion.FOUND
    remark: str = ""
    source: str = "desk"
    resident_id: UUID = field(default_factory=uuid7)
    batch_id: UUID | None = None


def register_resident(actor: Actor, new: NewResident, *, at: datetime) -> Resident:
    """Enter somebody into the ledger.

    Raises: BadFacts, PlaceMissing, OutsideOwnArea, DayInFuture, AlreadyHere, RegisteredElsewhere, LookedUpTooOften.
    """
    form = form_of(RESIDENT)
    reading = read_facts(form, with_birth_year(new.facts), is_partial=False)
    require_free(actor, identity_index(reading), at=at)
    with work(actor, Permission.MANAGE_RESIDENTS) as job:
        home = placed(actor, new.home, today=local(at).date())
        row = added(form, reading, new, home, at=at)
        row.save(force_insert=True)
        first_home(row, home, at=at).save(force_insert=True)
        Key.objects.bulk_create(keys_of_row(row))
        remark = "；".join(one for one in (OCCASION_REMARKS[new.occasion], new.remark) if one)
        note(actor, row, RecordDeed.REGISTERED, at=at, source=new.source, remark=remark)
        job.record_new(row, act="register", occasion=new.occasion.value)
    return row


def added(form: Form, reading: Reading, new: NewResident, home: Placed, *, at: datetime) -> Resident:
    """The row of somebody new, not yet saved."""
    row = Resident(id=new.resident_id, batch_id=new.batch_id)
    live_at(row, home)
    apply(row, form, reading, at=at, source=new.source)
    follow_reading(row, reading)
    return row


def live_at(row: Resident, home: Placed) -> None:
    """Write down where somebody lives now."""
    row.living, row.house_id, row.address = int(home.home.living), home.home.house_id, home.address
    row.lie_in(home.codes)


def first_home(row: Resident, home: Placed, *, at: datetime) -> Residence:
    """The present residence, not yet saved."""
    found = Residence(
        resident_id=row.pk,
        house_id=row.house_id,
        address=row.address,
        living=row.living,
        from_on=home.home.from_on,
        noted_at=at,
    )
    found.lie_in(home.codes)
    return found


def follow_reading(row: Resident, reading: Reading) -> None:
    """What follows from the values: the sound of the name, and by which number somebody is known."""
    row.sound = sound_of(row.name)
    if IDENTITY.key in reading.sealed:
        row.identity_index = identity_index(reading)


def identity_index(reading: Reading) -> bytes | None:
    """The index of the identity number that was given, if one was."""
    value = reading.sealed.get(IDENTITY.key)
    return value.index if value is not None else None


def with_birth_year(facts: Mapping[str, object]) -> dict[str, object]:
    """The year follows from the identity number, which is read here before it is sealed."""
    given = dict(facts)
    number = given.get(IDENTITY.key)
    if isinstance(number, str) and number.strip():
        plain = plain_number(number)
        birth = birth_of(plain if len(plain) == 18 else f"{plain[:6]}19{plain[6:]}000")
        if birth is not None:
            given[BIRTH_YEAR.key] = birth.year
    return given


def keys_of_row(row: Resident) -> list[Key]:
    """The texts that lead to somebody. A house is found by its own index; only a bare address stands here."""
    return [Key(**cells) for cells in key_cells(row)]


def key_cells(row: Resident) -> list[dict[str, object]]:
    """The same, by column."""
    texts = keys_of(row.name, "" if row.house_id else row.address, row.lookups)
    return [{"resident_id": row.pk, "text": text[:130], "scope_code": row.scope_code} for text in texts]


def note(
    actor: Actor,
    row: Resident,
    deed: RecordDeed,
    *,
    at: datetime,
    source: str,
    remark: str = "",
    facts: Mapping[str, object] | None = None,
) -> None:
    """One line of somebody's history."""
    ResidentChange(
        resident_id=row.pk,
        record_version=row.version,
        deed=deed.value,
        at=at,
        person_id=actor.person_id,
        post_id=actor.post_id,
        unit_id=actor.unit_id,
        actor_name=actor.name,
        source=source,
        remark=remark[:500],
        facts=dict(facts or {}),
    ).save(force_insert=True)
