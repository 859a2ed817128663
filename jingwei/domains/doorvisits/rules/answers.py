"""From answers to records: what each record is told, and which question a field of it belongs to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from jingwei.domains.doorvisits.contracts import About, Answered, Question
from jingwei.domains.doorvisits.rules.forms import Kinds, about_of
from jingwei.domains.doorvisits.rules.refusals import AnswerFault


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a question; ``record_id`` says about whom, where it is asked of each. ``value`` None clears."""

    question: str
    record_id: UUID | None
    value: object = None
    is_unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """A record that lay before the officer, in the version that was shown."""

    kind: str
    record_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class RecordPlan:
    """What one record is told, and the question behind each of its fields."""

    kind: str
    answered: Answered
    question_of: Mapping[str, tuple[str, UUID | None]]


def plans_of(
    questions: Sequence[Question], looked: Sequence[Looked], answers: Sequence[Answer], kinds: Kinds
) -> tuple[list[RecordPlan], list[AnswerFault]]:
    """What each record is told, in the order in which records are written; and answers that belong nowhere.

    One asked once for the house goes to every record of the kinds it lands in; one asked of each goes to that person.
    A note is none of these. The order is the same whoever visits, so that two visits wait and do not block each other.
    """
    known = {one.key: one for one in questions if about_of(one, kinds) is not About.NOTE}
    people = {one.record_id for one in looked if one.kind in kinds and kinds[one.kind][0] is About.PERSON}
    faults: list[AnswerFault] = []
    given: dict[tuple[str, UUID | None], Answer] = {}
    for one in answers:
        at = (one.question, one.record_id)
        question = known.get(one.question)
        if question is None:
            faults.append(
                _fault(one, "走访表里没有这个问题，请刷新后再答", "The form does not ask this; load it again")
            )
        elif at in given:
            faults.append(_fault(one, "同一项答了两次", "It was answered twice"))
        elif not _fits(question, one, people, kinds):
            faults.append(
                _fault(one, "这一项不是问他的，或此人不在这一户", "It is not asked about them here")
            )
        else:
            given[at] = one
    plans = [plan for one in looked if (plan := _plan(one, known.values(), given, kinds)) is not None]
    return sorted(
        plans, key=lambda one: (kinds[one.kind][0].value, one.kind, str(one.answered.record_id))
    ), faults


def _plan(
    looked: Looked,
    questions: Iterable[Question],
    given: Mapping[tuple[str, UUID | None], Answer],
    kinds: Kinds,
) -> RecordPlan | None:
    facts: dict[str, object] = {}
    unchanged: set[str] = set()
    asked: dict[str, tuple[str, UUID | None]] = {}
    is_whole = True
    for question in questions:
        fields = [land.field for land in question.lands if land.kind == looked.kind]
        if not fields:
            continue
        about = None if about_of(question, kinds) is About.HOUSE else looked.record_id
        answer = given.get((question.key, about))
        asked |= dict.fromkeys(fields, (question.key, about))
        if answer is None:
            is_whole = False
        elif answer.is_unchanged:
            unchanged |= set(fields)
        else:
            facts |= dict.fromkeys(fields, answer.value)
    if not facts and not unchanged:
        return None
    answered = Answered(looked.record_id, looked.version, facts, frozenset(unchanged), is_whole)
    return RecordPlan(looked.kind, answered, asked)


def _fits(question: Question, answer: Answer, people: set[UUID], kinds: Kinds) -> bool:
    if about_of(question, kinds) is About.HOUSE:
        return answer.record_id is None
    return answer.record_id in people


def _fault(answer: Answer, zh: str, en: str) -> AnswerFault:
    return AnswerFault(answer.question, answer.record_id, f"{zh}。", f"{en}.")
