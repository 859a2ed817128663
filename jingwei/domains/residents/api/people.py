"""People over HTTP: lists, one person, and what is done to a record."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from jingwei.domains.residents.api import schemas as io
from jingwei.domains.residents.api.routes import router
from jingwei.domains.residents.api.shaping import brief, resident_out, resident_rows
from jingwei.domains.residents.contracts import RESIDENT
from jingwei.domains.residents.queries import people, person
from jingwei.domains.residents.services import changing, finding, moving
from jingwei.domains.residents.services.placing import Home
from jingwei.domains.residents.services.registering import NewResident, register_resident
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission, ProofNeeded
from jingwei.foundation.forms.services.using import note_used
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local, now

P = Permission
PERSON = "/people/{resident_id}"


FIELD_OF_FILTER = {"words": "name", "band": "birth_year"}
"""Which field of the form a filter asks for, where it is not called like it."""


@edge.operation(router, "GET", "/people", "listResidents", P.VIEW_RESIDENTS, response=io.ResidentPageOut)
def list_residents(request: HttpRequest, wanted: Query[io.ResidentsIn]) -> io.ResidentPageOut:
    """The people of one's area by the sound of their names, narrowed by words, house and how they live."""
    actor, at = edge.actor(request), now()
    narrowed = people.ResidentFilter(
        area_code=wanted.area_code,
        words=wanted.words,
        house_id=wanted.house_id,
        living=tuple(int(one) for one in wanted.living),
        band=wanted.band,
        is_due=wanted.is_due,
        is_ended=wanted.is_ended,
    )
    on = local(at).date()
    asked = {FIELD_OF_FILTER.get(name, name) for name in wanted.model_fields_set}
    note_used(RESIDENT, asked, on=on)
    page = people.list_residents(actor, narrowed, on=on, cursor=wanted.cursor, size=wanted.size)
    total = None if wanted.cursor else people.count_residents(actor, narrowed, on=on)
    house = wanted.house_id if not wanted.cursor else None
    return io.ResidentPageOut(
        rows=resident_rows(page.rows, at=at),
        next_cursor=page.next_cursor,
        total=total,
        is_capped=total is not None and total >= people.COUNT_CAP,
        households=[brief(one) for one in person.households_in(actor, house)] if house else [],
        left=[
            io.WhoLeftOut(
                resident_id=one.resident_id, name=one.name, from_on=one.from_on, to_on=one.to_on, why=one.why
            )
            for one in person.who_left(actor, house)
        ]
        if house
        else [],
    )


@edge.operation(
    router,
    "POST",
    "/people/find",
    "findResidents",
    P.VIEW_RESIDENTS,
    response=list[io.ResidentRowOut],
    opens_eyes=False,
)
def find_residents(request: HttpRequest, body: io.FindResidentsIn) -> list[io.ResidentRowOut]:
    """People of one's area by a number one holds; every look is recorded."""
    at = now()
    rows = finding.find_residents(edge.actor(request), body.number, remark=body.remark, at=at)
    return resident_rows(rows, at=at)


@edge.operation(
    router,
    "POST",
    "/people",
    "registerResident",
    P.MANAGE_RESIDENTS,
    response={201: io.ResidentOut},
    opens_eyes=False,
)
def register_resident_(request: HttpRequest, body: io.RegisterResidentIn) -> io.ResidentOut:
    """Enter somebody; a number that stands elsewhere is told as that and nothing more."""
    at, actor = now(), edge.actor(request)
    new = NewResident(
        facts=body.facts,
        home=home_of(body.home),
        occasion=body.occasion,
        remark=body.remark,
        source=body.came_from,
    )
    row = register_resident(actor, new, at=at)
    with eyes(actor):
        return resident_out(actor, person.resident_for(actor, row.pk), at=at)


@edge.operation(
    router, "GET", PERSON, "getResident", P.VIEW_RESIDENTS, response=io.ResidentOut, sees="resident"
)
def get_resident(request: HttpRequest, resident_id: UUID) -> io.ResidentOut:
    """One person on one page: facts with numbers masked, where they lived, their household, the history."""
    actor = edge.actor(request)
    return resident_out(actor, person.resident_for(actor, resident_id), at=now())


@edge.operation(
    router,
    "PUT",
    PERSON,
    "changeResident",
    P.MANAGE_RESIDENTS,
    response=io.ResidentOut,
    sees="resident",
    opens_eyes=False,
)
def change_resident(request: HttpRequest, resident_id: UUID, body: io.ChangeResidentIn) -> io.ResidentOut:
    """Write down what changed, merged field by field; without facts: seen, and nothing has changed."""
    at, actor = now(), edge.actor(request)
    if body.facts:
        changing.change_resident(
            actor,
            resident_id,
            body.facts,
            version=body.version,
            remark=body.remark,
            source=body.came_from,
            at=at,
        )
    else:
        changing.confirm_resident(actor, resident_id, source=body.came_from, at=at)
    with eyes(actor):
        return resident_out(actor, person.resident_for(actor, resident_id), at=at)


@edge.operation(
    router,
    "POST",
    f"{PERSON}/moves",
    "moveResident",
    P.MANAGE_RESIDENTS,
    response=io.MovedResidentOut,
    sees="resident",
)
def move_resident(request: HttpRequest, resident_id: UUID, body: io.MoveResidentIn) -> io.MovedResidentOut:
    """They live elsewhere in the city from a day on; out of one's area the record goes to those who keep it there."""
    at, actor = now(), edge.actor(request)
    moving.move_resident(
        actor, resident_id, home_of(body.home), version=body.version, remark=body.remark, at=at
    )
    row = people.resident_seen(actor, resident_id)
    return io.MovedResidentOut(resident=resident_out(actor, row, at=at) if row else None)


@edge.operation(
    router,
    "POST",
    f"{PERSON}/end",
    "endResident",
    P.MANAGE_RESIDENTS,
    response=io.ResidentOut,
    sees="resident",
)
def end_resident(request: HttpRequest, resident_id: UUID, body: io.EndResidentIn) -> io.ResidentOut:
    """They left the city, died, or were registered by mistake; the record stays until its period is over."""
    at, actor = now(), edge.actor(request)
    moving.end_resident(
        actor, resident_id, body.why, on=body.on, version=body.version, remark=body.remark, at=at
    )
    return resident_out(actor, person.resident_for(actor, resident_id), at=at)


@edge.operation(
    router,
    "POST",
    f"{PERSON}/look",
    "revealResident",
    P.REVEAL_RESIDENTS,
    response=io.RevealedResidentOut,
    sees="resident",
    proof=ProofNeeded.ONCE,
)
def reveal_resident(
    request: HttpRequest, resident_id: UUID, body: io.RevealResidentIn
) -> io.RevealedResidentOut:
    """Numbers in the clear, for a purpose; each look is recorded and told to the person."""
    values = changing.reveal_resident(
        edge.actor(request),
        resident_id,
        body.keys,
        purpose=Purpose(body.purpose),
        remark=body.remark,
        at=now(),
    )
    return io.RevealedResidentOut(values=values)


def home_of(body: io.HomeIn) -> Home:
    return Home(
        living=body.living,
        from_on=body.from_on,
        house_id=body.house_id,
        address=body.address,
        area_code=body.area_code,
    )
