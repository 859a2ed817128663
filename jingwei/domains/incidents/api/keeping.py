"""Records that are preserved 留存: nothing of the matter goes at the end of its period while that lasts."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Schema

from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.queries.preserved import Preserved, incident_numbered, preserved_seen_by
from jingwei.domains.incidents.services.keeping import end_preservation, preserve_records
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import Input, Moment, actor, operation
from jingwei.kernel.clock import now


class PreserveIn(Input):
    receipt_no: str = Field(min_length=4, max_length=20)
    reason: str = Field(min_length=2, max_length=200)
    until_at: Moment


class EndIn(Input):
    receipt_no: str = Field(min_length=4, max_length=20)
    reason: str = Field(min_length=2, max_length=200)


class PreservedOut(Schema):
    incident_id: UUID
    receipt_no: str
    title: str
    since_at: datetime
    by_name: str
    reason: str
    until_at: datetime


@operation(
    router,
    "GET",
    "/preserved-records",
    "listPreserved",
    Permission.PRESERVE_RECORDS,
    response=list[PreservedOut],
)
def list_preserved(request: HttpRequest) -> list[Preserved]:
    """The matters of one's area whose records are preserved, the newest two hundred."""
    return preserved_seen_by(actor(request), at=now())


@operation(
    router,
    "POST",
    "/preserved-records",
    "preserveRecords",
    Permission.PRESERVE_RECORDS,
    response={204: None},
)
def preserve(request: HttpRequest, body: PreserveIn) -> None:
    """Keep numbers, names, voices and pictures of a matter until a day, whatever their periods say."""
    asking = actor(request)
    incident_id = incident_numbered(asking, body.receipt_no)
    preserve_records(asking, incident_id, reason=body.reason, until=body.until_at, at=now())


@operation(
    router,
    "POST",
    "/preserved-records/end",
    "endPreservation",
    Permission.PRESERVE_RECORDS,
    response={204: None},
)
def end(request: HttpRequest, body: EndIn) -> None:
    """Let the periods of a matter count again."""
    asking = actor(request)
    end_preservation(asking, incident_numbered(asking, body.receipt_no), reason=body.reason, at=now())
