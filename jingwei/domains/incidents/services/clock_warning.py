"""Warnings before the deadlines of a matter: found by the minute, told once, answered by those whose turn it is."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from jingwei.domains.clocks.contracts import WARNING_LABELS, Answerer, ClockPolicy, WarningColour
from jingwei.domains.clocks.queries.answerers import answering_posts
from jingwei.domains.clocks.queries.policy import policy_at
from jingwei.domains.clocks.queries.running import answerer_of, colour_reached, may_tell_at, next_look
from jingwei.domains.incidents.contracts import MattersOverdue
from jingwei.domains.incidents.models import ClockWarning, Incident, Step
from jingwei.domains.incidents.queries.clocks import answering, matter_of, running_clocks, steps_by_incident
from jingwei.domains.incidents.rules.clocks import CLOCK_LABELS, ClockName
from jingwei.domains.incidents.rules.refusals import NoWarningToAnswer
from jingwei.domains.incidents.services.course import locked
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import PostNotice, notify_posts
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.ids import uuid7

CLOCK_KEEPER = system_actor("时限程序")
AT_ONCE = 2000
"""The more at once, the more matters one notice is about; users of these matters wait some seconds at most."""
NOTICE_KIND = "incidents.warning"
LOOK_NEXT = """
update incidents_incident i set next_warn_at = n.at
  from unnest(%s::uuid[], %s::timestamptz[]) as n(id, at) where i.id = n.id
"""


@dataclass(frozen=True, slots=True)
class _Due:
    """A warning that has to be given now."""

    incident: Incident
    clock: ClockName
    colour: WarningColour
    due_at: datetime
    answerer: Answerer


def sweep_clocks(actor: Actor, *, at: datetime) -> int:
    """Give every warning that is due; returns how many incidents were looked at.

    Costs what is due, not what is open: ``next_warn_at`` is indexed. Looking at one twice tells nobody twice.
    """
    looked_at = 0
    while True:
        with eyes(actor):
            if not _due_rows(actor, at).exists():
                return looked_at
        with work(actor, Permission.SWEEP_CLOCKS) as job:
            rows = list(
                _due_rows(actor, at)
                .order_by("next_warn_at")
                .select_for_update(of=("self",), skip_locked=True)[:AT_ONCE]
            )
            given = _look(rows, at)
            _tell(given, at)
            overdue = tuple({one.incident.pk for one in given if one.colour is WarningColour.OVERDUE})
            if overdue:
                job.publish(MattersOverdue(overdue, at))
            job.record_own(
                "incidents.warning:sweep", looked_at=len(rows), given=len(given), at=at.isoformat()
            )
        looked_at += len(rows)
        if len(rows) < AT_ONCE:
            return looked_at


def answer_warnings(actor: Actor, incident_id: UUID, *, words: str, at: datetime) -> int:
    """Answer 预警答复 every open warning of a matter that is the actor's to answer; returns how many.

    Raises: NotFound; NoWarningToAnswer.
    """
    with work(actor, Permission.ANSWER_WARNING) as job:
        incident = locked(actor, incident_id)
        waiting = list(ClockWarning.objects.filter(incident_id=incident_id, answered_at=None))
        mine = [one for one in waiting if actor.post_id in answering(incident, Answerer(one.answered_by))]
        if not mine:
            raise NoWarningToAnswer
        ClockWarning.objects.filter(pk__in=[one.pk for one in mine]).update(
            answered_at=at, answer_post_id=actor.post_id, answer_name=actor.name, answer=words.strip()
        )
        job.record(incident, act="answer_warnings", count=len(mine))
    return len(mine)


def _due_rows(actor: Actor, at: datetime) -> QuerySet[Incident]:
    rows: QuerySet[Incident] = Incident.objects.visible_to(actor).filter(next_warn_at__lte=at)
    return rows


def _look(rows: Sequence[Incident], at: datetime) -> list[_Due]:
    policy = policy_at(at)
    steps = steps_by_incident(one.pk for one in rows)
    found: list[_Due] = []
    next_at: dict[UUID, datetime | None] = {}
    for incident in rows:
        told_at = may_tell_at(at, policy, is_urgent=incident.is_urgent)
        if told_at > at:
            next_at[incident.pk] = told_at
            continue
        due, next_at[incident.pk] = _due_of(incident, steps.get(incident.pk, []), policy, at)
        found += due
    given = _new_among(found)
    ClockWarning.objects.bulk_create(
        ClockWarning(
            id=uuid7(),
            incident_id=one.incident.pk,
            clock=one.clock.value,
            colour=one.colour.value,
            due_at=one.due_at,
            warned_at=at,
            answered_by=one.answerer.value,
        )
        for one in given
    )
    with connection.cursor() as cursor:
        cursor.execute(LOOK_NEXT, [list(next_at), list(next_at.values())])
    return given


def _due_of(
    incident: Incident, steps: Sequence[Step], policy: ClockPolicy, at: datetime
) -> tuple[list[_Due], datetime | None]:
    """The colours an incident's clocks have reached, and when to look again."""
    clocks = running_clocks(incident, steps, policy)
    reached = [(one, colour_reached(one.moments, at)) for one in clocks]
    looks = [when for one in clocks if (when := next_look(one.moments, at)) is not None]
    due = [
        _Due(incident, one.name, colour, one.due_at, answerer_of(policy, colour))
        for one, colour in reached
        if colour is not None
    ]
    return due, min(looks, default=None)


def _new_among(found: Sequence[_Due]) -> list[_Due]:
    """Without what was told before: the same colour of the same deadline. The incidents are locked."""
    known = set(
        ClockWarning.objects.filter(incident_id__in={one.incident.pk for one in found}).values_list(
            "incident_id", "clock", "colour", "due_at"
        )
    )
    return [
        one for one in found if (one.incident.pk, one.clock.value, one.colour.value, one.due_at) not in known
    ]


def _tell(given: Iterable[_Due], at: datetime) -> None:
    """One notice to each post for each colour, however many matters it is about."""
    told: dict[tuple[UUID, WarningColour], list[_Due]] = defaultdict(list)
    posts = cache(answering_posts)  # of one batch: many matters have the same unit and place
    for one in given:
        for post_id in posts(matter_of(one.incident), one.answerer):
            told[post_id, one.colour].append(one)
    notices = [_notice(post_id, colour, dues) for (post_id, colour), dues in told.items()]
    notify_posts(CLOCK_KEEPER, notices, kind=NOTICE_KIND, at=at)


def _notice(post_id: UUID, colour: WarningColour, dues: Sequence[_Due]) -> PostNotice:
    matters = {one.incident.pk: one.incident for one in dues}
    first, count = dues[0].incident, len(matters)
    zh, en = WARNING_LABELS[colour]
    clock, clock_en = CLOCK_LABELS[dues[0].clock]
    words = Words(
        title_zh=f"{zh}：{clock}时限" if count == 1 else f"{zh}：{count}件",
        title_en=f"{en}: {clock_en}" if count == 1 else f"{en}: {count} matters",
        body_zh=f"{first.receipt_no} {first.title}" + ("" if count == 1 else f" 等{count}件，请尽快办理。"),
        body_en=first.receipt_no + ("" if count == 1 else f" and {count - 1} more: please act soon."),
    )
    return PostNotice(
        post_id=post_id,
        words=words,
        target=f"incidents.incident:{first.pk}",
        fold=f"{NOTICE_KIND}.{colour.value}",
        is_urgent=any(one.is_urgent for one in matters.values()),
    )
