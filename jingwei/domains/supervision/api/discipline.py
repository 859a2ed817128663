"""The discipline view 纪检视角."""

from django.http import HttpRequest
from ninja import Query

from jingwei.domains.supervision.api import schemas as io
from jingwei.domains.supervision.api.routes import router
from jingwei.domains.supervision.api.shaping import discipline_out, lapses_out
from jingwei.domains.supervision.queries.lapses import LapseWish
from jingwei.domains.supervision.services.discipline import look_at_discipline, look_at_lapses
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now

P = Permission


@operation(router, "GET", "/discipline", "getDiscipline", P.READ_DISCIPLINE, response=io.DisciplineOut)
def get_discipline(request: HttpRequest, wanted: Query[io.PeriodIn]) -> io.DisciplineOut:
    """What rules found slow, handed back and forth, or closed against the resident's word; the look is recorded."""
    wish = LapseWish(wanted.since, wanted.until, wanted.area_code, wanted.unit_id)
    return discipline_out(look_at_discipline(actor(request), wish, at=now()))


@operation(router, "GET", "/lapses", "listLapses", P.READ_DISCIPLINE, response=io.LapsePageOut)
def list_lapses(request: HttpRequest, wanted: Query[io.LapsesIn]) -> io.LapsePageOut:
    """The matters behind a figure, the latest first; the look is recorded."""
    wish = LapseWish(wanted.since, wanted.until, wanted.area_code, wanted.unit_id, wanted.lapse)
    page = look_at_lapses(actor(request), wish, cursor=wanted.cursor, size=wanted.size)
    return io.LapsePageOut(rows=lapses_out(actor(request), page.rows), next_cursor=page.next_cursor)
