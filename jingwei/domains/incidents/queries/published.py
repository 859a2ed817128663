"""Reads for the public pages. A system actor reads; only what ``rules.publishing`` names leaves."""

from datetime import datetime

from django.db.models import Count, F, Q

from jingwei.domains.incidents.contracts import Identity, State
from jingwei.domains.incidents.models import Assignment, Incident, Rating
from jingwei.domains.incidents.rules.publishing import (
    CLOSED_SHOWN,
    LATELY,
    MOST_SHOWN,
    OPEN_STATES,
    PublicFigures,
    PublicMatter,
    middle_of_square,
    share,
)
from jingwei.domains.routing.queries import item_in_force, published_codes
from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local

PUBLISHER = system_actor("公开页面")
SATISFIED_FROM_STARS = 4
FOR_EVERYBODY = Q(sight_floor=15, about_unit_id=None, is_history=False, head_id=None)
"""Neither tips nor complaints about a unit, nor what another system once recorded; a flood counts once."""
LISTED = FOR_EVERYBODY & ~Q(identity=Identity.CONFIDENTIAL.value)
"""One who asked for confidence is counted; their matter could lead those around it to them."""
PUBLIC_COLUMNS = ("item_code", "community_code", "state", "reported_at", "closed_at", "due_at", "place_cell")


def open_matters(area_code: str, *, at: datetime) -> list[PublicMatter]:
    """The newest open matters of an area that may be shown, at most ``MOST_SHOWN``."""
    states = [int(state) for state in OPEN_STATES]
    return _matters(area_code, Q(state__lt=int(State.CLOSED), state__in=states), at=at)


def lately_closed(area_code: str, *, at: datetime) -> list[PublicMatter]:
    """What was reported and closed within the last month, at most ``MOST_SHOWN``."""
    since = at - CLOSED_SHOWN
    return _matters(
        area_code, Q(state=int(State.CLOSED), reported_at__gte=since, closed_at__gte=since), at=at
    )


def figures_of(area_code: str, *, at: datetime) -> PublicFigures:
    """How an area does. The cost grows with what was reported in three months, not with what was ever recorded."""
    since = at - LATELY
    with eyes(PUBLISHER):
        rows = Incident.objects.unscoped("figures for the public").filter(
            Incident.inside(area_code), FOR_EVERYBODY
        )
        late = rows.filter(reported_at__gte=since).exclude(state=int(State.VOIDED))
        counted = late.aggregate(
            reported=Count("pk"),
            closed=Count("pk", filter=Q(state=int(State.CLOSED))),
        )
        open_rows = rows.filter(state__lt=int(State.CLOSED))
        now = open_rows.aggregate(open=Count("pk"), overdue=Count("pk", filter=Q(due_at__lt=at)))
        closed = late.filter(state=int(State.CLOSED))
        tasks = Assignment.objects.filter(incident__in=closed, outcome="handled", due_at__isnull=False)
        timed = tasks.aggregate(all=Count("pk"), on_time=Count("pk", filter=Q(ended_at__lte=F("due_at"))))
        rated = Rating.objects.filter(incident__in=closed)
        said = rated.aggregate(
            rated=Count("pk"), satisfied=Count("pk", filter=Q(stars__gte=SATISFIED_FROM_STARS))
        )
    return PublicFigures(
        reported=counted["reported"],
        closed=counted["closed"],
        open_now=now["open"],
        overdue_now=now["overdue"],
        on_time_share=share(timed["on_time"], timed["all"]),
        rated=said["rated"],
        satisfied_share=share(said["satisfied"], said["rated"]),
    )


def _matters(area_code: str, wanted: Q, *, at: datetime) -> list[PublicMatter]:
    with eyes(PUBLISHER):
        rows = Incident.objects.unscoped("matters for the public").filter(
            Incident.inside(area_code),
            LISTED,
            wanted,
            item_code__in=published_codes(on=local(at).date()),
        )
        found = list(rows.order_by("-reported_at", "-id").values_list(*PUBLIC_COLUMNS)[:MOST_SHOWN])
    return [public_matter(*row, at=at) for row in found]


def public_matter(
    item_code: str,
    community_code: str | None,
    state: int,
    reported_at: datetime,
    closed_at: datetime | None,
    due_at: datetime | None,
    cell: int | None,
    *,
    at: datetime,
) -> PublicMatter:
    """What leaves of a row's ``PUBLIC_COLUMNS``."""
    item = item_in_force(item_code, on=local(at).date())
    return PublicMatter(
        item_code=item_code,
        item_name=item.item_name,
        class_name=item.class_name,
        community_code=community_code or "",
        state=State(state),
        reported_on=local(reported_at).date(),
        closed_on=local(closed_at).date() if closed_at else None,
        is_overdue=closed_at is None and due_at is not None and due_at < at,
        square=middle_of_square(cell) if cell is not None else None,
    )
