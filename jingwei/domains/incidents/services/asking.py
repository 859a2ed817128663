"""Asking whoever reported 征询, and their answer. The clock goes on: who must wait for it suspends the matter."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.models import Incident, Question
from jingwei.domains.incidents.queries import hears_questions, question_of
from jingwei.domains.incidents.rules.asking import QUESTION_WAITS, may_ask_anew
from jingwei.domains.incidents.rules.evidence import REPORT_KIND
from jingwei.domains.incidents.rules.intake import require_words
from jingwei.domains.incidents.rules.refusals import NobodyToAsk, NothingToAnswer, QuestionWaits
from jingwei.domains.incidents.services.course import Proof, step
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.ids import uuid7


def ask_reporter(
    actor: Actor, incident_id: UUID, *, remark: str, at: datetime, version: int | None = None
) -> Incident:
    """Ask whoever reported 征询, without learning who they are. One question at a time.

    Raises: QuestionWaits while another is open and younger than three days; NobodyToAsk.
    """
    with step(actor, incident_id, Action.ASK_REPORTER, at=at, version=version, remark=remark) as taking:
        incident = taking.incident
        if not hears_questions(incident):
            raise NobodyToAsk
        waiting = question_of(incident)
        if waiting is not None:
            if not may_ask_anew(waiting.asked_at, at=at):
                raise QuestionWaits(days=QUESTION_WAITS.days)
            end_question(incident, at=at)
        Question(
            id=uuid7(),
            incident_id=incident_id,
            asked_at=at,
            asked_by_post_id=actor.post_id,
            asked_by_unit_id=actor.unit_id,
            words=remark.strip(),
        ).save(force_insert=True)
    return taking.incident


def answer_question(
    actor: Actor,
    incident_id: UUID,
    *,
    words: str,
    at: datetime,
    version: int | None = None,
    file_ids: Sequence[UUID] = (),
) -> Incident:
    """Answer 回答 the open question, in words or with a photo. Raises: NothingToAnswer, WordsMissing."""
    proofs = [Proof(file_id=one, kind=REPORT_KIND) for one in file_ids]
    with step(
        actor, incident_id, Action.ANSWER, at=at, version=version, remark=words, proofs=proofs
    ) as taking:
        waiting = question_of(taking.incident)
        if waiting is None:
            raise NothingToAnswer
        require_words(words, len(file_ids))
        waiting.answer, waiting.answered_at, waiting.ended_at = words.strip(), at, at
        waiting.answered_version = taking.incident.version + 1
        waiting.save(update_fields=["answer", "answered_at", "answered_version", "ended_at"])
    return taking.incident


def end_question(incident: Incident, *, at: datetime) -> None:
    """An open question that will not be answered any more: another took its place, or the matter is over."""
    Question.objects.filter(incident_id=incident.pk, ended_at=None).update(ended_at=at)
