"""Announcements over HTTP."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission, Role
from jingwei.foundation.access.queries import posts_addressed
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.notices import queries
from jingwei.foundation.notices.contracts import Addressed, NewAnnouncement, UnitConfirmations
from jingwei.foundation.notices.models import Announcement
from jingwei.foundation.notices.rules import LONGEST_WORDS, require_sensible
from jingwei.foundation.notices.services import announcements
from jingwei.kernel.clock import now

router = Router(tags=["announcements"])
READ, WRITE = Permission.READ_NOTICES, Permission.WRITE_ANNOUNCEMENTS
Limit = Annotated[int, Query(ge=1, le=200)]
Words = Annotated[str, Query(max_length=60)]


class AnnouncementOut(Schema):
    """``is_mine`` says that the asker stands where it came from; ``is_received`` that their post received it.

    ``receivers`` is empty until it is out. Empty ``roles`` and ``unit_ids`` mean all.
    """

    id: UUID
    title: str
    words: str
    area_codes: list[str]
    area_names: list[str]
    roles: list[Role]
    unit_ids: list[UUID]
    must_confirm: bool
    from_at: datetime
    until_at: datetime | None
    author_name: str
    author_unit_name: str
    created_at: datetime
    receivers: int | None
    withdrawn_at: datetime | None
    withdrawn_reason: str
    is_over: bool
    is_mine: bool
    is_received: bool
    confirmed_at: datetime | None


class AnnouncementPage(Schema):
    rows: list[AnnouncementOut]
    next_cursor: str | None


class AnnouncementIn(edge.Input):
    """Without areas it goes to the whole of one's own; empty roles and units mean all."""

    title: str = Field(min_length=1, max_length=80)
    words: str = Field(min_length=1, max_length=LONGEST_WORDS)
    area_codes: list[str] = Field(default_factory=list, max_length=50)
    roles: list[Role] = Field(default_factory=list, max_length=20)
    unit_ids: list[UUID] = Field(default_factory=list, max_length=200)
    from_at: edge.Moment | None = None
    until_at: edge.Moment | None = None
    must_confirm: bool = False

    def new(self) -> NewAnnouncement:
        return NewAnnouncement(
            title=self.title,
            words=self.words,
            addressed=Addressed(tuple(self.area_codes), tuple(self.roles), tuple(self.unit_ids)),
            from_at=self.from_at,
            until_at=self.until_at,
            must_confirm=self.must_confirm,
        )


class AnnouncementId(Schema):
    id: UUID


class ReceiversOut(Schema):
    posts: int
    units: int


class UnitConfirmationsOut(Schema):
    unit_id: UUID | None
    unit_name: str
    posts: int
    confirmed: int


class WithdrawIn(edge.Input):
    reason: str = Field(min_length=1, max_length=200)


@edge.operation(router, "GET", "/announcements", "listAnnouncements", READ, response=AnnouncementPage)
def list_announcements(
    request: HttpRequest,
    words: Words = "",
    only_open: bool = False,
    cursor: str | None = None,
    limit: Limit = queries.PAGE,
) -> AnnouncementPage:
    """What was announced to the present post, latest first; ``only_open`` keeps what waits to be confirmed."""
    page = queries.announcements_received(
        edge.actor(request), words=words.strip(), only_open=only_open, cursor=cursor, limit=limit
    )
    names = area_names(one.announcement for one in page.rows)
    rows = [
        shown(request, one.announcement, names, is_received=True, confirmed_at=one.confirmed_at)
        for one in page.rows
    ]
    return AnnouncementPage(rows=rows, next_cursor=page.next_cursor)


@edge.operation(
    router, "GET", "/announcements/written", "listWrittenAnnouncements", WRITE, response=AnnouncementPage
)
def list_written(
    request: HttpRequest, words: Words = "", cursor: str | None = None, limit: Limit = queries.PAGE
) -> AnnouncementPage:
    """What was announced from one's post, unit and area, latest first."""
    page = queries.announcements_written(edge.actor(request), words=words.strip(), cursor=cursor, limit=limit)
    names = area_names(page.rows)
    rows = [shown(request, one, names) for one in page.rows]
    return AnnouncementPage(rows=rows, next_cursor=page.next_cursor)


@edge.operation(router, "POST", "/announcements/receivers", "countReceivers", WRITE, response=ReceiversOut)
def count_receivers(request: HttpRequest, body: AnnouncementIn) -> ReceiversOut:
    """How many posts and units would receive it; nothing is written."""
    actor, new, at = edge.actor(request), body.new(), now()
    require_sensible(new, scope=actor.scope, at=at)
    to = announcements.within_scope(actor, new.addressed)
    posts = posts_addressed(to.area_codes, to.roles, to.unit_ids, at=at)
    return ReceiversOut(posts=len(posts), units=len({unit_id for _, unit_id in posts}))


@edge.operation(router, "POST", "/announcements", "createAnnouncement", WRITE, response={201: AnnouncementId})
def create_announcement(request: HttpRequest, body: AnnouncementIn) -> AnnouncementId:
    """Publish it, now or from a moment on. It is not changed afterwards, only withdrawn."""
    announcement_id = announcements.create_announcement(edge.actor(request), body.new(), at=now())
    return AnnouncementId(id=announcement_id)


@edge.operation(
    router,
    "GET",
    "/announcements/{announcement_id}",
    "readAnnouncement",
    READ,
    response=AnnouncementOut,
    sees="announcement",
)
def read_announcement(request: HttpRequest, announcement_id: UUID) -> AnnouncementOut:
    """One that one's post received, or that came from where one stands."""
    actor = edge.actor(request)
    found = queries.announcement_of(actor, announcement_id)
    received = queries.receiving(actor, announcement_id)
    return shown(
        request,
        found,
        area_names([found]),
        is_received=received is not None,
        confirmed_at=received.confirmed_at if received else None,
    )


@edge.operation(
    router,
    "POST",
    "/announcements/{announcement_id}/confirm",
    "confirmAnnouncement",
    READ,
    response={204: None},
    sees="announcement",
)
def confirm_announcement(request: HttpRequest, announcement_id: UUID) -> None:
    """Say that one's post has read it; again does no harm."""
    announcements.confirm_announcement(edge.actor(request), announcement_id, at=now())


@edge.operation(
    router,
    "GET",
    "/announcements/{announcement_id}/confirmations",
    "countConfirmations",
    WRITE,
    response=list[UnitConfirmationsOut],
    sees="announcement",
)
def count_confirmations(request: HttpRequest, announcement_id: UUID) -> list[UnitConfirmations]:
    """How far each unit has come, the slowest first; for those who stand where it came from."""
    return queries.confirmations_by_unit(edge.actor(request), announcement_id)


@edge.operation(
    router,
    "POST",
    "/announcements/{announcement_id}/withdraw",
    "withdrawAnnouncement",
    WRITE,
    response={204: None},
    sees="announcement",
)
def withdraw_announcement(request: HttpRequest, announcement_id: UUID, body: WithdrawIn) -> None:
    """Take it back with a reason that everybody who has it reads."""
    announcements.withdraw_announcement(edge.actor(request), announcement_id, reason=body.reason, at=now())


def area_names(found: Iterable[Announcement]) -> dict[str, str]:
    """The names of every area that some announcements are for, in one read."""
    return names_of({code for one in found for code in one.area_codes})


def shown(
    request: HttpRequest,
    one: Announcement,
    names: Mapping[str, str],
    *,
    is_received: bool = False,
    confirmed_at: datetime | None = None,
) -> AnnouncementOut:
    """An announcement as it travels to whoever asks."""
    return AnnouncementOut(
        id=one.id,
        title=one.title,
        words=one.words,
        area_codes=one.area_codes,
        area_names=[names.get(code, code) for code in one.area_codes],
        roles=one.roles,
        unit_ids=one.unit_ids,
        must_confirm=one.must_confirm,
        from_at=one.from_at,
        until_at=one.until_at,
        author_name=one.author_name,
        author_unit_name=one.author_unit_name,
        created_at=one.created_at,
        receivers=one.receivers,
        withdrawn_at=one.withdrawn_at,
        withdrawn_reason=one.withdrawn_reason,
        is_over=one.until_at is not None and one.until_at <= now(),
        is_mine=queries.is_authors(edge.actor(request), one),
        is_received=is_received,
        confirmed_at=confirmed_at,
    )
