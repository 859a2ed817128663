"""Concerns counted by topic, area and week: from the counts of each week, never from the notes."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Sum
from django.db.models.functions import Left

from jingwei.domains.concerns.models import WeekCount
from jingwei.domains.concerns.queries.topics import CLASS_DIGITS, TOPIC_DIGITS, names_of_topics
from jingwei.domains.concerns.rules.concerns import weeks_between
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.areas.queries import children_of, names_of
from jingwei.foundation.scoping import COLUMN_AT_LEVEL
from jingwei.kernel.codes import Level, level_of

NUMBERS = {"notes": Sum("notes"), "heard": Sum("heard"), "taken_up": Sum("taken_up")}


@dataclass(frozen=True, slots=True)
class AreaHeard:
    """How often something was heard in one area; of ``area_code`` itself what was noted for the whole of it."""

    area_code: str
    area_name: str
    notes: int
    heard: int
    taken_up: int


@dataclass(frozen=True, slots=True)
class TopicHeard:
    """One topic, or one class: how often in each week and in each area, in the order in which those are told."""

    code: str
    name: str
    notes: int
    heard: int
    taken_up: int
    by_week: list[int]
    by_area: list[int]


@dataclass(frozen=True, slots=True)
class ConcernCounts:
    """``weeks`` are Mondays. Topics are classes, or those of the class that was asked for; most heard first."""

    weeks: list[date]
    notes: int
    heard: int
    taken_up: int
    areas: list[AreaHeard]
    topics: list[TopicHeard]


def count_by_topic(
    actor: Actor, *, area_code: str, topic: str | None, from_on: date, until_on: date
) -> ConcernCounts:
    """What was heard in an area within some weeks, one level of areas and of topics down. Raises: ConcernSpanTooLong."""
    weeks = weeks_between(from_on, until_on)
    rows = WeekCount.objects.listed_for(actor, within=area_code).filter(
        week__gte=weeks[0], week__lte=weeks[-1]
    )
    if topic and len(topic) == TOPIC_DIGITS:
        rows = rows.filter(topic_code=topic)
    elif topic:
        rows = rows.filter(topic_code__gte=topic, topic_code__lt=topic + ":")
    rows = rows.annotate(shown=Left("topic_code", TOPIC_DIGITS if topic else CLASS_DIGITS)).order_by()
    below = next((one for one in Level if one > level_of(area_code)), None)
    column = COLUMN_AT_LEVEL[below] if below is not None else "scope_code"
    cells = list(rows.values("shown", column).annotate(**NUMBERS))
    areas = _areas(area_code, cells, column, has_below=below is not None)
    by_week = _table(rows.values("shown", "week").annotate(heard=Sum("heard")), "week")
    by_area = _table(cells, column)
    topics = _by(cells, "shown")
    names = names_of_topics(set(topics))
    return ConcernCounts(
        weeks=weeks,
        notes=sum(one["notes"] for one in cells),
        heard=sum(one["heard"] for one in cells),
        taken_up=sum(one["taken_up"] for one in cells),
        areas=areas,
        topics=[
            TopicHeard(
                code=code,
                name=names.get(code, code),
                by_week=[by_week[code].get(week, 0) for week in weeks],
                by_area=[by_area[code].get(_key(one, area_code, below), 0) for one in areas],
                **numbers,
            )
            for code, numbers in sorted(topics.items(), key=lambda one: (-one[1]["heard"], one[0]))
            if any(numbers.values())
        ],
    )


def _areas(area_code: str, cells: list[dict[str, Any]], column: str, *, has_below: bool) -> list[AreaHeard]:
    """Every area below, those without any included; and the whole of it, where something was noted for that."""
    found = _by(cells, column)
    named = {one.code: one.name for one in children_of(area_code)} if has_below else {}
    named |= names_of({code for code in found if code and code not in named})
    nothing = {"notes": 0, "heard": 0, "taken_up": 0}
    areas = [AreaHeard(code, name, **found.get(code, nothing)) for code, name in sorted(named.items())]
    if None in found:
        areas.append(AreaHeard(area_code, names_of({area_code}).get(area_code, area_code), **found[None]))
    return areas


def _key(area: AreaHeard, area_code: str, below: Level | None) -> str | None:
    return None if below is not None and area.area_code == area_code else area.area_code


def _by(cells: list[dict[str, Any]], name: str) -> dict[Any, dict[str, int]]:
    found: dict[Any, dict[str, int]] = defaultdict(lambda: {"notes": 0, "heard": 0, "taken_up": 0})
    for cell in cells:
        for number in ("notes", "heard", "taken_up"):
            found[cell[name]][number] += cell[number]
    return dict(found)


def _table(cells: Any, name: str) -> dict[str, dict[Any, int]]:
    found: dict[str, dict[Any, int]] = defaultdict(dict)
    for cell in cells:
        found[cell["shown"]][cell[name]] = cell["heard"]
    return found
