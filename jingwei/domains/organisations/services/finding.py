"""Contacts: found by a telephone one holds, and opened for a purpose. Every look is recorded."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.organisations.contracts import OrganisationKind
from jingwei.domains.organisations.models import Organisation
from jingwei.domains.organisations.queries.organisations import FIND, MOST_FOUND, organisation_for
from jingwei.domains.organisations.rules.forms import PHONE
from jingwei.domains.organisations.rules.refusals import LookedUpTooOften, NothingSealed
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.forms.contracts import Field, Keeping
from jingwei.foundation.forms.services.reading import form_of, personal_field, read_facts
from jingwei.foundation.forms.services.sealing import ciphertext_of, lookup_of_tail, lookup_of_whole
from jingwei.foundation.limits.services import take
from jingwei.foundation.privacy.contracts import PersonalField, Purpose
from jingwei.foundation.privacy.services import note_looks, reveal_value
from jingwei.foundation.records import found_between
from jingwei.foundation.work import work
from jingwei.kernel.numbers import phone_number
from jingwei.kernel.texts import exactly

LOOKS_AN_HOUR = 120
REVEALS_AN_HOUR = 60
TAIL = re.compile(r"\d{4}", re.ASCII)
MOST = 100


def personal(row: Organisation, field: Field) -> PersonalField:
    """The field as privacy knows it; each kind of record has its own."""
    return personal_field(OrganisationKind(row.kind).form_kind, field)


def target_of(row: Organisation) -> str:
    """As looks and audit name a record."""
    return f"organisations.organisation:{row.pk}"


def find_by_phone(actor: Actor, number: str, *, remark: str, at: datetime) -> list[Organisation]:
    """Those in sight that a whole telephone, or its last four digits, belongs to; recorded with every hit.

    Raises: LookedUpTooOften, BadFacts for what is no telephone.
    """
    _count("organisations.number", actor, LOOKS_AN_HOUR, at=at)
    digits = re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", number.strip()))
    with work(actor, Permission.VIEW_ORGANISATIONS) as job:
        ids = {
            one
            for lookup in _lookups(digits)
            for one in found_between(FIND, *exactly(lookup), most=MOST_FOUND)
        }
        rows = Organisation.objects.visible_to(actor).filter(pk__in=ids, ended_at=None)
        found: list[Organisation] = list(rows.order_by("sound", "id")[:MOST])
        for row in found:
            target = (target_of(row), None, row.scope_code)
            note_looks(
                actor, personal(row, PHONE), [target], purpose=Purpose.KEEP_RECORD, remark=remark, at=at
            )
        job.record_own("organisations.organisation:find", act="find", found=len(found))
    return found


def reveal_organisation(
    actor: Actor, organisation_id: UUID, keys: Sequence[str], *, purpose: Purpose, remark: str, at: datetime
) -> dict[str, str]:
    """Open the contact of something within sight. Raises: OrganisationNotFound, NothingSealed, LookedUpTooOften."""
    _count("organisations.reveal", actor, REVEALS_AN_HOUR, at=at)
    with work(actor, Permission.REVEAL_ORGANISATIONS) as job:
        row = organisation_for(actor, organisation_id)
        opened: dict[str, str] = {}
        for field in form_of(OrganisationKind(row.kind).form_kind).fields:
            sealed = ciphertext_of(row, field.key) if field.keeping is not Keeping.PLAIN else None
            if sealed is not None and (not keys or field.key in keys):
                opened[field.key] = reveal_value(
                    actor,
                    personal(row, field),
                    sealed,
                    target=target_of(row),
                    subject_id=None,
                    purpose=purpose,
                    remark=remark,
                    at=at,
                    area_code=row.scope_code,
                )
        if not opened:
            raise NothingSealed
        job.record(row, act="reveal", fields=sorted(opened), purpose=purpose.value)
    return opened


def _lookups(digits: str) -> list[str]:
    """Under which digests a telephone may stand: each kind of record seals it for itself. Raises: BadFacts."""
    forms = [form_of(kind.form_kind) for kind in OrganisationKind]
    if TAIL.fullmatch(digits):
        return [lookup_of_tail(form, PHONE.key, digits) for form in forms]
    read_facts(forms[0], {PHONE.key: digits}, is_partial=True)
    return [lookup_of_whole(form, PHONE.key, phone_number(digits)) for form in forms]


def _count(what: str, actor: Actor, most: int, *, at: datetime) -> None:
    """Raises: LookedUpTooOften."""
    key = str(actor.post_id or actor.person_id or actor.name)
    taken = take(what, key, rate=most / 3600, burst=most, at=at)
    if not taken.is_granted:
        raise LookedUpTooOften(minutes=max(1, -(-taken.wait_s // 60)))
