"""What roles may do, and how much the platform is used."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Query, Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission, Role
from jingwei.foundation.administration import queries
from jingwei.foundation.administration.api.staff import sent
from jingwei.foundation.administration.contracts import AdoptionFigures, RoleFacts
from jingwei.foundation.administration.services import papers
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.kernel.clock import now

router = Router(tags=["staff"])


class RoleOut(Schema):
    """What a role may do and sees, and how many posts of one's area have it."""

    role: Role
    permissions: list[Permission]
    sees_by_area: bool
    posts: int
    held: int


class AdoptionOut(Schema):
    """Accounts signed in with in the last days, earlier, or never."""

    accounts: int
    active: int
    idle: int
    never: int
    last_active_on: date | None


class UnitAdoptionOut(AdoptionOut):
    unit_id: UUID
    unit_name: str
    kind: str
    area_code: str


class AdoptionFiguresOut(Schema):
    """``whole`` counts everybody once; whoever works in two units counts in both of ``units``."""

    area_code: str
    area_name: str
    days: int
    whole: AdoptionOut
    units: list[UnitAdoptionOut]
    next_cursor: str | None


@edge.operation(router, "GET", "/roles", "listRoles", Permission.MANAGE_POSTS, response=list[RoleOut])
def list_roles(request: HttpRequest) -> list[RoleFacts]:
    """Every role that a post can have."""
    return queries.roles_in(edge.actor(request), at=now())


@edge.operation(
    router, "GET", "/adoption", "getAdoption", Permission.READ_ADOPTION, response=AdoptionFiguresOut
)
def get_adoption(
    request: HttpRequest,
    area_code: str | None = None,
    days: int = Query(30, ge=1, le=365),
    limit: int = Query(50, ge=1, le=200),
    cursor: str | None = None,
) -> AdoptionFigures:
    """How many accounts are used, by unit. Only the day of each account's last sign-in is kept, nothing finer."""
    return queries.adoption(
        edge.actor(request), area_code=area_code, days=days, at=now(), limit=limit, cursor=cursor
    )


@edge.operation(router, "GET", "/adoption/export", "exportAdoption", Permission.READ_ADOPTION, response=None)
def export_adoption(
    request: HttpRequest,
    area_code: str | None = None,
    days: int = Query(30, ge=1, le=365),
    file_format: FileFormat = FileFormat.XLSX,
) -> StreamingHttpResponse:
    """The figures of every unit as a file."""
    out = papers.export_adoption(
        edge.actor(request), area_code=area_code, days=days, file_format=file_format, at=now()
    )
    return sent(out)
