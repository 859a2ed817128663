"""The people of a grid, the structure by area, and the city's standard, over HTTP."""

from django.http import HttpRequest
from ninja import Query

from jingwei.domains.workforce.api import schemas as io
from jingwei.domains.workforce.api.routes import router
from jingwei.domains.workforce.api.shaping import kind_out, people_out, standard_out, strength_out
from jingwei.domains.workforce.contracts import ForceKind, Standard
from jingwei.domains.workforce.queries.people import people_of
from jingwei.domains.workforce.queries.standards import force_kinds, present_and_coming, standard_of
from jingwei.domains.workforce.queries.strength import analysed, require_ground
from jingwei.domains.workforce.queries.teams import teams_at
from jingwei.domains.workforce.rules.refusals import PlaceTooWide
from jingwei.domains.workforce.services import standards as services
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.areas.queries.history import households_within
from jingwei.kernel.clock import local, now
from jingwei.kernel.codes import Level

P = Permission


@edge.operation(
    router,
    "GET",
    "/standard",
    "getWorkforceStandard",
    P.READ_ITEMS,
    response=io.WorkforceStandardOut,
    is_public=True,
)
def get_workforce_standard(request: HttpRequest) -> io.WorkforceStandardOut:
    """Which forces there are, and how many of each a grid should have: now, and from days to come."""
    return _standard()


@edge.operation(
    router,
    "PUT",
    "/standard",
    "enterWorkforceStandard",
    P.MANAGE_ITEMS,
    response=io.WorkforceStandardOut,
)
def enter_workforce_standard(request: HttpRequest, body: io.WorkforceStandardIn) -> io.WorkforceStandardOut:
    """Set the kinds of force, and a version of the standard from a day on."""
    known = {one.key: one for one in force_kinds()}
    kinds = [
        ForceKind(
            key=one.key,
            name_zh=one.name_zh,
            name_en=one.name_en,
            tier=one.tier,
            ground=one.ground,
            role=known[one.key].role if one.key in known else None,
            is_specialist=one.is_specialist,
            is_active=one.is_active,
        )
        for one in body.forces
    ]
    standard = Standard(
        from_on=body.from_on,
        households_per_officer=body.households_per_officer,
        matters_per_officer=body.matters_per_officer,
        names_are_public=body.names_are_public,
        wanted={one.key: one.wanted for one in body.forces if one.wanted},
    )
    services.enter_standard(edge.actor(request), kinds, standard, at=now())
    return _standard()


@edge.operation(router, "GET", "/people", "getGridPeople", P.READ_WORKFORCE, response=io.GridPeopleOut)
def get_grid_people(request: HttpRequest, wanted: Query[io.WorkforceAreaIn]) -> io.GridPeopleOut:
    """Everybody who works in a grid or community, by kind, with what is missing, its teams and the office's number."""
    actor = edge.actor(request)
    code = require_ground(actor, wanted.area_code)
    if len(code) < Level.COMMUNITY:
        raise PlaceTooWide
    people = people_of(actor, code, at=now())
    teams = teams_at(actor, list(dict.fromkeys((code, code[: Level.COMMUNITY]))))
    return people_out(actor, people, teams, dict(households_within(code)).get(code))


@edge.operation(
    router,
    "GET",
    "/strength",
    "getWorkforceStrength",
    P.READ_WORKFORCE,
    response=io.WorkforceStrengthOut,
)
def get_workforce_strength(
    request: HttpRequest, wanted: Query[io.WorkforceAreaIn]
) -> io.WorkforceStrengthOut:
    """The structure of an area and of the areas one level down: by kind, gaps, vacancies, load."""
    actor, at = edge.actor(request), now()
    code = require_ground(actor, wanted.area_code)
    total, parts, kinds = analysed(actor, code, at=at)
    names = names_of({code} | {one.area_code for one in parts})
    return io.WorkforceStrengthOut(
        total=strength_out(total, kinds, names),
        areas=[strength_out(one, kinds, names) for one in parts],
        kinds=[kind_out(one) for one in kinds],
        standard=standard_out(standard_of(local(at).date())),
    )


def _standard() -> io.WorkforceStandardOut:
    today = local(now()).date()
    return io.WorkforceStandardOut(
        kinds=[kind_out(one) for one in force_kinds()],
        standards=[standard_out(one) for one in present_and_coming(today)],
    )
