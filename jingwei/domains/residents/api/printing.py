"""The registration sheet of one person over HTTP: with numbers masked, or opened as a look is."""

from collections.abc import Iterator
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse

from jingwei.domains.residents.api import schemas as io
from jingwei.domains.residents.api.people import PERSON
from jingwei.domains.residents.api.routes import router
from jingwei.domains.residents.services.printing import print_resident
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Actor, Permission, ProofNeeded
from jingwei.foundation.documents.contracts import Asked, Document
from jingwei.foundation.documents.services.printing import MEDIA_TYPE, make_pdf
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.kernel.clock import now

P = Permission


@edge.operation(
    router,
    "POST",
    f"{PERSON}/sheet",
    "printResident",
    P.VIEW_RESIDENTS,
    response={200: None},
    sees="resident",
)
def print_resident_(
    request: HttpRequest, resident_id: UUID, body: io.PrintResidentIn
) -> StreamingHttpResponse:
    """One person's sheet as a PDF, as the record is shown: numbers masked. Recorded as a look and in the audit."""
    return _sheet(request, resident_id, body, is_clear=False)


@edge.operation(
    router,
    "POST",
    f"{PERSON}/sheet/clear",
    "printResidentInClear",
    P.REVEAL_RESIDENTS,
    response={200: None},
    sees="resident",
    proof=ProofNeeded.ONCE,
)
def print_resident_in_clear(
    request: HttpRequest, resident_id: UUID, body: io.PrintResidentIn
) -> StreamingHttpResponse:
    """The same with numbers in the clear: each of them is a look, counted like opening it on the page."""
    return _sheet(request, resident_id, body, is_clear=True)


def _sheet(
    request: HttpRequest, resident_id: UUID, body: io.PrintResidentIn, *, is_clear: bool
) -> StreamingHttpResponse:
    actor = edge.actor(request)
    asked = Asked(body.language, is_outside=False, at=now())
    document = print_resident(
        actor, resident_id, why=Purpose(body.why), purpose=body.purpose, is_clear=is_clear, asked=asked
    )
    response = StreamingHttpResponse(_laid_out(actor, document), content_type=MEDIA_TYPE)
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _laid_out(actor: Actor, document: Document) -> Iterator[bytes]:
    """Only when the transaction has ended: laying out takes a second, and needs no connection meanwhile."""
    yield make_pdf(actor, document)
