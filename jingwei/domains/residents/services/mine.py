"""A person's own record: shown to the account whose telephone, name and identity number are all those of the record."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.residents.contracts import RESIDENT
from jingwei.domains.residents.models import Request, Resident
from jingwei.domains.residents.rules.form import IDENTITY, PHONES
from jingwei.domains.residents.rules.refusals import (
    LookedUpTooOften,
    NotYourRecord,
    PhoneNeeded,
    WordsMissing,
)
from jingwei.domains.residents.services.asking import ask_correction
from jingwei.domains.residents.services.finding import REGISTRAR, personal
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import phone_of_resident
from jingwei.foundation.administration.contracts import RESIDENT_PHONE
from jingwei.foundation.forms.services.reading import form_of, read_facts
from jingwei.foundation.limits.services import take
from jingwei.foundation.privacy.services import resealed
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.texts import plain

TRIES_A_DAY = 6
LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says of themselves; the telephone is the one they signed in with."""

    name: str
    identity: str


def record_tied_to(actor: Actor) -> Resident | None:
    """The record that was proved to be the actor's."""
    if actor.person_id is None:
        return None
    rows = Resident.objects.visible_to(actor).filter(account_person_id=actor.person_id, ended_at__isnull=True)
    row: Resident | None = rows.order_by("-changed_at").first()
    return row


def my_record(actor: Actor) -> Resident:
    """The same where there must be one. Raises: NotYourRecord."""
    row = record_tied_to(actor)
    if row is None:
        raise NotYourRecord
    return row


def claim_record(actor: Actor, claim: Claim, *, at: datetime) -> Resident:
    """Tie a record to the account of the person it is about. The same words answer every kind of mismatch.

    Raises: BadFacts, PhoneNeeded, NotYourRecord, LookedUpTooOften.
    """
    form = form_of(RESIDENT)
    value = read_facts(form, {IDENTITY.key: claim.identity}, is_partial=True).sealed[IDENTITY.key]
    taken = take("residents.claim", str(actor.person_id), rate=TRIES_A_DAY / 86400, burst=TRIES_A_DAY, at=at)
    if not taken.is_granted:
        raise LookedUpTooOften(minutes=max(1, -(-taken.wait_s // 60)))
    with work(actor, Permission.USE_ACCOUNT) as job:
        sealed = phone_of_resident(actor.person_id)
        found = _match(sealed, value.index if value else None, claim.name) if sealed else None
        if found is not None:
            with eyes(REGISTRAR):
                found.account_person_id = actor.person_id
                found.save(update_fields=["account_person_id"])
        job.record_own("residents.resident:mine", act="claim_record", is_found=found is not None)
    if sealed is None:
        raise PhoneNeeded
    if found is None:
        raise NotYourRecord
    return found


def _match(sealed: bytes, index: bytes | None, name: str) -> Resident | None:
    form = form_of(RESIDENT)
    proved = set()
    for key in PHONES:
        field = form.field(key)
        if field is not None:
            proved.add(f"{key}:{resealed(RESIDENT_PHONE, sealed, personal(field)).index.hex()}")
    with eyes(REGISTRAR):
        rows = Resident.objects.unscoped("whoever claims a record may live anywhere in the city")
        row: Resident | None = rows.filter(identity_index=index, ended_at__isnull=True).first()
    if row is None or plain(row.name) != plain(name) or not proved & set(row.lookups):
        return None
    return row


def correct_me(actor: Actor, words: str, *, request_id: UUID, at: datetime) -> Request:
    """Ask that one's own record be put right. Raises: NotYourRecord, WordsMissing."""
    if len(words.strip()) < LEAST_WORDS:
        raise WordsMissing
    return ask_correction(actor, my_record(actor), words, request_id=request_id, at=at)
