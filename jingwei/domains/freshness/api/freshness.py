"""Collection tasks and freshness over HTTP."""

from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Query, Router

from jingwei.domains.freshness.api import schemas as io
from jingwei.domains.freshness.api.shaping import freshness_out, task_out, task_rows
from jingwei.domains.freshness.queries import collections
from jingwei.domains.freshness.queries.freshness import freshness_of
from jingwei.domains.freshness.services.marking import confirm_items, note_absence
from jingwei.domains.freshness.services.papers import export_freshness
from jingwei.domains.freshness.services.planning import plan_area
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import city_codes
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.kernel.clock import now

router = Router(tags=["freshness"])
P = Permission
TASK = "/collections/{collection_id}"


@edge.operation(
    router, "GET", "/collections", "listCollections", P.KEEP_DWELLINGS, response=io.CollectionPageOut
)
def list_collections(request: HttpRequest, wanted: Query[io.CollectionsIn]) -> io.CollectionPageOut:
    """Collection tasks within one's sight along the way, with what is left and what was done today; by keyset."""
    page = collections.list_tasks(
        edge.actor(request), area_code=wanted.area_code, cursor=wanted.cursor, size=wanted.size, at=now()
    )
    return io.CollectionPageOut(rows=task_rows(page.rows), next_cursor=page.next_cursor)


@edge.operation(
    router, "GET", TASK, "getCollection", P.KEEP_DWELLINGS, response=io.CollectionOut, sees="collection"
)
def get_collection(request: HttpRequest, collection_id: UUID) -> io.CollectionOut:
    """One collection task, door by door."""
    return task_out(collections.task_for(edge.actor(request), collection_id, at=now()))


@edge.operation(
    router,
    "POST",
    f"{TASK}/marks",
    "markCollected",
    P.KEEP_DWELLINGS,
    response=io.CollectionOut,
    sees="collection",
)
def mark_collected(request: HttpRequest, collection_id: UUID, body: io.MarkCollectedIn) -> io.CollectionOut:
    """Some records of a task were found unchanged, or nobody was at home; answers with the task as it is afterwards."""
    actor, at = edge.actor(request), now()
    mark = confirm_items if body.deed == "confirm" else note_absence
    mark(actor, collection_id, body.item_ids, at=at)
    return task_out(collections.task_for(actor, collection_id, at=at))


@edge.operation(router, "POST", "/plans", "planCollection", P.MANAGE_LEDGER, response=io.CollectionPlannedOut)
def plan_collection(request: HttpRequest, body: io.PlanCollectionIn) -> io.CollectionPlannedOut:
    """Make collection tasks of what is due in one area now, and count its freshness; every night does the same."""
    planned = plan_area(edge.actor(request), body.area_code, at=now())
    return io.CollectionPlannedOut.model_validate(planned, from_attributes=True)


@edge.operation(router, "GET", "", "getFreshness", P.READ_LEDGER, response=io.FreshnessOut)
def get_freshness(request: HttpRequest, wanted: Query[io.FreshnessIn]) -> io.FreshnessOut:
    """How fresh the records of an area are, one level of areas down, by kind; counted every night."""
    actor = edge.actor(request)
    area_code = _area(actor, wanted)
    return freshness_out(area_code, freshness_of(actor, area_code))


@edge.operation(router, "GET", "/export", "exportFreshness", P.READ_LEDGER, response=None)
def export_table(
    request: HttpRequest, wanted: Query[io.FreshnessIn], file_format: FileFormat = FileFormat.XLSX
) -> StreamingHttpResponse:
    """The same numbers as a file."""
    actor = edge.actor(request)
    out = export_freshness(actor, _area(actor, wanted), file_format=file_format, at=now())
    response = StreamingHttpResponse(out.pieces(), content_type=out.media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(out.name)}"
    response["Cache-Control"] = "no-store"
    return response


def _area(actor: Actor, wanted: io.FreshnessIn) -> str:
    """The area asked for; without one the actor's own, or the city."""
    return wanted.area_code or actor.area_code or next(iter(city_codes()), "")
