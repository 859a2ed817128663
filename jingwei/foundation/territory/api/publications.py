"""What was published, over HTTP."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor, operation
from jingwei.foundation.territory.api import shapes
from jingwei.foundation.territory.api.shaping import publication_out
from jingwei.foundation.territory.queries.publications import publication_for, publications_for
from jingwei.foundation.territory.services.publishing import undo_publication
from jingwei.kernel.clock import now

router = Router(tags=["territory"])
MANAGE = Permission.MANAGE_TERRITORY
Limit = Annotated[int, Query(ge=1, le=200)]
Within = Annotated[str, Query(min_length=4, max_length=15, pattern=r"^\d+$")]


@operation(router, "GET", "/publications", "listPublications", MANAGE, response=shapes.PublicationsOut)
def list_publications(
    request: HttpRequest, within: Within | None = None, cursor: str | None = None, limit: Limit = 50
) -> shapes.PublicationsOut:
    """What was published in one's own area, the newest first."""
    who = actor(request)
    page = publications_for(who, within=within, limit=limit, cursor=cursor)
    rows = [publication_out(who, row) for row in page.rows]
    return shapes.PublicationsOut(rows=rows, next_cursor=page.next_cursor)


@operation(
    router,
    "GET",
    "/publications/{publication_id}",
    "getPublication",
    MANAGE,
    response=shapes.PublicationOut,
    sees="publication",
)
def get_publication(request: HttpRequest, publication_id: UUID) -> shapes.PublicationOut:
    """One publication, with how far its rows have come."""
    who = actor(request)
    return publication_out(who, publication_for(who, publication_id))


@operation(
    router,
    "POST",
    "/publications/{publication_id}/undo",
    "undoPublication",
    MANAGE,
    response=shapes.PublicationOut,
    sees="publication",
)
def undo(request: HttpRequest, publication_id: UUID, body: shapes.UndoPublicationIn) -> shapes.PublicationOut:
    """Call back what waits for its day, or undo what is in force as long as nothing newer stands on it."""
    who = actor(request)
    return publication_out(who, undo_publication(who, publication_id, reason=body.reason, at=now()))
