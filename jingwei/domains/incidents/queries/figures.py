"""One's own figures, from the steps one took oneself in the present post."""

from datetime import datetime, timedelta

from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.models import Incident, Step
from jingwei.domains.incidents.queries.lists import LIST_COLUMNS
from jingwei.domains.incidents.rules.figures import (
    CHECKS,
    FIGURES,
    Figure,
    FigureKey,
    OwnStep,
    figure_of,
    handlings_that_failed,
    shown_to,
)
from jingwei.domains.incidents.rules.today import end_of_day
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted

MOST_ROWS = 200
"""Of the list behind a figure."""
COUNTED = sorted({action.value for rule in FIGURES for action in rule.actions})


def own_figures(actor: Actor, *, days: int, at: datetime) -> tuple[list[Figure], list[Figure]]:
    """The figures of the last so many days, today included, and of as many days before them."""
    until = end_of_day(at)
    since = until - timedelta(days=days)
    return _figures(actor, since, until), _figures(actor, since - timedelta(days=days), since)


def rows_behind(actor: Actor, key: FigureKey, *, days: int, at: datetime) -> list[Incident]:
    """The incidents behind one figure, as far as they are still in sight; the latest first."""
    now_figures, _ = own_figures(actor, days=days, at=at)
    ids = next((one.incident_ids for one in now_figures if one.rule.key is key), ())[:MOST_ROWS]
    rows = {row.pk: row for row in Incident.objects.visible_to(actor).filter(pk__in=ids).only(*LIST_COLUMNS)}
    return [rows[one] for one in ids if one in rows]


def _figures(actor: Actor, since: datetime, until: datetime) -> list[Figure]:
    """Steps of matters that have left one's sight are behind the fence and do not count."""
    if actor.person_id is None or actor.post_id is None:
        return []
    found = Step.objects.filter(
        person_id=actor.person_id, post_id=actor.post_id, at__gte=since, at__lt=until, action__in=COUNTED
    )
    steps = [
        OwnStep(incident_id, version, Action(action), when, due_at)
        for incident_id, version, action, when, due_at in found.values_list(
            "incident_id", "version", "action", "at", "due_at"
        )
    ]
    handled = {step.incident_id for step in steps if step.action is Action.HANDLE}
    watched = sorted({action.value for action in CHECKS | {Action.HANDLE}})
    course = Step.objects.filter(incident_id__in=handled, action__in=watched).order_by(
        "incident_id", "version"
    )
    failed = handlings_that_failed(
        (incident_id, version, Action(action))
        for incident_id, version, action in course.values_list("incident_id", "version", "action")
    )
    allowed = frozenset(one for one in Permission if is_permitted(actor, one))
    return [figure_of(rule, steps, failed_after=failed) for rule in shown_to(allowed)]
