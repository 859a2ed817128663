"""An indicator by area: values from roll-ups, names and people from the areas themselves."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import connection
from django.db.models import Count

from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.areas.queries import city_codes
from jingwei.foundation.maps.contracts import (
    AreaValue,
    Asked,
    FilterRefused,
    Indicator,
    IndicatorAsked,
    PointLayer,
)
from jingwei.foundation.maps.queries.pyramid import DAY_ZOOMS, counts_by_area, question_of
from jingwei.foundation.maps.queries.rows import require_bounded, rows_of
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level, level_of, lies_within

LEVELS = {
    "county": Level.COUNTY,
    "township": Level.TOWNSHIP,
    "community": Level.COMMUNITY,
    "grid": Level.GRID,
}
FACTS = """
select code, name, people from areas_area
 where level = %(level)s and starts_with(code, %(within)s) and kind <> 'special'
   and valid_from_on <= %(on)s and (valid_to_on is null or valid_to_on > %(on)s)
 order by code
"""


def choropleth(
    actor: Actor,
    indicator: Indicator,
    *,
    level: str,
    within: str | None,
    since: date | None,
    until: date | None,
    at: datetime,
) -> list[AreaValue]:
    """One value for each area of a level in sight; none where there is nothing to divide by. Raises: FilterRefused."""
    wanted = LEVELS[level]
    inside = _within(actor, within)
    if inside is None:
        return []
    if wanted is Level.GRID and len(inside) < Level.TOWNSHIP:
        raise FilterRefused(layer="choropleth", name="level", value="grid")
    if level_of(inside) > wanted:
        return []
    asked = IndicatorAsked(level=wanted, within=inside, since=since, until=until, at=at)
    values = indicator.values(actor, asked)
    return [_valued(indicator, *facts, values.get(facts[0])) for facts in _facts(wanted, inside, at)]


def _within(actor: Actor, within: str | None) -> str | None:
    """Where both the question and the actor's sight reach; None where they do not meet."""
    if not within:
        return actor.scope if actor.scope and actor.scope != ANYWHERE else next(iter(city_codes()), None)
    level_of(within)
    if not actor.scope or actor.scope == ANYWHERE or lies_within(within, actor.scope):
        return within
    return actor.scope if lies_within(actor.scope, within) else None


def _facts(level: Level, within: str, at: datetime) -> list[tuple[str, str, int | None]]:
    with connection.cursor() as cursor:
        cursor.execute(FACTS, {"level": int(level), "within": within, "on": local(at).date()})
        return list(cursor.fetchall())


def _valued(
    indicator: Indicator, code: str, name: str, people: int | None, found: tuple[float, float | None] | None
) -> AreaValue:
    numerator, denominator = found or (0.0, None)
    if indicator.by_people:
        denominator = float(people) if people else None
    if not indicator.per:
        return AreaValue(code, name, numerator, numerator, denominator)
    value = round(indicator.per * numerator / denominator, 4) if denominator else None
    return AreaValue(code, name, value, numerator, denominator)


def counts_of_layer(
    actor: Actor, layer: PointLayer, asked: Asked, *, level: int, at: datetime
) -> Mapping[str, int]:
    """By area, how many rows of a layer: from the coarsest squares of the roll-up; of grids from their few rows.

    Raises: TooWide where the roll-up cannot answer and too many rows would have to be read.
    """
    if level <= Level.COMMUNITY:
        question = question_of(actor, layer, asked, deepest=DAY_ZOOMS[0], at=at)
        if question is not None:
            return counts_by_area(question, level)
    require_bounded(actor, layer, asked, at=at)
    column = {6: "county_code", 9: "township_code", 12: "community_code", 15: "grid_code"}[level]
    rows = rows_of(actor, layer, asked, at=at).exclude(**{column: None}).order_by()
    return dict(rows.values(column).annotate(n=Count("pk")).values_list(column, "n"))
