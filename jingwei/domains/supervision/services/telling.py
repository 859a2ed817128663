"""Who hears of supervision: the unit that owes an answer, whoever raised it, and those above what was not answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.queries.overseeing import Overseen, overseen
from jingwei.domains.supervision.contracts import CardKind, Happening
from jingwei.domains.supervision.models import Card, Case, Note
from jingwei.domains.supervision.rules.wording import KIND_LABELS
from jingwei.foundation.access.contracts import CENTRE, Role, system_actor
from jingwei.foundation.access.queries import centre_for, posts_with_role
from jingwei.foundation.events.services import is_first_hearing
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_post
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import level_of

TELLER = system_actor("督办通知")
ANSWERS = (Role.UNIT_HEAD, Role.HANDLER, Role.DESK, Role.COMMANDER)
DECIDES = (Role.DESK, Role.COMMANDER)
OF_CARD: dict[Happening, tuple[str, str]] = {
    Happening.CARD_RAISED: ("{kind}，请答复", "{kind}: please answer"),
    Happening.CARD_ANSWERED: ("{kind}已答复，请认定", "{kind}: answered, please decide"),
    Happening.CARD_SENT_BACK: ("{kind}的答复被退回，请重新答复", "{kind}: your answer was sent back"),
    Happening.CARD_ENDED: ("{kind}已结束", "{kind}: over"),
    Happening.CARD_MISSED: ("{kind}逾期未答复", "{kind}: not answered in time"),
}
OF_CASE: dict[Happening, tuple[str, str]] = {
    Happening.CASE_RAISED: ("综治督导：请报整改方案", "Your area is supervised: send in a plan"),
    Happening.CASE_PLANNED: ("综治督导：整改方案已报", "Supervised area: its plan is in"),
    Happening.CASE_RECTIFIED: (
        "综治督导：整改已报完成，请复查",
        "Supervised area: rectified, please re-check",
    ),
    Happening.CASE_FAILED: (
        "综治督导：复查不合格，请继续整改",
        "Supervised area: the re-check failed, go on",
    ),
    Happening.CASE_CLOSED: ("综治督导：已销号", "Supervised area: closed"),
}
TO_RAISER = {Happening.CARD_ANSWERED, Happening.CASE_PLANNED, Happening.CASE_RECTIFIED}


@dataclass(frozen=True, slots=True)
class _Told:
    """A notice: to whom, its words, and what it opens."""

    posts: Sequence[UUID]
    words: Words
    target: str
    is_urgent: bool = False


def tell_of(happening: Happening, subject_id: UUID, *, at: datetime) -> int:
    """Tell whom it concerns; returns how many inboxes. Nothing personal stands in a notice."""
    with eyes(TELLER):
        if not is_first_hearing(at=at):
            return 0
        told = _told(happening, subject_id)
        if told is None:
            return 0
        for post_id in dict.fromkeys(told.posts):
            notify_post(
                TELLER,
                post_id,
                kind=f"supervision.{happening.value}",
                words=told.words,
                target=told.target,
                fold=f"{told.target}:{happening.value}",
                is_urgent=told.is_urgent,
                at=at,
            )
        return len(set(told.posts))


def _told(happening: Happening, subject_id: UUID) -> _Told | None:
    if happening in OF_CASE:
        return _of_case(happening, subject_id)
    if happening is Happening.NOTE_ANSWERED:
        return _of_note(subject_id)
    return _of_card(happening, subject_id)


def _of_card(happening: Happening, card_id: UUID) -> _Told | None:
    card = Card.objects.filter(pk=card_id).first()
    matter = _matter(card.incident_id) if card else None
    if card is None or matter is None:
        return None
    zh, en = OF_CARD[happening]
    kind_zh, kind_en = KIND_LABELS[card.kind]
    if happening in TO_RAISER:
        posts = posts_with_role(card.by_unit_id, DECIDES)
    elif happening is Happening.CARD_MISSED:
        posts = [
            *posts_with_role(card.unit_id, (Role.UNIT_HEAD, Role.COMMANDER)),
            *posts_with_role(card.by_unit_id, DECIDES),
            *_leaders_above(card.by_area),
        ]
    else:
        posts = posts_with_role(card.unit_id, ANSWERS)
    is_grave = card.kind == CardKind.RED.value and happening is Happening.CARD_RAISED
    words = Words(zh.format(kind=kind_zh), en.format(kind=kind_en), *_body(matter))
    return _Told(posts, words, f"incidents.incident:{card.incident_id}", is_urgent=is_grave)


def _of_note(note_id: UUID) -> _Told | None:
    note = Note.objects.filter(pk=note_id).first()
    matter = _matter(note.incident_id) if note else None
    if note is None or matter is None:
        return None
    posts = [*posts_with_role(matter.centre_id, DECIDES), *_leaders_above(matter.centre_area)]
    words = Words("领导批示已答复", "A leader's note was answered", *_body(matter))
    return _Told(posts, words, f"incidents.incident:{note.incident_id}")


def _of_case(happening: Happening, case_id: UUID) -> _Told | None:
    case: Case | None = Case.objects.visible_to(TELLER).filter(pk=case_id).first()
    if case is None:
        return None
    unit_id = case.unit_id if happening in TO_RAISER else case.receiver_unit_id
    zh, en = OF_CASE[happening]
    words = Words(zh, en, case.title, case.title)
    return _Told(posts_with_role(unit_id, DECIDES), words, f"supervision.case:{case.pk}")


def _matter(incident_id: UUID) -> Overseen | None:
    return overseen(TELLER, [incident_id]).get(incident_id)


def _body(matter: Overseen) -> tuple[str, str]:
    return f"{matter.receipt_no} {matter.title}", matter.receipt_no


def _leaders_above(area_code: str) -> list[UUID]:
    """Leaders of the next centre above an area."""
    level = level_of(area_code).above
    centre = centre_for(area_code, level=level) if level else None
    return posts_with_role(centre.unit_id, (Role.COMMANDER,)) if centre and centre.kind == CENTRE else []
