"""What is refused about visits and what is asked at them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from jingwei.domains.doorvisits.contracts import QuestionFault
from jingwei.kernel.errors import DomainError, Invalid, NotFound


@dataclass(frozen=True, slots=True)
class AnswerFault:
    """Why an answer cannot be taken; without a record it is about the house or the note."""

    question: str
    record_id: UUID | None
    message_zh: str
    message_en: str


@dataclass(frozen=True, slots=True)
class AnswerConflict:
    """An answer to what somebody else changed meanwhile; ``version`` is the record's now. Hidden values come masked."""

    question: str
    kind: str
    record_id: UUID
    field: str
    label: str
    label_en: str
    yours: object
    theirs: object
    by: str
    at: str
    version: int


class DoorVisitNotFound(NotFound):
    code = "doorvisits.not_found"
    message = "没有找到这次入户走访，或不在您的辖区内。请从走访列表中选择。"
    message_en = "No such visit, or outside your jurisdiction. Choose one from the list of visits."


class VisitIdTaken(DomainError):
    code = "doorvisits.id_taken"
    message = "这次走访的编号已被别的走访占用。请重新打开这一户再走访。"
    message_en = "The number of this visit belongs to another one. Open the house again."


class HouseEnded(DomainError):
    code = "doorvisits.house_ended"
    message = "这处房屋已停用，不能走访。请选在用的房屋。"
    message_en = "This house is out of use. Choose one in use."


class NothingAsked(DomainError):
    code = "doorvisits.nothing_asked"
    message = "还没有发布走访表。请联系管理员发布。"
    message_en = "No visit form has been published yet. Ask an administrator."


class FormMoved(DomainError):
    code = "doorvisits.form_moved"
    message = "走访表已换成第{current}版。请刷新这一户，您已答的内容会保留。"
    message_en = "The visit form is now version {current}. Load the house again; what you answered is kept."


class NothingAnswered(Invalid):
    code = "doorvisits.nothing_answered"
    message = "还没有回答任何一项。请逐项点“没有变化”或填写后保存。"
    message_en = "Nothing was answered. Tap “no change” or answer, then save."


class BadVisitForm(Invalid):
    """A form that may not be published; ``data["faults"]`` says what is wrong, question by question."""

    code = "doorvisits.bad_form"
    message = "走访表还不能发布，有{count}处要改。第一处：“{first}”。"
    message_en = (
        "The visit form cannot be published yet; {count} things have to be mended. The first: “{first_en}”."
    )

    def __init__(self, faults: Sequence[QuestionFault]) -> None:
        super().__init__(
            count=len(faults),
            first=faults[0].message_zh.rstrip("。"),
            first_en=faults[0].message_en.rstrip("."),
            faults=[
                {"question": one.question, "message": one.message_zh, "message_en": one.message_en}
                for one in faults
            ],
        )


class VisitStartRefused(Invalid):
    code = "doorvisits.start_refused"
    message = "启用日不能早于{earliest}。请选择那天或以后的一天。"
    message_en = "It cannot come into force before {earliest}. Choose that day or a later one."


class AnswersRefused(Invalid):
    """Some answers cannot be taken, and nothing was kept; ``data["faults"]`` says which and why."""

    code = "doorvisits.answers_refused"
    message = "有{count}项回答不能保存，这次走访还没有保存。请按每一项的提示改正后再保存。"
    message_en = (
        "{count} answers cannot be kept, and nothing was saved. Correct them as each says, and save again."
    )

    def __init__(self, faults: Sequence[AnswerFault]) -> None:
        super().__init__(count=len(faults), faults=_faults(faults), conflicts=[])


class AnswersConflict(DomainError):
    """Others changed the same meanwhile, and nothing was kept; ``data["conflicts"]`` stands side by side."""

    code = "doorvisits.answers_conflict"
    message = "您走访期间，有{count}项已被他人改成别的内容，这次走访还没有保存。请逐项选择后再保存。"
    message_en = (
        "During your visit others changed {count} of these to something else, and nothing was saved. "
        "Choose for each, and save again."
    )
    status = 409

    def __init__(self, conflicts: Sequence[AnswerConflict], faults: Sequence[AnswerFault]) -> None:
        super().__init__(
            count=len(conflicts), conflicts=[_conflict(one) for one in conflicts], faults=_faults(faults)
        )


def _faults(faults: Sequence[AnswerFault]) -> list[dict[str, Any]]:
    return [
        {
            "question": one.question,
            "record_id": str(one.record_id) if one.record_id else None,
            "message": one.message_zh,
            "message_en": one.message_en,
        }
        for one in faults
    ]


def _conflict(one: AnswerConflict) -> dict[str, Any]:
    names = ("question", "kind", "field", "label", "label_en", "yours", "theirs", "by", "at", "version")
    return {name: getattr(one, name) for name in names} | {"record_id": str(one.record_id)}
