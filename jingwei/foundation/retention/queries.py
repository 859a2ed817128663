"""The table of periods, and how each kind stands."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max, Min, Sum

from jingwei.foundation.retention.contracts import Rule, Standing
from jingwei.foundation.retention.models import Run
from jingwei.foundation.retention.rules import GRACE, LATELY, faults_of, require_sound
from jingwei.kernel.clock import local

_rules: list[Rule] = []


def plug_rules(told: Iterable[Rule]) -> None:
    """Set what is kept how long. Called once, by config. Raises: BadRules."""
    given = list(told)
    require_sound(given)
    _rules[:] = given


def rules() -> list[Rule]:
    """Every kind, in the order told."""
    return list(_rules)


def standings(*, at: datetime) -> list[Standing]:
    """How each kind stands now. What is left over is counted with two days' grace, with the eyes of the system."""
    since = local(at - LATELY).date()
    sums = {
        row["kind"]: row
        for row in Run.objects.values("kind").annotate(good_at=Max("last_good_at"), newest=Max("day"))
    }
    lately = {
        row["kind"]: row
        for row in Run.objects.filter(day__gte=since)
        .values("kind")
        .annotate(gone=Sum("gone"), runs=Sum("runs"))
    }
    newest = {
        run.kind: run
        for run in Run.objects.filter(day__in={row["newest"] for row in sums.values()})
        if run.day == sums[run.kind]["newest"]
    }
    known_since = Run.objects.aggregate(first=Min("first_at"))["first"] or at
    found = []
    for rule in _rules:
        run = newest.get(rule.key)
        overdue = rule.overdue(at=at - GRACE) if rule.overdue else 0
        found.append(
            Standing(
                rule=rule,
                last_at=run.last_at if run else None,
                last_gone=run.last_gone if run else 0,
                last_ms=run.last_ms if run else 0,
                gone_lately=lately.get(rule.key, {}).get("gone") or 0,
                runs_lately=lately.get(rule.key, {}).get("runs") or 0,
                overdue=overdue,
                faults=faults_of(
                    rule,
                    last_good_at=sums.get(rule.key, {}).get("good_at"),
                    has_failed=bool(run and run.last_error),
                    overdue=overdue,
                    known_since=known_since,
                    at=at,
                ),
            )
        )
    return found
