"""Visits over HTTP: what is known at a house, what was answered, and what each visit wrote."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from jingwei.domains.doorvisits.api import schemas as io
from jingwei.domains.doorvisits.api.routes import router
from jingwei.domains.doorvisits.api.shaping import form_out, visit_out, visit_rows
from jingwei.domains.doorvisits.queries import visits as queries
from jingwei.domains.doorvisits.queries.forms import visit_form
from jingwei.domains.doorvisits.queries.hooks import ledgers
from jingwei.domains.doorvisits.queries.visits import COUNT_CAP, VisitFilter
from jingwei.domains.doorvisits.rules.answers import Answer, Looked
from jingwei.domains.doorvisits.services.visiting import NewVisit, NoteGiven
from jingwei.domains.doorvisits.services.visiting import record_visit as record
from jingwei.domains.dwellings.queries.houses import card_of, house_for
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.areas.queries import path_name
from jingwei.kernel.clock import local, now

P = Permission


@edge.operation(
    router, "GET", "/at/{house_id}", "openDoorVisit", P.KEEP_DWELLINGS, response=io.AtDoorOut, sees="house"
)
def open_visit(request: HttpRequest, house_id: UUID) -> io.AtDoorOut:
    """在一户门口：走访表问什么，房屋和住在里面的人已登记了什么（打码同别处）。"""
    actor, on = edge.actor(request), local(now()).date()
    card = card_of(house_for(actor, house_id))
    form = visit_form(on=on)
    before = queries.list_visits(actor, VisitFilter(house_id=house_id), cursor=None, size=1).rows
    return io.AtDoorOut(
        house_id=card.house_id,
        address=card.address,
        area_name=path_name(card.area_code),
        form=form_out(form, in_force=form.version, on=on),
        records=[
            io.AtDoorRecordOut(
                kind=ledger.kind,
                record_id=one.record_id,
                label=one.label,
                version=one.version,
                facts=dict(one.facts),
            )
            for ledger in ledgers()
            for one in ledger.known(actor, house_id)
        ],
        visited_at=before[0].visited_at if before else None,
        visited_by=before[0].officer_name if before else "",
    )


@edge.operation(
    router, "POST", "", "recordDoorVisit", P.KEEP_DWELLINGS, response={201: io.DoorVisitDetailOut}
)
def record_visit(request: HttpRequest, body: io.RecordDoorVisitIn) -> io.DoorVisitDetailOut:
    """保存一次入户走访：每个答案写到需要它的各本台账里，要么都写，要么都不写。"""
    actor, at = edge.actor(request), now()
    note = body.note
    new = NewVisit(
        visit_id=body.id,
        house_id=body.house_id,
        form_version=body.form_version,
        looked=[Looked(one.kind, one.record_id, one.version) for one in body.looked],
        answers=[Answer(one.question, one.record_id, one.value, one.is_unchanged) for one in body.answers],
        note=NoteGiven(note.question, note.topic_code, note.words) if note else None,
    )
    return visit_out(actor, record(actor, new, at=at), on=local(at).date())


@edge.operation(router, "GET", "", "listDoorVisits", P.READ_LEDGER, response=io.DoorVisitPageOut)
def list_visits(request: HttpRequest, wanted: Query[io.DoorVisitsIn]) -> io.DoorVisitPageOut:
    """辖区内的入户走访，最近的在前；按键翻页。"""
    actor, narrowed = edge.actor(request), wanted.narrowed()
    page = queries.list_visits(actor, narrowed, cursor=wanted.cursor, size=wanted.size)
    total = None if wanted.cursor else queries.count_visits(actor, narrowed)
    return io.DoorVisitPageOut(
        rows=visit_rows(actor, page.rows),
        next_cursor=page.next_cursor,
        total=total,
        is_capped=total is not None and total >= COUNT_CAP,
    )


@edge.operation(
    router, "GET", "/behind", "listVisitsBehind", P.READ_LEDGER, response=list[io.DoorVisitBehindOut]
)
def list_visits_behind(
    request: HttpRequest, wanted: Query[io.DoorVisitsBehindIn]
) -> list[io.DoorVisitBehindOut]:
    """一份记录的经历里，哪几条来自哪次走访。"""
    found = queries.visits_behind(edge.actor(request), wanted.kind, wanted.record_id)
    return [
        io.DoorVisitBehindOut(
            change_id=change_id, visit_id=row.pk, visited_at=row.visited_at, officer_name=row.officer_name
        )
        for change_id, row in found.items()
    ]


@edge.operation(
    router,
    "GET",
    "/{visit_id}",
    "getDoorVisit",
    P.READ_LEDGER,
    response=io.DoorVisitDetailOut,
    sees="door_visit",
)
def get_visit(request: HttpRequest, visit_id: UUID) -> io.DoorVisitDetailOut:
    """一次走访：写了哪几份记录、经历里的哪一条、哪几项变了、哪几项没有变化。"""
    actor = edge.actor(request)
    return visit_out(actor, queries.visit_for(actor, visit_id), on=local(now()).date())
