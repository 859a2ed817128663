"""The inbox over HTTP."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.notices import queries
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.notices.services.inbox import mark_all_read, mark_read
from jingwei.kernel.clock import now
from jingwei.kernel.paging import Page

router = Router(tags=["notices"])
READ = Permission.READ_NOTICES
Limit = Annotated[int, Query(ge=1, le=200)]


class NoticeOut(Schema):
    """``times`` says how often it happened: like notices are counted up while unread."""

    id: UUID
    kind: str
    title_zh: str
    title_en: str
    body_zh: str
    body_en: str
    target: str
    is_urgent: bool
    times: int
    first_at: datetime
    at: datetime
    read_at: datetime | None


class NoticePageOut(Schema):
    rows: list[NoticeOut]
    next_cursor: str | None


class UnreadOut(Schema):
    unread: int


class MarkedOut(Schema):
    marked: int


class UntilIn(edge.Input):
    """``until`` is the ``at`` of the newest notice that was shown."""

    until: edge.Moment


@edge.operation(router, "GET", "", "listNotices", READ, response=NoticePageOut)
def list_notices(
    request: HttpRequest, only_unread: bool = False, cursor: str | None = None, limit: Limit = queries.PAGE
) -> Page[Notice]:
    """Notices for the present post and for oneself, latest first."""
    return queries.list_notices(edge.actor(request), only_unread=only_unread, cursor=cursor, limit=limit)


@edge.operation(router, "GET", "/unread", "countUnread", READ, response=UnreadOut)
def count_unread(request: HttpRequest) -> UnreadOut:
    """For the bell; counting ends at 1,000."""
    return UnreadOut(unread=queries.count_unread(edge.actor(request)))


@edge.operation(router, "POST", "/read", "markAllRead", READ, response=MarkedOut)
def mark_everything_read(request: HttpRequest, body: UntilIn) -> MarkedOut:
    return MarkedOut(marked=mark_all_read(edge.actor(request), until=body.until, at=now()))


@edge.operation(router, "POST", "/{notice_id}/read", "markRead", READ, response={204: None}, sees="notice")
def mark_one_read(request: HttpRequest, notice_id: UUID) -> None:
    """Reading twice does no harm."""
    mark_read(edge.actor(request), notice_id, at=now())
