"""The page of open warnings 预警."""

from django.http import HttpRequest
from ninja import Query

from jingwei.domains.incidents.queries.warned import WarningWish, open_warnings
from jingwei.domains.supervision.api import schemas as io
from jingwei.domains.supervision.api.routes import router
from jingwei.domains.supervision.api.shaping import warnings_out
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now


@operation(
    router,
    "GET",
    "/warnings",
    "listOpenWarnings",
    Permission.READ_SUPERVISION,
    response=io.OpenWarningPageOut,
)
def list_open_warnings(request: HttpRequest, wanted: Query[io.WarningsIn]) -> io.OpenWarningPageOut:
    """Warnings that nobody has answered, of clocks that still run; what is due first before the rest."""
    wish = WarningWish(wanted.colour, wanted.area_code, wanted.unit_id, wanted.mine)
    page = open_warnings(actor(request), wish, cursor=wanted.cursor, size=wanted.size, at=now())
    return io.OpenWarningPageOut(rows=warnings_out(actor(request), page.rows), next_cursor=page.next_cursor)
