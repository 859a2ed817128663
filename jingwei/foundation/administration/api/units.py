"""Units: known to everybody, kept by administrators within their area."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission, UnitBrief
from jingwei.foundation.access.queries import units_within
from jingwei.foundation.access.services import require_permission
from jingwei.foundation.administration.services import units
from jingwei.foundation.administration.services.sheets import UNIT_CODE_PATTERN
from jingwei.kernel.clock import now
from jingwei.kernel.paging import Page

router = Router(tags=["units"])


class UnitOut(Schema):
    unit_id: UUID
    code: str
    name: str
    kind: str
    area_code: str
    parent_id: UUID | None
    is_government: bool
    is_active: bool
    public_phone: str


class UnitPage(Schema):
    rows: list[UnitOut]
    next_cursor: str | None


class UnitIn(edge.Input):
    code: str = Field(pattern=UNIT_CODE_PATTERN)
    name: str = Field(min_length=1, max_length=120)
    kind: str = Field(min_length=1, max_length=40)
    area_code: str = Field(min_length=4, max_length=15)
    parent_id: UUID | None = None
    is_government: bool = True


class UnitId(Schema):
    id: UUID


class UnitPhoneIn(edge.Input):
    phone: str = Field("", max_length=20)


class UnitNameIn(edge.Input):
    name: str = Field(min_length=1, max_length=120)


@edge.operation(router, "GET", "/units", "listUnits", Permission.READ_TERRITORY, response=UnitPage)
def list_units(
    request: HttpRequest,
    kind: str | None = None,
    area_code: str | None = None,
    is_active: bool = True,
    parent_id: UUID | None = None,
    words: str = Query("", max_length=60),
    limit: int = Query(50, ge=1, le=200),
    cursor: str | None = None,
) -> Page[UnitBrief]:
    """Centres and member units, by area, or those directly below one. Those switched off (``is_active=false``) are listed for administrators."""
    if not is_active:
        require_permission(edge.actor(request), Permission.MANAGE_POSTS)
    return units_within(
        area_code,
        kind=kind,
        limit=limit,
        cursor=cursor,
        is_active=is_active,
        parent_id=parent_id,
        words=words.strip(),
    )


@edge.operation(router, "POST", "/units", "createUnit", Permission.MANAGE_POSTS, response={201: UnitId})
def create_unit(request: HttpRequest, body: UnitIn) -> UnitId:
    """Open a unit in the administrator's area; without a parent it stands under the nearest centre."""
    unit_id = units.create_unit(
        edge.actor(request),
        code=body.code,
        name=body.name,
        kind=body.kind,
        area_code=body.area_code,
        parent_id=body.parent_id,
        is_government=body.is_government,
    )
    return UnitId(id=unit_id)


@edge.operation(
    router,
    "PUT",
    "/units/{unit_id}/name",
    "renameUnit",
    Permission.MANAGE_POSTS,
    response={204: None},
    sees="unit",
)
def rename_unit(request: HttpRequest, unit_id: UUID, body: UnitNameIn) -> None:
    """Give a unit another name; incidents of the past show the new one."""
    units.rename_unit(edge.actor(request), unit_id, name=body.name)


@edge.operation(
    router,
    "PUT",
    "/units/{unit_id}/phone",
    "setUnitPhone",
    Permission.MANAGE_POSTS,
    response={204: None},
    sees="unit",
)
def set_unit_phone(request: HttpRequest, unit_id: UUID, body: UnitPhoneIn) -> None:
    """The office number on the public pages; empty takes it away. Personal mobile numbers are refused."""
    units.set_unit_phone(edge.actor(request), unit_id, phone=body.phone)


@edge.operation(
    router,
    "POST",
    "/units/{unit_id}/switch-off",
    "switchUnitOff",
    Permission.MANAGE_POSTS,
    response={204: None},
    sees="unit",
)
def switch_unit_off(request: HttpRequest, unit_id: UUID) -> None:
    """Take a unit out of use with its vacant posts. Refused while a post is held or an incident is open with it."""
    units.switch_unit_off(edge.actor(request), unit_id, at=now())


@edge.operation(
    router,
    "POST",
    "/units/{unit_id}/switch-on",
    "switchUnitOn",
    Permission.MANAGE_POSTS,
    response={204: None},
    sees="unit",
)
def switch_unit_on(request: HttpRequest, unit_id: UUID) -> None:
    """Put a unit back into use, with its posts."""
    units.switch_unit_on(edge.actor(request), unit_id)
