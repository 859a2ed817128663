"""Referrals 转介: asked, answered, withdrawn."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.workforce.contracts import ReferralMoved, ReferralState
from jingwei.domains.workforce.models import Referral, Service
from jingwei.domains.workforce.queries.referrals import matters_seen
from jingwei.domains.workforce.rules.refusals import (
    MatterGuarded,
    NotASpecialist,
    NotYoursToAnswer,
    ReferralNotFound,
    ReferralOver,
)
from jingwei.domains.workforce.rules.words import refuse_personal_words
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import work
from jingwei.kernel.codes import ancestor_codes


@dataclass(frozen=True, slots=True)
class NewReferral:
    """A question to one who serves as a specialist. ``referral_id`` is made by the client."""

    referral_id: UUID
    service_id: UUID
    words: str
    incident_id: UUID | None = None


def refer(actor: Actor, new: NewReferral, *, at: datetime) -> Referral:
    """Ask a specialist of the grid 转介; the same id again changes nothing.

    Raises: NotASpecialist, MatterGuarded, PersonalWords.
    """
    refuse_personal_words(new.words)
    with work(actor, Permission.REFER_SPECIALIST) as job:
        known: Referral | None = Referral.objects.visible_to(actor).filter(pk=new.referral_id).first()
        if known is not None:
            job.recorded_elsewhere()
            return known
        service: Service | None = (
            Service.objects.visible_to(actor)
            .select_related("kind", "member")
            .filter(pk=new.service_id, to_on=None)
            .first()
        )
        if service is None or not service.kind.is_specialist:
            raise NotASpecialist(kind=service.kind.name_zh if service else "")
        row = Referral(
            id=new.referral_id,
            service_id=service.pk,
            to_person_id=service.member.person_id,
            to_name=service.member.name,
            kind_key=service.kind_id,
            words=new.words.strip(),
            asked_at=at,
            person_id=actor.person_id,
            post_id=actor.post_id,
            unit_id=actor.unit_id,
            asker_name=actor.name,
        )
        row.lie_in(ancestor_codes(actor.area_code))
        if new.incident_id is not None:
            matter = matters_seen(actor, [new.incident_id]).get(new.incident_id)
            if matter is None or matter.is_guarded:
                raise MatterGuarded
            row.incident_id, row.receipt_no = matter.incident_id, matter.receipt_no
        row.save(force_insert=True)
        job.record_new(row, act="refer", kind=row.kind_key, receipt_no=row.receipt_no)
        job.publish(ReferralMoved(row.pk, ReferralState.ASKED, at))
    return row


def answer_referral(actor: Actor, referral_id: UUID, *, words: str, at: datetime) -> Referral:
    """Answer 答复: the receiver, or, where they have no account, whoever asked notes what they said.

    Raises: ReferralNotFound, ReferralOver, NotYoursToAnswer, PersonalWords.
    """
    refuse_personal_words(words)
    with work(actor, Permission.ANSWER_REFERRAL) as job:
        row = _open(actor, referral_id)
        if not may_answer(actor, row):
            raise NotYoursToAnswer(name=row.to_name)
        _end(row, ReferralState.ANSWERED, actor, words, at)
        job.record(row, act="answer_referral")
        job.publish(ReferralMoved(row.pk, ReferralState.ANSWERED, at))
    return row


def withdraw_referral(actor: Actor, referral_id: UUID, *, words: str, at: datetime) -> Referral:
    """Take it back 撤回: by whoever asked. Raises: ReferralNotFound, ReferralOver, NotYoursToAnswer."""
    refuse_personal_words(words)
    with work(actor, Permission.ANSWER_REFERRAL) as job:
        row = _open(actor, referral_id)
        if not may_withdraw(actor, row):
            raise NotYoursToAnswer(name=row.to_name)
        _end(row, ReferralState.WITHDRAWN, actor, words, at)
        job.record(row, act="withdraw_referral")
        job.publish(ReferralMoved(row.pk, ReferralState.WITHDRAWN, at))
    return row


def may_answer(actor: Actor, row: Referral) -> bool:
    """The receiver; who has no account is answered for by whoever asked."""
    if row.state != ReferralState.ASKED or actor.person_id is None:
        return False
    return actor.person_id == (row.to_person_id or row.person_id)


def may_withdraw(actor: Actor, row: Referral) -> bool:
    return (
        row.state == ReferralState.ASKED and actor.person_id is not None and actor.person_id == row.person_id
    )


def _open(actor: Actor, referral_id: UUID) -> Referral:
    row: Referral | None = Referral.objects.visible_to(actor).filter(pk=referral_id).first()
    if row is None:
        raise ReferralNotFound
    if row.state != ReferralState.ASKED:
        raise ReferralOver
    if actor.person_id not in (row.person_id, row.to_person_id):
        raise NotYoursToAnswer(name=row.to_name)
    locked: Referral = Referral.objects.visible_to(actor).select_for_update().get(pk=referral_id)
    if locked.state != ReferralState.ASKED:
        raise ReferralOver
    return locked


def _end(row: Referral, state: ReferralState, actor: Actor, words: str, at: datetime) -> None:
    row.state, row.answer = state.value, words.strip()
    row.ended_at, row.ended_by_name = at, actor.name
    row.save(update_fields=["state", "answer", "ended_at", "ended_by_name"])
