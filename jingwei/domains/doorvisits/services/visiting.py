"""One visit: every answer goes to the records that need it, through their own ledgers, in one transaction or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from jingwei.domains.doorvisits.contracts import About, LineWritten, Question
from jingwei.domains.doorvisits.models import DoorVisit, Landed
from jingwei.domains.doorvisits.queries.forms import kinds_now, visit_form
from jingwei.domains.doorvisits.queries.hooks import ledger_of, ledgers, note_taker
from jingwei.domains.doorvisits.rules.answers import Answer, Looked, RecordPlan, plans_of
from jingwei.domains.doorvisits.rules.forms import about_of, sound_questions
from jingwei.domains.doorvisits.rules.refusals import (
    AnswerConflict,
    AnswerFault,
    AnswersConflict,
    AnswersRefused,
    FormMoved,
    HouseEnded,
    NothingAnswered,
    NothingAsked,
    VisitIdTaken,
)
from jingwei.domains.dwellings.contracts import HouseCard
from jingwei.domains.dwellings.queries.houses import card_of, house_for
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import ancestor_codes
from jingwei.kernel.errors import DomainError
from jingwei.kernel.ids import uuid7

BAD_FACTS, EDIT_CONFLICT = "forms.bad_facts", "forms.edit_conflict"


@dataclass(frozen=True, slots=True)
class NoteGiven:
    """What was heard at the door, by topic; kept for the grid, without the house."""

    question: str
    topic_code: str
    words: str


@dataclass(frozen=True, slots=True)
class NewVisit:
    """A visit as it was sent. ``visit_id`` is made by the client, so that sending it twice visits once."""

    visit_id: UUID
    house_id: UUID
    form_version: int
    looked: Sequence[Looked]
    answers: Sequence[Answer]
    note: NoteGiven | None = None


@dataclass(slots=True)
class _Outcome:
    """What came of writing the plans, one after the other."""

    written: list[tuple[RecordPlan, LineWritten]]
    faults: list[AnswerFault]
    conflicts: list[AnswerConflict]


def record_visit(actor: Actor, new: NewVisit, *, at: datetime) -> DoorVisit:
    """Write a visit and everything it brought, or nothing. Sent again it is the first one.

    Raises: HouseNotFound, HouseEnded, NothingAsked, FormMoved, NothingAnswered, AnswersRefused, AnswersConflict,
    VisitIdTaken.
    """
    with work(actor, Permission.KEEP_DWELLINGS) as job:
        job.alone_with(f"doorvisits.visit {new.visit_id}")
        known: DoorVisit | None = DoorVisit.objects.visible_to(actor).filter(pk=new.visit_id).first()
        if known is not None:
            if known.person_id != actor.person_id:
                raise VisitIdTaken
            job.recorded_elsewhere()  # by the first of the two
            return known
        card = card_of(house_for(actor, new.house_id))
        if card.is_ended:
            raise HouseEnded
        outcome = _written(actor, new, card, at=at)
        if outcome.conflicts:
            raise AnswersConflict(outcome.conflicts, outcome.faults)
        if outcome.faults:
            raise AnswersRefused(outcome.faults)
        row = _visit(actor, new, card, outcome, at=at)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:  # of somebody who is out of sight
            raise VisitIdTaken from None
        Landed.objects.bulk_create([_landed(row, plan, line) for plan, line in outcome.written])
        job.record_new(row, act="visit", changed=row.changed, confirmed=row.confirmed, notes=row.notes)
    return row


def _written(actor: Actor, new: NewVisit, card: HouseCard, *, at: datetime) -> _Outcome:
    """Raises: NothingAsked, FormMoved, NothingAnswered."""
    day = local(at).date()
    form, kinds = visit_form(on=day), kinds_now(on=day)
    if not form.questions:
        raise NothingAsked
    if form.version != new.form_version:
        raise FormMoved(current=form.version)
    if not new.answers and new.note is None:
        raise NothingAnswered
    questions = sound_questions(form.questions, kinds)
    here = {
        (ledger.kind, one.record_id) for ledger in ledgers() for one in ledger.known(actor, card.house_id)
    }
    present = [one for one in new.looked if (one.kind, one.record_id) in here]
    plans, faults = plans_of(questions, present, new.answers, kinds)
    outcome = _Outcome([], faults, [])
    for plan in plans:
        _write(actor, plan, outcome, at=at)
    if new.note is not None:
        _note(actor, new.note, questions, card, outcome, at=at)
    return outcome


def _write(actor: Actor, plan: RecordPlan, outcome: _Outcome, *, at: datetime) -> None:
    """One record through its ledger; what it refuses is kept for the answer, and what it had written goes."""
    ledger = ledger_of(plan.kind)
    try:
        with transaction.atomic():
            line = ledger.write(actor, plan.answered, at=at) if ledger else None
    except DomainError as refusal:
        _refused(plan, refusal, outcome)
        return
    if line is not None:
        outcome.written.append((plan, line))


def _refused(plan: RecordPlan, refusal: DomainError, outcome: _Outcome) -> None:
    answered = plan.answered
    if refusal.code == EDIT_CONFLICT:
        outcome.conflicts += [
            _conflict(plan, one, version=refusal.data["version"]) for one in refusal.data["fields"]
        ]
        return
    if refusal.code == BAD_FACTS:
        told = [(one["field"], one["message"], one["message_en"]) for one in refusal.data["faults"]]
    else:
        told = [(key, refusal.text, refusal.text_en) for key in (*answered.facts, *answered.unchanged)]
    faults = {
        (*plan.question_of.get(key, ("", answered.record_id)), zh): AnswerFault(
            *plan.question_of.get(key, ("", answered.record_id)), zh, en
        )
        for key, zh, en in told
    }
    outcome.faults += faults.values()


def _conflict(plan: RecordPlan, one: dict[str, Any], *, version: int) -> AnswerConflict:
    question, _ = plan.question_of.get(one["field"], ("", None))
    return AnswerConflict(
        question=question, kind=plan.kind, record_id=plan.answered.record_id, version=version, **one
    )


def _note(
    actor: Actor,
    note: NoteGiven,
    questions: Sequence[Question],
    card: HouseCard,
    outcome: _Outcome,
    *,
    at: datetime,
) -> None:
    asked = {one.key for one in questions if about_of(one, {}) is About.NOTE}
    if note.question not in asked:
        zh, en = "走访表里没有这个问题，请刷新后再答。", "The form does not ask this; load it again."
        outcome.faults.append(AnswerFault(note.question, None, zh, en))
        return
    try:
        with transaction.atomic():
            note_taker()(
                actor, uuid7(), topic_code=note.topic_code, words=note.words, area_code=card.area_code, at=at
            )
    except DomainError as refusal:
        outcome.faults.append(AnswerFault(note.question, None, refusal.text, refusal.text_en))


def _visit(actor: Actor, new: NewVisit, card: HouseCard, outcome: _Outcome, *, at: datetime) -> DoorVisit:
    deeds = [line.deed for _, line in outcome.written]
    row = DoorVisit(
        id=new.visit_id,
        house_id=card.house_id,
        form_version=new.form_version,
        visited_at=at,
        person_id=actor.person_id,
        post_id=actor.post_id,
        unit_id=actor.unit_id,
        officer_name=actor.name,
        changed=deeds.count(RecordDeed.CHANGED.value),
        confirmed=deeds.count(RecordDeed.CONFIRMED.value),
        notes=int(new.note is not None),
    )
    row.lie_in(ancestor_codes(card.area_code))
    return row


def _landed(row: DoorVisit, plan: RecordPlan, line: LineWritten) -> Landed:
    asked = {*plan.answered.facts, *plan.answered.unchanged}
    return Landed(
        visit=row,
        kind=plan.kind,
        record_id=plan.answered.record_id,
        change_id=line.change_id,
        deed=line.deed,
        changed=list(line.fields),
        unchanged=sorted(asked - set(line.fields)),
    )
