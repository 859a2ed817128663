"""Who hears of joint work: the units that are called, whoever called, and those above where somebody did not come."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.joint.contracts import Happening
from jingwei.domains.joint.models import Enforcement, Mediation, Meeting, Shared, Summons, Whistle
from jingwei.foundation.access.contracts import CENTRE, Permission, Role, system_actor
from jingwei.foundation.access.queries import centre_for, posts_with_role, unit_brief
from jingwei.foundation.events.services import is_first_hearing
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_post
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import level_of

TELLER = system_actor("联动通知")
LEADS = (Role.DESK, Role.COMMANDER)
ANSWERS = (Role.UNIT_HEAD, Role.HANDLER, Role.DESK)


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a happening."""

    zh: str
    en: str


SAID: dict[Happening, _Said] = {
    Happening.WHISTLED: _Said("吹哨：请到现场报到", "You are called: report on site"),
    Happening.WHISTLE_ENDED: _Said("吹哨已结束，请查看结果", "A call has ended: see its result"),
    Happening.MEETING_CALLED: _Said("邀请参加联席会议", "You are asked to a joint meeting"),
    Happening.MEETING_CANCELLED: _Said("联席会议已取消", "A joint meeting was cancelled"),
    Happening.MINUTES: _Said("联席会议纪要已发布，请查看议定事项", "The minutes of a joint meeting are in"),
    Happening.DECISION_DONE: _Said("会议议定事项已办结", "A decision of the meeting was carried out"),
    Happening.ABSENT: _Said("有单位吹哨未报到", "A unit that was called did not come"),
    Happening.DISPUTE_SENT: _Said("有矛盾纠纷转到本单位调解", "A dispute was sent to your unit to mediate"),
    Happening.DISPUTE_ENDED: _Said("矛盾纠纷调解有了结果", "A mediation has a result"),
    Happening.ENFORCEMENT_PLANNED: _Said(
        "邀请参加联合执法，请答复", "You are asked to a joint enforcement: answer"
    ),
    Happening.ENFORCEMENT_ANSWERED: _Said(
        "联合执法有单位答复", "A unit has answered about a joint enforcement"
    ),
    Happening.ENFORCEMENT_ENDED: _Said(
        "联合执法已结束或取消", "A joint enforcement has ended or was called off"
    ),
}
OF: dict[Happening, type[Shared]] = {
    Happening.MEETING_CALLED: Meeting,
    Happening.MEETING_CANCELLED: Meeting,
    Happening.MINUTES: Meeting,
    Happening.DECISION_DONE: Meeting,
    Happening.DISPUTE_SENT: Mediation,
    Happening.DISPUTE_ENDED: Mediation,
    Happening.ENFORCEMENT_PLANNED: Enforcement,
    Happening.ENFORCEMENT_ANSWERED: Enforcement,
    Happening.ENFORCEMENT_ENDED: Enforcement,
}
"""What a happening is about; a whistle where nothing stands here."""
TO_WHOSE_IT_IS = {Happening.DECISION_DONE, Happening.DISPUTE_SENT, Happening.ENFORCEMENT_ANSWERED}
URGENT = {Happening.WHISTLED, Happening.ABSENT}


def tell_of(happening: Happening, subject_id: UUID, *, at: datetime) -> int:
    """Tell whom it concerns; returns how many inboxes. Nothing personal stands in a notice."""
    with eyes(TELLER):
        if not is_first_hearing(at=at):
            return 0
        model = OF.get(happening, Whistle)
        row: Shared | None = model.objects.visible_to(TELLER).filter(pk=subject_id).first()
        if row is None:
            return 0
        units = [row.unit_id] if happening in TO_WHOSE_IT_IS else list(row.unit_ids)
        posts = [post for unit in units for post in _posts_of(unit)]
        return _tell(happening, row, posts, at=at)


def tell_of_absence(summons_id: UUID, *, at: datetime) -> int:
    """Tell, once, that a unit has not come: whoever called, the unit's head, and the centre above the one that called."""
    with eyes(TELLER):
        with work(TELLER, Permission.CALL_JOINT) as job:
            summons = Summons.objects.filter(pk=summons_id).select_for_update().first()
            if summons is None or summons.arrived_at is not None or summons.told_absent_at is not None:
                job.recorded_elsewhere()
                return 0
            whistle: Whistle = Whistle.objects.visible_to(TELLER).get(pk=summons.whistle_id)
            if whistle.ended_at is not None or at < whistle.meet_at:
                job.recorded_elsewhere()
                return 0
            summons.told_absent_at = at
            summons.save(update_fields=["told_absent_at"])
            job.record(whistle, act="absent", unit=str(summons.unit_id))
        posts = [
            *posts_with_role(whistle.unit_id, LEADS),
            *posts_with_role(summons.unit_id, [Role.UNIT_HEAD, Role.COMMANDER]),
            *_above(whistle.unit_id),
        ]
        return _tell(Happening.ABSENT, whistle, posts, at=at)


def _posts_of(unit_id: UUID) -> list[UUID]:
    return posts_with_role(unit_id, ANSWERS)


def _above(unit_id: UUID) -> list[UUID]:
    """Desk and leaders of the centre above the one that called."""
    area_code = unit_brief(unit_id).area_code
    level = level_of(area_code).above
    centre = centre_for(area_code, level=level) if level else None
    return posts_with_role(centre.unit_id, LEADS) if centre and centre.kind == CENTRE else []


def _tell(happening: Happening, row: Shared, posts: list[UUID], *, at: datetime) -> int:
    said = SAID[happening]
    words = Words(title_zh=said.zh, title_en=said.en, body_zh=_body(row), body_en=_body(row))
    target = f"{row._meta.label_lower}:{row.pk}"
    for post_id in dict.fromkeys(posts):
        notify_post(
            TELLER,
            post_id,
            kind=f"joint.{happening.value}",
            words=words,
            target=target,
            fold=f"{target}:{happening.value}",
            is_urgent=happening in URGENT,
            at=at,
        )
    return len(set(posts))


def _body(row: Shared) -> str:
    """When and where, or what kind of dispute; what it is about and who quarrels stand behind the notice."""
    if isinstance(row, Mediation):
        return row.kind_name
    when = row.meet_at if isinstance(row, Whistle) else row.starts_at  # type: ignore[attr-defined]
    return f"{local(when):%m-%d %H:%M} {row.place}"  # type: ignore[attr-defined]
