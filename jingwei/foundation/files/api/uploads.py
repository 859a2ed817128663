"""Uploads that survive a broken network: tus 1.0.0 with creation, termination, checksum and expiration.

Any tus client may use it. When all has arrived, ``finishUpload`` gives the same answer as ``uploadFile``.
"""

from datetime import UTC, datetime
from email.utils import format_datetime

from django.http import HttpRequest, HttpResponse
from ninja import Router

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import PUBLIC_ACTOR, Permission
from jingwei.foundation.files import models, services
from jingwei.foundation.files.api.stored import FileOut
from jingwei.foundation.files.rules.limits import LARGEST_UPLOAD_BYTES
from jingwei.foundation.files.rules.uploads import (
    ANONYMOUS,
    DIGESTS,
    KEEP_UPLOADS,
    PIECE_TYPE,
    TUS_EXTENSIONS,
    TUS_VERSION,
    NotAPiece,
    WrongProtocol,
    checksum_in,
    count_in,
    length_in,
    metadata_in,
)
from jingwei.kernel.clock import now
from jingwei.kernel.errors import NotFound

router = Router(tags=["uploads"])
ADDRESS = "/api/v1/uploads"
SPOKEN = {"Tus-Resumable": TUS_VERSION, "Tus-Version": TUS_VERSION}
"""What every answer carries."""


@edge.operation(
    router,
    "OPTIONS",
    "",
    "describeUploads",
    Permission.UPLOAD_FILE,
    response={204: None},
    is_public=True,
    opens_eyes=False,
    include_in_schema=False,
)
def describe_uploads(request: HttpRequest) -> HttpResponse:
    """What the server takes, as tus asks."""
    return _answer(
        204,
        {
            "Tus-Extension": TUS_EXTENSIONS,
            "Tus-Max-Size": str(LARGEST_UPLOAD_BYTES),
            "Tus-Checksum-Algorithm": ",".join(DIGESTS),
        },
    )


@edge.operation(
    router,
    "POST",
    "",
    "createUpload",
    Permission.UPLOAD_FILE,
    response={201: None},
    is_public=True,
    opens_eyes=False,
)
def create_upload(request: HttpRequest) -> HttpResponse:
    """Begin an upload in pieces, as tus 1.0.0 describes it; its address comes in the header Location.

    Headers: Tus-Resumable, Upload-Length, and Upload-Metadata with filename and filetype (the name is not kept).
    With ``anonymous`` among the metadata the file is nobody's, whoever is signed in: only such a file may go with an
    anonymous report. The address is a secret and good for 48 hours. HEAD on it says how much has arrived, PATCH sends more.
    """
    _require_tus(request)
    length = length_in(request.headers.get("Upload-Length"))
    told = metadata_in(request.headers.get("Upload-Metadata", ""))
    upload, secret = services.create_upload(
        PUBLIC_ACTOR if ANONYMOUS in told else edge.actor(request),
        length_bytes=length,
        name=told.get("filename", ""),
        media_type=told.get("filetype", ""),
        address=edge.sender_address(request),
        at=now(),
    )
    return _answer(201, {"Location": f"{ADDRESS}/{secret}", "Upload-Expires": _expires(upload.created_at)})


@edge.operation(
    router,
    "HEAD",
    "/{upload_secret}",
    "readUpload",
    Permission.UPLOAD_FILE,
    response={200: None},
    is_public=True,
    opens_eyes=False,
    include_in_schema=False,
)
def read_upload(request: HttpRequest, upload_secret: str) -> HttpResponse:
    """How much has arrived."""
    upload = services.upload_of(edge.actor(request), upload_secret, at=now())
    _require_tus(request)
    return _answer(
        200,
        {
            "Upload-Offset": str(services.received_bytes(upload)),
            "Upload-Length": str(upload.length_bytes),
            "Upload-Expires": _expires(upload.created_at),
            "Cache-Control": "no-store",
        },
    )


@edge.operation(
    router,
    "PATCH",
    "/{upload_secret}",
    "appendUpload",
    Permission.UPLOAD_FILE,
    response={204: None},
    sees="upload",
    is_public=True,
    opens_eyes=False,
)
def append_upload(request: HttpRequest, upload_secret: str) -> HttpResponse:
    """Send the next piece, as tus 1.0.0 describes it. What has arrived is kept, also when the network breaks.

    Headers: Tus-Resumable, Upload-Offset, Content-Type application/offset+octet-stream, and Upload-Checksum
    (sha1 or sha256) if wanted.
    """
    upload = services.upload_of(edge.actor(request), upload_secret, at=now())
    _require_tus(request)
    if request.headers.get("Content-Type", "").partition(";")[0].strip() != PIECE_TYPE:
        raise NotAPiece(wanted=PIECE_TYPE)
    offset = services.append_upload(
        upload,
        upload_secret,
        request.read,
        offset=count_in("Upload-Offset", request.headers.get("Upload-Offset")),
        size_bytes=count_in("Content-Length", request.headers.get("Content-Length")),
        checksum=checksum_in(request.headers.get("Upload-Checksum")),
    )
    return _answer(204, {"Upload-Offset": str(offset), "Upload-Expires": _expires(upload.created_at)})


@edge.operation(
    router,
    "DELETE",
    "/{upload_secret}",
    "deleteUpload",
    Permission.UPLOAD_FILE,
    response={204: None},
    sees="upload",
    is_public=True,
    opens_eyes=False,
)
def delete_upload(request: HttpRequest, upload_secret: str) -> HttpResponse:
    """Give an upload up, and remove what has arrived of it."""
    asking = edge.actor(request)
    services.delete_upload(asking, services.upload_of(asking, upload_secret, at=now()))
    return _answer(204, {})


@edge.operation(
    router,
    "POST",
    "/{upload_secret}",
    "overrideUpload",
    Permission.UPLOAD_FILE,
    response={204: None},
    is_public=True,
    opens_eyes=False,
    include_in_schema=False,
)
def override_upload(request: HttpRequest, upload_secret: str) -> HttpResponse:
    """For web views and gateways that let only GET and POST through: X-HTTP-Method-Override, as tus asks."""
    verbs = {"PATCH": append_upload, "DELETE": delete_upload, "HEAD": read_upload}
    verb = verbs.get(request.headers.get("X-HTTP-Method-Override", "").upper())
    if verb is None:
        raise NotFound
    return verb(request, upload_secret)


@edge.operation(
    router,
    "POST",
    "/{upload_secret}/finish",
    "finishUpload",
    Permission.UPLOAD_FILE,
    response={201: FileOut},
    sees="upload",
    is_public=True,
    opens_eyes=False,
)
def finish_upload(request: HttpRequest, upload_secret: str) -> models.File:
    """Have the complete upload checked, masked and stored. Asked again, the answer is the same file."""
    return services.finish_upload(edge.actor(request), upload_secret, at=now())


def _require_tus(request: HttpRequest) -> None:
    if request.headers.get("Tus-Resumable") != TUS_VERSION:
        raise WrongProtocol(version=TUS_VERSION)


def _answer(status: int, headers: dict[str, str]) -> HttpResponse:
    return HttpResponse(status=status, headers=SPOKEN | headers)


def _expires(created_at: datetime) -> str:
    return format_datetime((created_at + KEEP_UPLOADS).astimezone(UTC), usegmt=True)
