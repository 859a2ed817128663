"""Looking up by a number: within one's sight, whole or by the last four digits of a telephone; every look is recorded.

And whether a number is free: of one that stands elsewhere nothing is told but that.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from jingwei.domains.residents.contracts import RESIDENT
from jingwei.domains.residents.models import Resident
from jingwei.domains.residents.queries.people import found_between
from jingwei.domains.residents.rules.form import DOCUMENT, IDENTITY, PHONE, PHONES
from jingwei.domains.residents.rules.refusals import AlreadyHere, LookedUpTooOften, RegisteredElsewhere
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.forms.contracts import Field, Form
from jingwei.foundation.forms.services.reading import form_of, personal_field, read_facts
from jingwei.foundation.forms.services.sealing import lookup_of_tail, lookup_of_whole
from jingwei.foundation.limits.services import take
from jingwei.foundation.privacy.contracts import PersonalField, Purpose
from jingwei.foundation.privacy.services import note_looks
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.texts import exactly

REGISTRAR = system_actor("实有人口登记")
LOOKS_AN_HOUR = 120
TAIL = re.compile(r"\d{4}", re.ASCII)
IDENTITY_LIKE = re.compile(r"\d{17}[\dXx]|\d{15}", re.ASCII)
MOST = 100


class Standing(StrEnum):
    """Where a number stands."""

    FREE = "free"
    HERE = "here"
    ELSEWHERE = "elsewhere"


def personal(field: Field) -> PersonalField:
    """The field as privacy knows it."""
    return personal_field(RESIDENT, field)


def find_residents(actor: Actor, number: str, *, remark: str, at: datetime) -> list[Resident]:
    """Residents within sight by a whole number, or by the last four digits of a telephone. Recorded with every hit.

    Raises: LookedUpTooOften, BadFacts for what is no number.
    """
    count_look(actor, at=at)
    words = number.strip()
    plain = re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", words))
    with work(actor, Permission.VIEW_RESIDENTS) as job:
        is_number = any(digit.isdigit() for digit in plain) and plain.isascii()
        field, lookups = _lookups(form_of(RESIDENT), plain if is_number else words)
        rows = _found(actor, lookups)
        note_found(actor, personal(field), rows, remark=remark, at=at)
        job.record_own("residents.resident:find", act="find", by=field.key, found=len(rows))
    return rows


def _found(actor: Actor, lookups: Sequence[str]) -> list[Resident]:
    ids = {one for lookup in lookups for one in found_between(*exactly(lookup))}
    rows = Resident.objects.visible_to(actor).filter(pk__in=ids, ended_at__isnull=True)
    return list(rows.order_by("sound", "id")[:MOST])


def _lookups(form: Form, plain: str) -> tuple[Field, list[str]]:
    """Under which digests a number may stand, and as what it was looked for. Raises: BadFacts."""
    if TAIL.fullmatch(plain):
        return PHONE, [lookup_of_tail(form, key, plain) for key in PHONES]
    if IDENTITY_LIKE.fullmatch(plain):
        value = read_facts(form, {IDENTITY.key: plain}, is_partial=True).sealed[IDENTITY.key]
        return IDENTITY, [f"{IDENTITY.key}:{value.index.hex()}"] if value else []
    if plain.isascii() and plain.removeprefix("+").isdigit():
        read_facts(form, {PHONE.key: plain}, is_partial=True)
        return PHONE, [lookup_of_whole(form, key, plain) for key in PHONES]
    return DOCUMENT, [lookup_of_whole(form, DOCUMENT.key, plain)]


def count_look(actor: Actor, *, at: datetime) -> None:
    """Look-ups by a number are counted for each post. Raises: LookedUpTooOften."""
    key = str(actor.post_id or actor.person_id or actor.name)
    taken = take("residents.number", key, rate=LOOKS_AN_HOUR / 3600, burst=LOOKS_AN_HOUR, at=at)
    if not taken.is_granted:
        raise LookedUpTooOften(minutes=max(1, -(-taken.wait_s // 60)))


def note_found(
    actor: Actor, field: PersonalField, rows: Sequence[Resident], *, remark: str, at: datetime
) -> None:
    """That somebody was found by a number which the finder knew already."""
    targets = [(target_of(row), row.account_person_id, row.scope_code) for row in rows]
    note_looks(actor, field, targets, purpose=Purpose.KEEP_RECORD, remark=remark, at=at)


def target_of(row: Resident) -> str:
    """As looks, audit and notices name a resident."""
    return f"residents.resident:{row.pk}"


def standing_of(
    actor: Actor, index: bytes | None, *, at: datetime, but: Resident | None = None
) -> tuple[Standing, Resident | None]:
    """Where a number stands in the city, and whose record it is; recorded. For services only: never told as it is."""
    if index is None:
        return Standing.FREE, None
    with eyes(REGISTRAR):
        rows = Resident.objects.unscoped("one number is one record in the whole city")
        found = rows.filter(identity_index=index, ended_at__isnull=True)
        row: Resident | None = found.exclude(pk=but.pk).first() if but else found.first()
    if row is None:
        return Standing.FREE, None
    note_found(actor, personal(IDENTITY), [row], remark="登记核对", at=at)
    is_here = Resident.objects.visible_to(actor).filter(pk=row.pk).exists()
    return (Standing.HERE if is_here else Standing.ELSEWHERE), row


def require_free(actor: Actor, index: bytes | None, *, at: datetime, but: Resident | None = None) -> None:
    """Asked in a transaction of its own, so that the look stays recorded and counted when the answer is no.

    Raises: AlreadyHere, RegisteredElsewhere, LookedUpTooOften.
    """
    if index is None:
        return
    count_look(actor, at=at)
    with work(actor, Permission.MANAGE_RESIDENTS) as job:
        standing, _ = standing_of(actor, index, at=at, but=but)
        job.record_own("residents.resident:number", act="check_number", standing=standing.value)
    refuse(standing)


def refuse(standing: Standing) -> None:
    """Raises: AlreadyHere, RegisteredElsewhere."""
    if standing is Standing.HERE:
        raise AlreadyHere
    if standing is Standing.ELSEWHERE:
        raise RegisteredElsewhere
