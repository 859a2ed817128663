"""The structure of a workforce by area: posts from where they are kept, services from ours, matters from counts.

What is read grows with the areas (a grid's posts and services), never with matters.
"""

from datetime import date, datetime
from typing import Any

from django.db.models import Count, Max

from jingwei.domains.workforce.contracts import CountOpen, ForceKind
from jingwei.domains.workforce.models import Service
from jingwei.domains.workforce.queries.standards import active_kinds, standard_of
from jingwei.domains.workforce.rules.refusals import OutsideOwnGround
from jingwei.domains.workforce.rules.strength import GridFacts, Present, Strength, strength_of
from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.access.queries.seats import seats_within
from jingwei.foundation.areas.queries import path_name
from jingwei.foundation.areas.queries.history import households_within
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level, lies_within

_count_open: list[CountOpen] = []


def plug_open_matters(count: CountOpen) -> None:
    """Set who counts open matters by community. Called once, by config."""
    _count_open[:] = [count]


def require_ground(actor: Actor, area_code: str | None) -> str:
    """The area asked for, or one's own. Raises: OutsideOwnGround."""
    wanted = area_code or actor.area_code
    if actor.scope == ANYWHERE or lies_within(wanted, actor.scope):
        return wanted
    raise OutsideOwnGround(area_name=path_name(wanted) or wanted)


def analysed(
    actor: Actor, area_code: str, *, at: datetime
) -> tuple[Strength, list[Strength], list[ForceKind]]:
    """An area, and the areas one level down; with the kinds in the city's order. The caller has checked the ground."""
    today = local(at).date()
    kinds = active_kinds()
    areas = households_within(area_code)
    grids = [GridFacts(code, households) for code, households in areas if len(code) == Level.GRID]
    communities = [code for code, _ in areas if len(code) == Level.COMMUNITY]
    matters = {}
    if communities:
        for count in _count_open:
            matters = dict(count(actor, area_code, at=at))
    present = present_in(actor, area_code, kinds, on=today)
    total, parts = strength_of(area_code, grids, communities, present, matters, kinds, standard_of(today))
    return total, parts, kinds


def present_in(
    actor: Actor, area_code: str, kinds: list[ForceKind], *, on: date
) -> dict[tuple[str, str], Present]:
    """Who is there by area and kind: holders of posts and those who serve; and since when nobody."""
    community = area_code[: Level.COMMUNITY]
    found: dict[tuple[str, str], Present] = {}
    by_role = {one.role: one.key for one in kinds if one.role is not None}
    for seats in seats_within(
        [area_code, community][: 1 + (len(area_code) > Level.COMMUNITY)], list(by_role), on=on
    ):
        if _is_ours(seats.area_code, area_code):
            since = None if seats.held else seats.last_left_on
            found[seats.area_code, by_role[seats.role]] = Present(seats.held, since)
    known = {one.key for one in kinds}
    for code, key, serving, last in _served(actor, area_code):
        if key in known:
            one = found.setdefault((code, key), Present())
            one.serving += serving
            one.empty_since = (
                None if one.serving else max(filter(None, (one.empty_since, last)), default=None)
            )
    return found


def _is_ours(code: str, area_code: str) -> bool:
    """In the area, at a grid or a community; or the community around the grid."""
    return len(code) >= Level.COMMUNITY and (
        code.startswith(area_code) or code == area_code[: Level.COMMUNITY]
    )


def _served(actor: Actor, area_code: str) -> Any:
    """By place and kind: how many serve now, and when somebody left last. Two walks along the column of the area."""
    rows = Service.objects.listed_for(actor, within=area_code)
    if len(area_code) > Level.COMMUNITY:
        rows = Service.objects.visible_to(actor).filter(
            scope_code__in=[area_code, area_code[: Level.COMMUNITY]]
        )
    grouped = rows.values_list("scope_code", "kind_id").order_by()
    for code, key, serving in grouped.filter(to_on=None).annotate(serving=Count("pk")):
        yield code, key, serving, None
    for code, key, last in grouped.filter(to_on__isnull=False).annotate(last=Max("to_on")):
        yield code, key, 0, last
