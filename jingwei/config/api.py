"""The API: every app's router in one document, one handler for refusals."""

import errno
import json
import logging
from importlib import import_module
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from jingwei import __version__
from jingwei.config.document import with_refusals
from jingwei.config.http import refusal_body
from jingwei.foundation.files.api import uploads
from jingwei.foundation.maps.api import ogc
from jingwei.kernel.errors import DomainError, Invalid, NotFound, SignInNeeded
from jingwei.kernel.trace import present_trace

log = logging.getLogger("jingwei.request")
RETRY_SECONDS = 5
"""When whoever met a database that is away may ask again."""

ROUTERS = {
    "/demo": "jingwei.config.demo.api",
    # Incidents stand at the root (/incidents, /tips, /track, /inbox) and first: addresses are tried in this order.
    "/": "jingwei.domains.incidents.api",
    "": "jingwei.foundation.administration.api",
    "/files": "jingwei.foundation.files.api",
    "/uploads": "jingwei.foundation.files.api.uploads",
    "/imports": "jingwei.foundation.imports.api",
    "/exports": "jingwei.foundation.imports.api.exports",
    "/notices": "jingwei.foundation.notices.api",
    "/retention": "jingwei.foundation.retention.api",
    "/live": "jingwei.foundation.live.api",
    "/views": "jingwei.foundation.preferences.api",
    "/base-map": "jingwei.foundation.basemap.api",
    "/places": "jingwei.foundation.gazetteer.api",
    "/map": "jingwei.foundation.maps.api",
    "/ogc": "jingwei.foundation.maps.api.ogc",
    "/territory": "jingwei.foundation.territory.api",
    "/forms": "jingwei.foundation.forms.api",
    "/items": "jingwei.domains.routing.api.items",
    "/duties": "jingwei.domains.routing.api.duties",
    "/hotline": "jingwei.domains.hotline.api",
    "/reporting": "jingwei.domains.hotline.api.helping",
    "/joint": "jingwei.domains.joint.api",
    "/return-visits": "jingwei.domains.returnvisits.api",
    "/telephony": "jingwei.integrations.telephony.api",
    "/calendar": "jingwei.domains.clocks.api",
    "/ledger": "jingwei.domains.ledger.api",
    "/dwellings": "jingwei.domains.dwellings.api",
    "/supervision": "jingwei.domains.supervision.api",
    "/tasks": "jingwei.domains.tasking.api",
    "/freshness": "jingwei.domains.freshness.api",
    "/door-visits": "jingwei.domains.doorvisits.api",
    "/work-log": "jingwei.domains.worklog.api",
    "/residents": "jingwei.domains.residents.api",
    "/organisations": "jingwei.domains.organisations.api",
    "/concerns": "jingwei.domains.concerns.api",
    "/concern-topics": "jingwei.domains.concerns.api.topics",
    "/workforce": "jingwei.domains.workforce.api",
}

DESCRIPTION = (
    "经纬开放接口。会话或令牌放在 Authorization: Bearer 之后；拒绝统一为 "
    "{code, message, message_en, data, next}；列表用 cursor 翻页。"
)


class NotJson(Invalid):
    code = "not_json"
    message = "请求内容不是有效的 JSON。请检查格式后重发。"
    message_en = "The request body is not valid JSON. Check the format and send it again."
    status = 400


class DatabaseAway(DomainError):
    code = "database_away"
    message = "系统正在恢复，暂时不能处理。请过一会儿再试；如需帮助，请告知编号 {number}。"
    message_en = (
        "The system is recovering and cannot do this just now. Try again in a moment; the number is {number}."
    )
    status = 503
    next = "retry"


class StorageFull(DomainError):
    code = "storage_full"
    message = "服务器的存储空间暂时不足，这一次没有保存。请过一会儿再试；如需帮助，请告知编号 {number}。"
    message_en = "The server has no room left just now, and nothing was kept of this. Try again in a moment; the number is {number}."
    status = 503
    next = "retry"


class BadFields(Invalid):
    code = "bad_fields"
    message = "填写内容有误：{fields}。请改正后重新提交。"
    message_en = "Some fields are not valid: {fields}. Correct them and submit again."


class DescribedAPI(NinjaAPI):
    """The served document and the exported one are the same, and described once: it takes seconds of a processor."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._described: dict[str, str] = {}

    def get_openapi_schema(self, **options: Any) -> Any:
        """Whoever asks gets a document of their own; routes do not change while a process runs."""
        asked = repr(sorted(options.items()))
        if asked not in self._described:
            self._described[asked] = json.dumps(self.describe(**options))
        return json.loads(self._described[asked])

    def describe(self, **options: Any) -> dict[str, Any]:
        """The document, made anew."""
        return with_refusals(dict(super().get_openapi_schema(**options)))

    def create_response(self, request: HttpRequest, data: Any, **options: Any) -> HttpResponse:
        """Refusals of uploads in pieces say as well which protocol is spoken. Source: tus 1.0.0, Tus-Resumable."""
        response = super().create_response(request, data, **options)
        if request.path.startswith(uploads.ADDRESS):
            for name, value in uploads.SPOKEN.items():
                response[name] = value
        return response


api = DescribedAPI(
    title="Jingwei 经纬",
    version=__version__,
    description=DESCRIPTION,
    urls_namespace="api",
)
for prefix, module_name in ROUTERS.items():
    api.add_router(prefix, import_module(module_name).router)


@api.exception_handler(DomainError)
def refuse(request: HttpRequest, error: DomainError) -> HttpResponse:
    request.refused_code = error.code  # type: ignore[attr-defined]  # for the log
    # The standards of OGC know 400 for a request with a mistake in it; elsewhere that is 422.
    status = 400 if error.status == 422 and request.path.startswith(ogc.ADDRESS) else error.status
    response = api.create_response(request, refusal_body(error), status=status)
    if error.status == 429 and "seconds" in error.data:
        response["Retry-After"] = str(error.data["seconds"])
    return response


@api.exception_handler(ValidationError)
def refuse_fields(request: HttpRequest, error: ValidationError) -> HttpResponse:
    faults = [{"field": ".".join(str(p) for p in e["loc"][1:]), "reason": e["msg"]} for e in error.errors]
    refusal = BadFields(fields="、".join(sorted({f["field"] or "body" for f in faults})))
    refusal.data["faults"] = faults
    return refuse(request, refusal)


@api.exception_handler(OperationalError)
@api.exception_handler(InterfaceError)
def refuse_for_now(request: HttpRequest, error: OperationalError | InterfaceError) -> HttpResponse:
    """The database was killed, restarts, or is out of room: nothing of ours broke, and it will pass."""
    log.error("the database cannot be asked", exc_info=error)
    response = refuse(request, DatabaseAway(number=present_trace()))
    response["Retry-After"] = str(RETRY_SECONDS)
    return response


@api.exception_handler(OSError)
def refuse_without_room(request: HttpRequest, error: OSError) -> HttpResponse:
    """A disk is full: nothing of ours broke, and it will pass. Whatever else the system refuses did break something."""
    if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
        raise error
    log.error("a disk is full", exc_info=error)
    response = refuse(request, StorageFull(number=present_trace()))
    response["Retry-After"] = str(RETRY_SECONDS)
    return response


@api.exception_handler(AuthenticationError)
def refuse_stranger(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return refuse(request, SignInNeeded())


@api.exception_handler(Http404)
def refuse_unknown(request: HttpRequest, error: Http404) -> HttpResponse:
    return refuse(request, NotFound())


@api.exception_handler(HttpError)
def refuse_body(request: HttpRequest, error: HttpError) -> HttpResponse:
    if error.status_code == 400:
        return refuse(request, NotJson())
    return api.create_response(request, {"code": "http", "message": str(error)}, status=error.status_code)


ADDRESS = "/api/v1/"


def document() -> dict[str, Any]:
    """The OpenAPI document, as exported for the generated client and the permission matrix."""
    return dict(api.get_openapi_schema(path_prefix=ADDRESS))
