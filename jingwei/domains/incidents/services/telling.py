"""Telling those concerned, by the table in ``rules.telling``. Runs in the queue, at least once: notices fold."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import Action, Identity, State
from jingwei.domains.incidents.models import Incident, Objection, Participant, Question, Step
from jingwei.domains.incidents.queries.beside import is_held
from jingwei.domains.incidents.queries.disputes import is_child
from jingwei.domains.incidents.rules.lifecycle import WITH_UNIT
from jingwei.domains.incidents.rules.personal import REPORTER_PHONE
from jingwei.domains.incidents.rules.sight import LEADERS
from jingwei.domains.incidents.rules.telling import TELLINGS, Notice, Told
from jingwei.domains.incidents.services.together import batch_of_step
from jingwei.foundation.access.contracts import CENTRE, Actor, Role, system_actor
from jingwei.foundation.access.queries import posts_of_role, posts_with_role, unit_brief
from jingwei.foundation.events.services import is_first_hearing
from jingwei.foundation.notices.contracts import Audience, Channel, Words
from jingwei.foundation.notices.services.inbox import notify_person, notify_post
from jingwei.foundation.notices.services.messages import write_message
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import Level

TELLER = system_actor("事件通知")


@dataclass(frozen=True, slots=True)
class _Taken:
    """The step that is told of; ``unit_id`` held the task then, ``batch`` is what it was part of."""

    unit_id: UUID | None
    version: int | None
    batch: str | None
    at: datetime


def tell_of(
    incident_id: UUID, action: Action, *, unit_id: UUID | None, at: datetime, version: int | None = None
) -> int:
    """Tell everybody the table names; returns how many inboxes. Nothing personal stands in a notice.

    Steps of one batch, which ``version`` leads to, make one notice to each post.
    """
    with eyes(TELLER):
        if not is_first_hearing(at=at):
            return 0
        incident = Incident.objects.visible_to(TELLER).filter(pk=incident_id).first()
        if incident is None:
            return 0
        if action is Action.REPORT and is_held(incident):
            return _tell_reviewers(incident, at)
        if action is Action.REPORT and is_child(incident.pk):  # accepted and dispatched in the same breath
            return 0
        step = _Taken(unit_id, version, batch_of_step(incident_id, version), at)
        told = TELLINGS.get(action, ())
        if incident.head_id is not None:  # its head has told everybody else
            told = tuple(one for one in told if one.told is Told.REPORTER)
        return sum(_tell(TELLER, incident, one, step) for one in told)


def _tell_reviewers(incident: Incident, at: datetime) -> int:
    """Tell those who can take the second look, once for all that waits."""
    words = Words(
        title_zh="有来源被标记的上报待复核",
        title_en="Reports from marked sources wait for a second look",
        body_zh="请在“待复核”中查看；24小时内无人复核会自动转坐席。",
        body_en="See “For review”; after 24 hours without anybody they go to the desk by themselves.",
    )
    units = Participant.objects.filter(incident_id=incident.pk, post_id=None).values_list(
        "unit_id", flat=True
    )
    posts = [post for unit in units for post in posts_with_role(unit, [Role.DESK, Role.COMMANDER])]
    for post_id in posts:
        notify_post(
            TELLER,
            post_id,
            kind="incidents.centre",
            words=words,
            target="incidents.held:all",
            fold="incidents.held",
            at=at,
        )
    return len(posts)


def tell_of_arrival(batch_id: UUID, centre_id: UUID, count: int, *, at: datetime) -> int:
    """Tell a centre's desks once of a whole file of reports; returns how many inboxes."""
    words = Words(
        title_zh=f"批量导入：{count} 件待受理",
        title_en=f"Brought in from a file: {count} to accept",
        body_zh="在待受理中查看，渠道为“批量导入”。",
        body_en="See them under “To accept”; their channel is “import”.",
    )
    target = f"incidents.batch:{batch_id}"
    posts = posts_with_role(centre_id, [Role.DESK])
    with eyes(TELLER):
        if not is_first_hearing(at=at):
            return 0
        for post_id in posts:
            notify_post(TELLER, post_id, kind="incidents.centre", words=words, target=target, at=at)
    return len(posts)


def tell_of_hand_over(from_post_id: UUID, to_post_id: UUID, count: int, *, at: datetime) -> int:
    """Tell the post that took over, once for all of it; returns how many inboxes."""
    words = Words(
        title_zh=f"有 {count} 件工作移交给您",
        title_en=f"{count} matters were handed over to you",
        body_zh="时限不变，请在“在办”中查看。",
        body_en="Their deadlines go on. See them under “In hand”.",
    )
    target = f"incidents.hands:{from_post_id}"
    with eyes(TELLER):
        if not is_first_hearing(at=at):
            return 0
        notify_post(TELLER, to_post_id, kind="incidents.assignee", words=words, target=target, at=at)
    return 1


def _tell(actor: Actor, incident: Incident, notice: Notice, step: _Taken) -> int:
    words = Words(
        title_zh=notice.zh,
        title_en=notice.en,
        body_zh=f"{incident.receipt_no} {incident.title}",
        body_en=incident.receipt_no,
    )
    target = f"incidents.incident:{incident.pk}"
    fold = f"incidents.{notice.fold}" if notice.fold else f"{target}:{notice.zh}"
    is_reporters = notice.told is Told.REPORTER  # a reporter hears of each of their own
    if step.batch and not notice.fold and not is_reporters:
        fold = f"incidents.batch:{step.batch}:{notice.zh}"
    told = {"kind": f"incidents.{notice.told.value}", "words": words, "target": target, "fold": fold}
    if is_reporters:
        by_message = notice.message and (notice.wants_answer or incident.reporter_id is None)
        sent = _send_message(actor, incident, notice, step, target) if by_message else 0
        if incident.reporter_id is None:
            return sent
        notify_person(actor, incident.reporter_id, at=step.at, **told)
        return sent + 1
    posts = _posts(incident, notice.told, step)
    for post_id in posts:
        notify_post(actor, post_id, at=step.at, is_urgent=incident.is_urgent, **told)
    return len(posts)


def _send_message(actor: Actor, incident: Incident, notice: Notice, step: _Taken, target: str) -> int:
    """By SMS to a reporter who left a number; the words name nothing but the receipt."""
    if incident.reporter_phone_sealed is None or incident.identity == Identity.ANONYMOUS:
        return 0
    sent = write_message(
        actor,
        channel=Channel.SMS,
        audience=Audience.RESIDENT,
        field=REPORTER_PHONE,
        sealed=bytes(incident.reporter_phone_sealed),
        text=notice.message.format(receipt_no=incident.receipt_no),
        once=f"incidents:{incident.pk}:{step.version}",
        target=target,
        subject_id=incident.reporter_id,
        is_urgent=incident.is_urgent,
        at=step.at,
    )
    return 0 if sent is None else 1


def _posts(incident: Incident, told: Told, step: _Taken) -> list[UUID]:
    if told is Told.ASKER:
        asked = Question.objects.filter(incident_id=incident.pk, answered_version=step.version).first()
        return [asked.asked_by_post_id] if asked and asked.asked_by_post_id else []
    if told is Told.ASSIST:
        return _assisting(incident, step)
    if told in {Told.REFEREE, Told.OBJECTOR}:
        return _disputants(incident, told)
    if told is Told.OWER:
        return _owers(incident, step)
    if told is Told.CENTRE:
        if incident.receiving_post_id is not None:  # a confidential tip: one pair of eyes
            return [incident.receiving_post_id]
        return posts_with_role(incident.centre_id, [Role.DESK])
    if told is Told.GRID:
        is_whole = incident.grid_code is not None and incident.sight_floor >= Level.GRID
        return posts_of_role(Role.OFFICER, incident.grid_code) if is_whole and incident.grid_code else []
    if told is Told.ASSIGNEE and incident.assignee_post_id is not None:
        return [incident.assignee_post_id]
    # Whoever has it by now need not be whom the step concerned.
    holder = step.unit_id or incident.handler_unit_id
    if holder is None:
        return []
    is_centre = unit_brief(holder).kind == CENTRE
    return posts_with_role(holder, [Role.DESK] if is_centre else [Role.HANDLER, Role.UNIT_HEAD])


def _assisting(incident: Incident, step: _Taken) -> list[UUID]:
    """The unit that the step is about."""
    taken = Step.objects.filter(incident_id=incident.pk, version=step.version).first()
    unit_id = taken.facts.get("unit_id") if taken else None
    return posts_with_role(UUID(unit_id), [Role.HANDLER, Role.UNIT_HEAD, Role.DESK]) if unit_id else []


def _disputants(incident: Incident, told: Told) -> list[UUID]:
    """Who decides the latest objection, or who made it."""
    row = Objection.objects.filter(incident_id=incident.pk).order_by("-asked_at").first()
    if row is None:
        return []
    if told is Told.REFEREE:
        is_above = row.referee_id != incident.centre_id
        return posts_with_role(row.referee_id, [Role.DESK] if is_above else sorted(LEADERS))
    is_centre = unit_brief(row.unit_id).kind == CENTRE
    return posts_with_role(row.unit_id, [Role.DESK] if is_centre else [Role.HANDLER, Role.UNIT_HEAD])


def _owers(incident: Incident, step: _Taken) -> list[UUID]:
    """Who owed the next step when the matter was urged: the unit's head and its assignee, the checkers, the desk."""
    taken = Step.objects.filter(incident_id=incident.pk, version=step.version).first()
    state = State(taken.to_state if taken else incident.state)
    if state not in WITH_UNIT:
        grid = _posts(incident, Told.GRID, step) if state is State.HANDLED else []
        return [*grid, *_posts(incident, Told.CENTRE, step)]
    assignee = incident.assignee_post_id
    if assignee is None or step.unit_id != incident.handler_unit_id:
        return _posts(incident, Told.UNIT, step)
    return list(dict.fromkeys([*posts_with_role(step.unit_id, [Role.UNIT_HEAD]), assignee]))
