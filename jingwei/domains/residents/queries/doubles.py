"""Records within a community or a grid that may be of one person, by exact keys."""

from dataclasses import dataclass

from django.db.models import Count, F, Q

from jingwei.domains.residents.models import Key, Resident
from jingwei.domains.residents.queries.people import names_within
from jingwei.domains.residents.rules.doubles import Alike, Double, Sketch, doubles_among
from jingwei.domains.residents.rules.form import PHONES
from jingwei.domains.residents.rules.keys import SIGN
from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.kernel.codes import Level, level_of, lies_within

MOST_PEOPLE = 1000
MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Suspected:
    """Two records that may be one person's, the one that says more first."""

    kept: Resident
    other: Resident
    alike: Alike


@dataclass(frozen=True, slots=True)
class Doubles:
    """``is_too_wide``: nothing was looked for, a community or a grid has to be named."""

    rows: list[Suspected]
    is_capped: bool
    is_too_wide: bool


def doubles_within(actor: Actor, area_code: str | None) -> Doubles:
    """Likely doubles of one community or grid within sight; wider areas are not compared."""
    area = area_code or ("" if actor.scope == ANYWHERE else actor.scope)
    if area and actor.scope not in (ANYWHERE, "") and lies_within(actor.scope, area):
        area = actor.scope
    if not area or level_of(area) < Level.COMMUNITY:
        return Doubles([], is_capped=False, is_too_wide=True)
    people = _suspects(actor, area)
    found = doubles_among(people)
    shown = found[:MOST_SHOWN]
    return Doubles(
        _with_rows(actor, shown),
        is_capped=len(found) > len(shown) or len(people) == MOST_PEOPLE,
        is_too_wide=False,
    )


def _suspects(actor: Actor, area: str) -> list[Sketch]:
    """Whoever shares a name or a telephone with somebody, at least one of them without a number."""
    here = Resident.objects.listed_for(actor, within=area).filter(ended_at__isnull=True)
    namesakes = (
        here.values("name")
        .annotate(people=Count("pk"), numbered=Count("identity_index"))
        .filter(people__gt=1, numbered__lt=F("people"))
        .order_by("name")
        .values_list("name", flat=True)[:MOST_PEOPLE]
    )
    shared = list(
        Key.objects.filter(_phone_keys(), _inside(area))
        .values("text")
        .annotate(people=Count("resident", distinct=True))
        .filter(people__gt=1)
        .order_by("text")
        .values_list("text", flat=True)[:MOST_PEOPLE]
    )
    callers = Key.objects.filter(_inside(area), text__in=shared).values("resident")
    rows = here.filter(Q(name__in=list(namesakes)) | Q(pk__in=callers)).order_by("sound", "id")
    return [_sketch(row) for row in rows[:MOST_PEOPLE]]


def _inside(area: str) -> Q:
    """As a range: a pattern would not be looked up in an index under the fence."""
    return Q(scope_code__gte=area, scope_code__lte=area.ljust(15, "9"))


def _phone_keys() -> Q:
    found = Q(pk__in=[])
    for key in PHONES:
        found |= Q(text__gte=f"{SIGN}{key}:", text__lt=f"{SIGN}{key};")
    return found


def _sketch(row: Resident) -> Sketch:
    marks = tuple(f"{key}:" for key in PHONES)
    return Sketch(
        resident_id=row.pk,
        name=row.name,
        sound=row.sound,
        gender=row.gender,
        birth_year=row.birth_year,
        house_id=row.house_id,
        area_code=row.scope_code,
        has_number=row.identity_index is not None,
        phones=frozenset(one for one in row.lookups if one.startswith(marks)),
    )


def _with_rows(actor: Actor, found: list[Double]) -> list[Suspected]:
    known = names_within(actor, {one_id for one in found for one_id in (one.kept_id, one.other_id)})
    return [Suspected(known[one.kept_id], known[one.other_id], one.alike) for one in found]
