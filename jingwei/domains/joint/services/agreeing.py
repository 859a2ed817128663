"""What mediating leads to: sessions, the agreement, its confirmation by a court, and whether it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from jingwei.domains.clocks.contracts import parse_limit
from jingwei.domains.clocks.queries import deadline_for
from jingwei.domains.clocks.services.watches import stop_watch
from jingwei.domains.joint.contracts import Happening, MediationAct, MediationWay, PartySide, Performance
from jingwei.domains.joint.models import Mediation, MediationEntry, Party
from jingwei.domains.joint.queries.mediations import (
    ended_before,
    entries_of,
    mediation_for,
    parties_of,
    takes_part,
)
from jingwei.domains.joint.rules.agreement import Agreed, Signer, paragraphs_of
from jingwei.domains.joint.rules.mediating import require_confirmation, require_held
from jingwei.domains.joint.rules.personal import PARTY_NAME, PARTY_PHONE
from jingwei.domains.joint.rules.refusals import NothingAgreed, PartiesClosed
from jingwei.domains.joint.services.mediating import FOLLOW_UP, MEDIATION, Line, doing, watch_mediation
from jingwei.domains.joint.services.writing import document_of
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.access.queries import unit_names
from jingwei.foundation.privacy.contracts import PersonalField, Purpose
from jingwei.foundation.privacy.services import reveal_value
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local

KEEPER = system_actor("纠纷当事人电话清理")
FORGET_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Session:
    """One session 调解: when, where, who was there, what was said."""

    held_at: datetime
    place: str
    names: str
    words: str
    file_ids: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the parties agree, in the three parts that the law asks for."""

    facts: str
    terms: str
    performing: str
    file_ids: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """A party in the clear, for somebody whose look was recorded."""

    side: PartySide
    number: int
    name: str
    phone: str


def record_session(actor: Actor, mediation_id: UUID, held: Session, *, at: datetime) -> Mediation:
    """Write a session down. Raises: NotFound, NotTheMediator, DisputeOver, SessionAhead, file refusals."""
    require_held(held.held_at, at=at)
    with doing(actor, mediation_id, MediationAct.MEET, at=at) as it:
        it.row.sessions += 1
        it.line = Line(
            words=held.words,
            held_at=held.held_at,
            place=held.place,
            names=held.names,
            file_ids=held.file_ids,
        )
    return it.row


def agree_mediation(actor: Actor, mediation_id: UUID, agreed: Agreement, *, at: datetime) -> Mediation:
    """The parties have agreed 达成协议; somebody asks later whether it is kept.

    Raises: NotFound, NotTheMediator, DisputeOver, file refusals.
    """
    with doing(actor, mediation_id, MediationAct.AGREE, at=at) as it:
        row = it.row
        row.agreed_at, row.performance = at, ""
        row.confirmed_no, row.confirmed_on, row.confirmed_by = "", None, ""
        row.follow_at = deadline_for(at, parse_limit(row.follow_up)).due_at
        stop_watch(MEDIATION, row.pk, at=at, outcome="agreed")
        watch_mediation(row, FOLLOW_UP, row.follow_up, at=at)
        it.line = Line(
            words=agreed.terms,
            facts=agreed.facts,
            performing=agreed.performing,
            file_ids=agreed.file_ids,
        )
        it.tell(Happening.DISPUTE_ENDED)
    return it.row


def confirm_agreement(
    actor: Actor,
    mediation_id: UUID,
    *,
    number: str,
    court: str,
    on: date,
    file_ids: Sequence[UUID] = (),
    at: datetime,
) -> Mediation:
    """A court has confirmed the agreement 司法确认.

    Raises: NotFound, NotTheMediator, DisputeOver, ConfirmationWrong, file refusals.
    """
    with doing(actor, mediation_id, MediationAct.CONFIRM, at=at) as it:
        row = it.row
        assert row.agreed_at is not None  # no state from which it can be confirmed is without
        require_confirmation(on, local(row.agreed_at).date(), today=local(at).date())
        row.confirmed_no, row.confirmed_by, row.confirmed_on = number.strip(), court.strip(), on
        it.line = Line(words=f"{court.strip()} {number.strip()} {on.isoformat()}", file_ids=file_ids)
    return it.row


def follow_up_mediation(
    actor: Actor,
    mediation_id: UUID,
    *,
    found: Performance,
    words: str,
    file_ids: Sequence[UUID],
    at: datetime,
) -> Mediation:
    """Ask whether the agreement is kept 回访: performed ends it, anything else is asked again.

    Raises: NotFound, NotTheMediator, DisputeOver, file refusals.
    """
    with doing(actor, mediation_id, MediationAct.FOLLOW_UP, at=at, performance=found) as it:
        row = it.row
        row.performance = found.value
        if found is Performance.PERFORMED:
            it.ends("performed")
        else:
            row.follow_at = deadline_for(at, parse_limit(row.follow_up)).due_at
            watch_mediation(row, FOLLOW_UP, row.follow_up, at=at)
        it.line = Line(words=words, file_ids=file_ids)
    return it.row


def reveal_parties(
    actor: Actor, mediation_id: UUID, *, purpose: Purpose, remark: str, at: datetime
) -> list[Known]:
    """Open who the parties are; every look is recorded. Raises: NotFound, PartiesClosed."""
    with work(actor, Permission.REVEAL_PERSONAL) as job:
        row = mediation_for(actor, mediation_id)
        found = _opened(actor, row, purpose=purpose, remark=remark, at=at)
        job.record(row, act="reveal_parties", purpose=purpose.value)
    return found


def write_agreement(actor: Actor, mediation_id: UUID, *, at: datetime) -> bytes:
    """The agreement as a Word document with the parties' names; a look at them, recorded as one.

    Raises: NotFound, PartiesClosed, NothingAgreed.
    """
    with work(actor, Permission.REVEAL_PERSONAL) as job:
        row = mediation_for(actor, mediation_id)
        _require_part(actor, row)
        entry = _agreement_of(row)
        people = _opened(actor, row, purpose=Purpose.MEDIATE, remark="制作调解协议书", at=at)
        job.record(row, act="write_agreement")
    agreed = Agreed(
        way=MediationWay(row.way),
        number=f"{local(entry.at):%Y%m%d}-{str(row.pk)[-6:].upper()}",
        kind=row.kind_name,
        unit=unit_names({entry.unit_id}).get(entry.unit_id, ""),
        mediators=row.mediators,
        signers=[Signer(one.side, one.name, one.phone) for one in people],
        facts=entry.facts,
        terms=entry.words,
        performing=entry.performing,
        agreed_on=local(entry.at).date(),
    )
    return document_of(paragraphs_of(agreed))


def forget_numbers(*, at: datetime) -> int:
    """Erase the telephones of parties a year after the dispute ended. Returns how many."""
    before = at - timedelta(days=PARTY_PHONE.retention_days)
    gone = 0
    with eyes(KEEPER):
        while True:
            due = Party.objects.filter(mediation__in=ended_before(before), phone_sealed__isnull=False)
            ids = list(due.values_list("pk", flat=True)[:FORGET_AT_ONCE])
            if not ids:
                return gone
            with work(KEEPER, Permission.MEDIATE) as job:
                Party.objects.filter(pk__in=ids).update(phone_sealed=None)
                job.record_own("joint.party:phones", erased=len(ids))
            gone += len(ids)


def _agreement_of(row: Mediation) -> MediationEntry:
    """The last agreement that stands. Raises: NothingAgreed."""
    if row.agreed_at is None:
        raise NothingAgreed
    agreed = [one for one in entries_of(row.pk) if one.act == MediationAct.AGREE.value]
    return agreed[-1]


def _require_part(actor: Actor, row: Mediation) -> None:
    if not takes_part(actor, row):
        raise PartiesClosed


def _opened(actor: Actor, row: Mediation, *, purpose: Purpose, remark: str, at: datetime) -> list[Known]:
    _require_part(actor, row)

    def opened(field: PersonalField, sealed: bytes | memoryview | None) -> str:
        if sealed is None:
            return ""
        return reveal_value(
            actor,
            field,
            sealed,
            target=f"{MEDIATION}:{row.pk}",
            subject_id=None,
            purpose=purpose,
            remark=remark,
            at=at,
            area_code=row.scope_code,
        )

    return [
        Known(
            PartySide(one.side),
            one.number,
            opened(PARTY_NAME, one.name_sealed),
            opened(PARTY_PHONE, one.phone_sealed),
        )
        for one in parties_of(row.pk)
    ]
