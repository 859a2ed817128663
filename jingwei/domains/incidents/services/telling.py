"""Telling those concerned, by the table in ``rules.telling``. Runs in the queue, at least once: notices fold."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.rules.telling import TELLINGS, Notice, Told
from jingwei.domains.incidents.services.together import batch_of_step
from jingwei.foundation.access.contracts import CENTRE, Actor, Role, system_actor
from jingwei.foundation.access.queries import posts_of_role, posts_with_role, unit_brief
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_person, notify_post
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import Level

TELLER = system_actor("事件通知")


def tell_of(
    incident_id: UUID, action: Action, *, unit_id: UUID | None, at: datetime, version: int | None = None
) -> int:
    """Tell everybody the table names; returns how many inboxes. Nothing personal stands in a notice.

    Steps of one batch, which ``version`` leads to, make one notice to each post.
    """
    with eyes(TELLER):
        incident = Incident.objects.visible_to(TELLER).filter(pk=incident_id).first()
        if incident is None:
            return 0
        batch = batch_of_step(incident_id, version)
        return sum(_tell(TELLER, incident, one, unit_id, batch, at) for one in TELLINGS.get(action, ()))


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
    notify_post(TELLER, to_post_id, kind="incidents.assignee", words=words, target=target, at=at)
    return 1


def _tell(
    actor: Actor, incident: Incident, notice: Notice, unit_id: UUID | None, batch: str | None, at: datetime
) -> int:
    words = Words(
        title_zh=notice.zh,
        title_en=notice.en,
        body_zh=f"{incident.receipt_no} {incident.title}",
        body_en=incident.receipt_no,
    )
    target = f"incidents.incident:{incident.pk}"
    fold = f"incidents.{notice.fold}" if notice.fold else f"{target}:{notice.zh}"
    if (
        batch and not notice.fold and notice.told is not Told.REPORTER
    ):  # a reporter hears of each of their own
        fold = f"incidents.batch:{batch}:{notice.zh}"
    kind = f"incidents.{notice.told.value}"
    if notice.told is Told.REPORTER:
        if incident.reporter_id is None:
            return 0
        notify_person(actor, incident.reporter_id, kind=kind, words=words, target=target, fold=fold, at=at)
        return 1
    posts = _posts(incident, notice.told, unit_id)
    for post_id in posts:
        notify_post(
            actor,
            post_id,
            kind=kind,
            words=words,
            target=target,
            fold=fold,
            at=at,
            is_urgent=incident.is_urgent,
        )
    return len(posts)


def _posts(incident: Incident, told: Told, unit_id: UUID | None) -> list[UUID]:
    if told is Told.CENTRE:
        if incident.receiving_post_id is not None:  # a confidential tip: one pair of eyes
            return [incident.receiving_post_id]
        return posts_with_role(incident.centre_id, [Role.DESK])
    if told is Told.GRID:
        is_whole = incident.grid_code is not None and incident.sight_floor >= Level.GRID
        return posts_of_role(Role.OFFICER, incident.grid_code) if is_whole and incident.grid_code else []
    if told is Told.ASSIGNEE and incident.assignee_post_id is not None:
        return [incident.assignee_post_id]
    holder = unit_id or incident.handler_unit_id  # whoever has it by now need not be whom the step concerned
    if holder is None:
        return []
    is_centre = unit_brief(holder).kind == CENTRE
    return posts_with_role(holder, [Role.DESK] if is_centre else [Role.HANDLER, Role.UNIT_HEAD])
