"""The three rates from what was counted: never from the visits, let alone the matters."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count as HowMany
from django.db.models import Q, Sum

from jingwei.domains.returnvisits.contracts import SpotFinding
from jingwei.domains.returnvisits.models import Count, SpotCheck
from jingwei.domains.returnvisits.rules.rates import Rates
from jingwei.domains.returnvisits.rules.sampling import require_period
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import unit_names
from jingwei.foundation.areas.queries import children_of, names_of
from jingwei.foundation.scoping import COLUMN_AT_LEVEL
from jingwei.kernel.clock import day_begins, day_ends
from jingwei.kernel.codes import Level, level_of

SUMS = ("planned", "reached", "unreached", "solved", "satisfied", "late", "reopened")
MOST_UNITS = 200


@dataclass(frozen=True, slots=True)
class AreaRates:
    area_code: str
    area_name: str
    rates: Rates


@dataclass(frozen=True, slots=True)
class UnitRates:
    """Of the matters that one unit handled; none where nobody but the centre had it."""

    unit_id: UUID | None
    unit_name: str
    rates: Rates


@dataclass(frozen=True, slots=True)
class RatesFound:
    """In all, by the areas one level down, by unit; and what checks on the spot found in the same days."""

    total: Rates
    areas: list[AreaRates]
    units: list[UnitRates]
    checked: int
    differing: int


def visit_rates(
    actor: Actor,
    *,
    area_code: str | None,
    unit_id: UUID | None,
    from_on: date,
    until_on: date,
) -> RatesFound:
    """Of matters closed within these days, as far as the actor sees. Raises: SampleRefused for an impossible period."""
    require_period(from_on, until_on, today=until_on)  # a month that is not over may be asked for
    rows = Count.objects.listed_for(actor, within=area_code).filter(day_on__range=(from_on, until_on))
    if unit_id is not None:
        rows = rows.filter(handler_unit_id=unit_id)
    within = area_code or actor.scope
    done = SpotCheck.objects.listed_for(actor, within=area_code).filter(
        done_at__gte=day_begins(from_on), done_at__lte=day_ends(until_on)
    )
    if unit_id is not None:
        done = done.filter(handler_unit_id=unit_id)
    checked = done.aggregate(
        n=HowMany("pk"), differing=HowMany("pk", filter=~Q(finding=SpotFinding.AS_REPORTED.value))
    )
    return RatesFound(
        total=_rates(rows.aggregate(**_sums())),
        areas=_by_area(rows, within),
        units=_by_unit(rows),
        checked=checked["n"],
        differing=checked["differing"],
    )


def _by_area(rows: Any, within: str) -> list[AreaRates]:
    """Every area one level down, also those without visits."""
    below = _below(within)
    if below is None:
        return []
    column = COLUMN_AT_LEVEL[below]
    found = {
        row[column]: _rates(row)
        for row in rows.filter(**{f"{column}__isnull": False}).values(column).annotate(**_sums())
    }
    names = {one.code: one.name for one in children_of(within)}
    names = names_of(found.keys() - names.keys()) | names
    return [AreaRates(code, names[code], found.get(code, Rates())) for code in sorted(names)]


def _by_unit(rows: Any) -> list[UnitRates]:
    found = list(rows.values("handler_unit_id").annotate(**_sums()).order_by("-planned", "handler_unit_id"))
    found = found[:MOST_UNITS]
    names = unit_names({row["handler_unit_id"] for row in found} - {None})
    return [
        UnitRates(row["handler_unit_id"], names.get(row["handler_unit_id"], ""), _rates(row))
        for row in found
        if row["planned"]
    ]


def _below(code: str) -> Level | None:
    if not code or code == "*":
        return None
    own = level_of(code)
    return next((one for one in sorted(Level, key=int) if int(one) > int(own)), None)


def _sums() -> dict[str, Sum]:
    return {name: Sum(name) for name in SUMS}


def _rates(row: dict[str, Any]) -> Rates:
    return Rates(**{name: row[name] or 0 for name in SUMS})
