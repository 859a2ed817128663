"""Changing what is written of somebody, field by field; saying that it still holds; opening numbers."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.residents.contracts import RESIDENT
from jingwei.domains.residents.models import Resident, ResidentChange
from jingwei.domains.residents.queries.person import resident_for
from jingwei.domains.residents.rules.refusals import LookedUpTooOften, NumberMissing
from jingwei.domains.residents.services.finding import require_free, target_of
from jingwei.domains.residents.services.moving import locked, rekey
from jingwei.domains.residents.services.registering import (
    follow_reading,
    identity_index,
    note,
    with_birth_year,
)
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.forms.services.reading import form_of, read_facts
from jingwei.foundation.forms.services.recording import (
    apply,
    change_facts,
    changed_only,
    require_no_conflict,
    see_again,
    snapshot,
)
from jingwei.foundation.forms.services.revealing import reveal_facts
from jingwei.foundation.limits.services import take
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work

REVEALS_AN_HOUR = 60


def change_resident(
    actor: Actor,
    resident_id: UUID,
    facts: Mapping[str, object],
    *,
    version: int,
    remark: str,
    source: str = "desk",
    at: datetime,
) -> Resident:
    """Write down what was given; what others changed meanwhile is kept, or asked back field by field.

    Raises: ResidentNotFound, RecordEnded, BadFacts, EditConflict, StaleVersion, AlreadyHere, RegisteredElsewhere,
    LookedUpTooOften.
    """
    form = form_of(RESIDENT)
    with eyes(actor):
        resident_for(actor, resident_id)
    reading = read_facts(form, with_birth_year(facts), is_partial=True)
    index = identity_index(reading)
    if index is not None:
        require_free(actor, index, at=at, but=Resident(pk=resident_id))
    with work(actor, Permission.MANAGE_RESIDENTS) as job:
        row = locked(actor, resident_id)
        wanted = changed_only(form, row, reading)
        since = ResidentChange.objects.filter(resident_id=row.pk, record_version__gt=version)
        require_no_conflict(form, row, list(since), wanted, base_version=version, may_manage=True)
        before = snapshot(form, row)
        apply(row, form, wanted, at=at, source=source)
        follow_reading(row, wanted)
        row.save()
        rekey(row)
        changed = change_facts(before, snapshot(form, row))
        deed = RecordDeed.CHANGED if changed else RecordDeed.CONFIRMED
        note(actor, row, deed, at=at, source=source, remark=remark, facts=changed)
        job.record(row, act="change", fields=sorted(changed))
    return row


def confirm_resident(actor: Actor, resident_id: UUID, *, source: str, at: datetime) -> Resident:
    """Somebody was seen and nothing has changed: one tap. Raises: ResidentNotFound, RecordEnded."""
    with work(actor, Permission.MANAGE_RESIDENTS) as job:
        row = locked(actor, resident_id)
        see_again(row, RESIDENT, at=at)
        row.version, row.source = row.version + 1, source
        row.save(update_fields=["seen_at", "due_on", "version", "source"])
        note(actor, row, RecordDeed.CONFIRMED, at=at, source=source)
        job.record(row, act="confirm")
    return row


def reveal_resident(
    actor: Actor, resident_id: UUID, keys: Sequence[str], *, purpose: Purpose, remark: str, at: datetime
) -> dict[str, str]:
    """Open what is shown masked of somebody within sight; each look is recorded and can be read by the person.

    Raises: ResidentNotFound, NumberMissing, LookedUpTooOften.
    """
    form = form_of(RESIDENT)
    with work(actor, Permission.REVEAL_RESIDENTS) as job:
        row = resident_for(actor, resident_id)
        _count_reveal(actor, at=at)
        opened = reveal_facts(
            actor,
            form,
            row,
            keys or None,
            may_manage=is_permitted(actor, Permission.MANAGE_RESIDENTS),
            target=target_of(row),
            subject_id=row.account_person_id,
            purpose=purpose,
            remark=remark,
            at=at,
        )
        if not opened:
            raise NumberMissing
        job.record(row, act="reveal", fields=sorted(opened), purpose=purpose.value)
    return opened


def _count_reveal(actor: Actor, *, at: datetime) -> None:
    """Raises: LookedUpTooOften."""
    key = str(actor.post_id or actor.person_id or actor.name)
    taken = take("residents.reveal", key, rate=REVEALS_AN_HOUR / 3600, burst=REVEALS_AN_HOUR, at=at)
    if not taken.is_granted:
        raise LookedUpTooOften(minutes=max(1, -(-taken.wait_s // 60)))
