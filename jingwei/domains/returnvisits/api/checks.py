"""Samples and spot checks 抽查核实 over HTTP."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from jingwei.domains.returnvisits import services
from jingwei.domains.returnvisits.api import schemas as io
from jingwei.domains.returnvisits.api.routes import router
from jingwei.domains.returnvisits.api.shaping import checks_out, samples_out
from jingwei.domains.returnvisits.queries.checks import CheckFilter, latest_samples, list_checks
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now
from jingwei.kernel.geo import position

P = Permission


@operation(router, "POST", "/samples", "drawSample", P.MAKE_VISITS, response={201: io.SampleOut})
def draw_sample(request: HttpRequest, body: io.SampleIn) -> io.SampleOut:
    """Draw closed matters at random with a recorded seed; officers of their grids verify them on the spot."""
    new = services.NewSample(
        area_code=body.area_code,
        from_on=body.from_on,
        until_on=body.until_on,
        count=body.count,
        limit=body.limit,
        item_prefix=body.item_prefix,
    )
    return samples_out(actor(request), [services.draw_sample(actor(request), new, at=now())])[0]


@operation(router, "GET", "/checks", "listSpotChecks", P.READ_VISITS, response=io.SpotCheckPageOut)
def list_spot_checks(request: HttpRequest, wanted: Query[io.SpotChecksIn]) -> io.SpotCheckPageOut:
    """Spot checks within one's sight, the latest drawn first, and the latest samples with how far they are."""
    who, at = actor(request), now()
    narrowed = CheckFilter(**wanted.dict(exclude={"cursor", "size"}))
    page = list_checks(who, narrowed, cursor=wanted.cursor, size=wanted.size)
    is_first = not wanted.cursor and wanted.incident_id is None
    return io.SpotCheckPageOut(
        samples=samples_out(who, latest_samples(who)) if is_first else [],
        rows=checks_out(who, page.rows, at=at),
        next_cursor=page.next_cursor,
    )


@operation(
    router,
    "POST",
    "/checks/{check_id}/record",
    "recordSpotCheck",
    P.VERIFY_INCIDENT,
    response=io.SpotCheckOut,
    sees="spot_check",
)
def record_spot_check(request: HttpRequest, check_id: UUID, body: io.RecordSpotCheckIn) -> io.SpotCheckOut:
    """Write down what was found on the spot, with photos; where it differs, who drew it is told."""
    at, given = now(), body.position
    result = services.SpotResult(
        finding=body.finding,
        remark=body.remark,
        file_ids=body.file_ids,
        position=position(given.lon, given.lat, datum=given.datum, accuracy_m=given.accuracy_m)
        if given
        else None,
    )
    row = services.record_check(actor(request), check_id, result, at=at)
    return checks_out(actor(request), [row], at=at)[0]
