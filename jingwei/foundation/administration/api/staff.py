"""Staff and their accounts, forgotten passwords, first passwords of a batch."""

from datetime import date, datetime
from typing import Annotated
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Field, Query, Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import AccountState, Permission, ProofNeeded, Role, StaffAsked
from jingwei.foundation.administration import queries
from jingwei.foundation.administration.contracts import OpenRequest, StaffFile, StaffMember
from jingwei.foundation.administration.services import papers, resets, staff
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.services.workbooks import OutFile
from jingwei.kernel.clock import now
from jingwei.kernel.paging import Page

router = Router(tags=["staff"])
MANAGE = Permission.MANAGE_POSTS


class StaffPostOut(Schema):
    post_id: UUID
    title: str
    role: Role
    area_code: str
    unit_id: UUID | None
    unit_name: str


class StaffMemberOut(Schema):
    """``is_kept`` says whether all of their posts lie in the administrator's area, so that they may be changed."""

    person_id: UUID
    name: str
    username: str
    phone: str | None
    state: AccountState
    last_active_on: date | None
    posts: list[StaffPostOut]
    is_kept: bool


class StaffPage(Schema):
    rows: list[StaffMemberOut]
    next_cursor: str | None


class HoldingOut(Schema):
    post_id: UUID
    title: str
    unit_name: str
    from_on: date
    to_on: date | None


class RequestOut(Schema):
    """``contact`` is what was typed in public: make sure by other means that it is that person."""

    person_id: UUID
    name: str
    username: str
    contact: str
    asked_at: datetime
    times: int
    posts: list[StaffPostOut]


class StaffFileOut(Schema):
    member: StaffMemberOut
    holdings: list[HoldingOut]
    request: RequestOut | None
    has_second_factor: bool


class StaffFilter(Schema):
    """``idle_days``: not signed in for so long, or never. Leavers only show with ``state=closed``.

    ``active_days``, ``has_signed_in`` and ``is_counted`` open the lists behind the adoption figures.
    """

    area_code: str | None = None
    words: str = Field("", max_length=60)
    role: Role | None = None
    unit_id: UUID | None = None
    state: AccountState | None = None
    idle_days: int | None = Field(None, ge=1, le=3650)
    active_days: int | None = Field(None, ge=1, le=3650)
    has_signed_in: bool | None = None
    is_counted: bool = False

    def asked(self) -> StaffAsked:
        return StaffAsked(
            words=self.words.strip(),
            role=self.role,
            unit_id=self.unit_id,
            state=self.state,
            idle_days=self.idle_days,
            active_days=self.active_days,
            has_signed_in=self.has_signed_in,
            is_counted=self.is_counted,
        )


class StaffNameIn(edge.Input):
    name: str = Field(min_length=1, max_length=60)


class StaffPhoneIn(edge.Input):
    phone: str = Field(min_length=1, max_length=30)


class RetireIn(edge.Input):
    reason: str = Field(min_length=1, max_length=200)


class RetiredOut(Schema):
    """The posts that are vacant now; their open work is handed over post by post."""

    posts: list[StaffPostOut]


class ReopenedOut(Schema):
    one_time_password: str


class ResetIn(edge.Input):
    username: str = Field(min_length=1, max_length=60)
    contact: str = Field(min_length=2, max_length=100)


class ResetOut(Schema):
    """The same for every name."""

    message: str
    message_en: str


class RemarkIn(edge.Input):
    remark: str = Field(min_length=1, max_length=200)


ASKED = ResetOut(
    message="已收到。如果有这个账号，本单位管理员会收到提醒，核实本人后给您一次性密码。急用请直接打电话给管理员。",
    message_en=(
        "Noted. If there is such an account, its administrators are told; they make sure that it is you and give you "
        "a one-time password. If it is urgent, call your administrator."
    ),
)


@edge.operation(
    router,
    "POST",
    "/password-resets",
    "askPasswordReset",
    None,
    response={202: ResetOut},
    is_public=True,
    opens_eyes=False,
    who=edge.newcomer,
)
def ask_password_reset(request: HttpRequest, body: ResetIn) -> ResetOut:
    """Say that one forgot a password and how one can be reached. Never tells whether the account exists."""
    resets.ask_password_reset(body.username, contact=body.contact, at=now())
    return ASKED


@edge.operation(
    router, "GET", "/password-requests", "listPasswordRequests", MANAGE, response=list[RequestOut]
)
def list_password_requests(request: HttpRequest) -> list[OpenRequest]:
    """Who in the administrator's area asks for a new password, latest first, 200 at most."""
    return queries.open_requests(edge.actor(request), at=now())


@edge.operation(
    router,
    "POST",
    "/staff/{person_id}/password-request/dismiss",
    "dismissPasswordRequest",
    MANAGE,
    response={204: None},
    sees="staff",
)
def dismiss_password_request(request: HttpRequest, person_id: UUID, body: RemarkIn) -> None:
    """Refuse a request: it was not that person, or the password came back to them."""
    staff.dismiss_password_request(edge.actor(request), person_id, remark=body.remark, at=now())


@edge.operation(router, "GET", "/accounts", "listStaff", MANAGE, response=StaffPage)
def list_staff(
    request: HttpRequest,
    asked: Annotated[StaffFilter, Query()],
    limit: int = Query(50, ge=1, le=200),
    cursor: str | None = None,
) -> Page[StaffMember]:
    """Staff with a post in the administrator's area, by name; the city's administrators see those without one too."""
    return queries.staff_administered_by(
        edge.actor(request),
        asked.asked(),
        area_code=asked.area_code,
        at=now(),
        limit=limit,
        cursor=cursor,
    )


@edge.operation(router, "GET", "/accounts/export", "exportStaff", MANAGE, response=None)
def export_staff(
    request: HttpRequest,
    asked: Annotated[StaffFilter, Query()],
    file_format: FileFormat = FileFormat.XLSX,
) -> StreamingHttpResponse:
    """The same list as a file, without telephone numbers."""
    out = papers.export_staff(
        edge.actor(request), asked.asked(), area_code=asked.area_code, file_format=file_format, at=now()
    )
    return sent(out)


@edge.operation(router, "GET", "/staff/{person_id}", "readStaff", MANAGE, response=StaffFileOut, sees="staff")
def read_staff(request: HttpRequest, person_id: UUID) -> StaffFile:
    """Somebody's account, every post held so far, and an open request for a new password."""
    return queries.staff_file(edge.actor(request), person_id, at=now())


@edge.operation(
    router,
    "PUT",
    "/staff/{person_id}/name",
    "renameStaff",
    MANAGE,
    response={204: None},
    sees="staff",
)
def rename_staff(request: HttpRequest, person_id: UUID, body: StaffNameIn) -> None:
    """Give somebody another name; what they did in the past shows the new one."""
    staff.rename_staff(edge.actor(request), person_id, name=body.name, at=now())


@edge.operation(
    router,
    "PUT",
    "/staff/{person_id}/phone",
    "setStaffPhone",
    MANAGE,
    response={204: None},
    sees="staff",
    proof=ProofNeeded.RECENT,
)
def set_staff_phone(request: HttpRequest, person_id: UUID, body: StaffPhoneIn) -> None:
    """The number for work. It is sealed; lists show part of it."""
    staff.set_staff_phone(edge.actor(request), person_id, phone=body.phone, at=now())


@edge.operation(
    router,
    "POST",
    "/staff/{person_id}/retire",
    "retireStaff",
    MANAGE,
    response=RetiredOut,
    sees="staff",
)
def retire_staff(request: HttpRequest, person_id: UUID, body: RetireIn) -> RetiredOut:
    """Somebody leaves: posts are vacated, the account is closed, sessions and tokens end."""
    held = staff.retire_staff(edge.actor(request), person_id, reason=body.reason, at=now())
    return RetiredOut(posts=[StaffPostOut.from_orm(post) for post in held])


@edge.operation(
    router,
    "POST",
    "/staff/{person_id}/reopen",
    "reopenStaff",
    MANAGE,
    response={201: ReopenedOut},
    sees="staff",
    proof=ProofNeeded.RECENT,
)
def reopen_staff(request: HttpRequest, person_id: UUID) -> ReopenedOut:
    """Somebody comes back: the account opens with a one-time password, shown this once."""
    password = staff.reopen_staff(edge.actor(request), person_id, at=now())
    return ReopenedOut(one_time_password=password)


@edge.operation(
    router,
    "POST",
    "/imports/{batch_id}/first-passwords",
    "issueFirstPasswords",
    MANAGE,
    response=None,
    sees="import",
    proof=ProofNeeded.RECENT,
)
def issue_first_passwords(
    request: HttpRequest, batch_id: UUID, file_format: FileFormat = FileFormat.XLSX
) -> StreamingHttpResponse:
    """One-time passwords for everybody a batch of staff brought in who has not signed in yet, as a file.

    The file is made for this answer and kept nowhere. Asked again, new passwords are made and the old ones end.
    """
    out = papers.issue_first_passwords(edge.actor(request), batch_id, file_format=file_format, at=now())
    return sent(out)


def sent(out: OutFile) -> StreamingHttpResponse:
    """A file on its way; browsers must not keep it."""
    response = StreamingHttpResponse(out.pieces(), content_type=out.media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(out.name)}"
    response["Cache-Control"] = "no-store"
    return response
