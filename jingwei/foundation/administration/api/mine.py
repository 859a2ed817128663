"""What is one's own to know: what is kept about oneself, and who serves the place where one lives."""

from datetime import datetime
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.administration import queries
from jingwei.foundation.administration.contracts import MyOfficer
from jingwei.foundation.administration.rules.people import CommunityNeeded
from jingwei.foundation.privacy.contracts import Kept, KeptKind
from jingwei.foundation.privacy.queries import kept_about
from jingwei.kernel.clock import now
from jingwei.kernel.geo import Datum

router = Router(tags=["account"])


class KeptOut(Schema):
    """A kind of thing kept about oneself. ``retention_days`` is null for what stays as long as one wants it."""

    kind: KeptKind
    count: int
    purpose: str
    legal_basis: str
    retention_days: int | None
    since_at: datetime | None
    shown: str | None


class GridTeamOut(Schema):
    code: str
    name: str
    officers: list[str]
    heads: list[str]


class MyOfficerOut(Schema):
    """Who serves a place, by name where the city publishes names; ``public_phone`` is the office's published number, never a person's own."""

    area_code: str
    area_path: str
    centre_name: str
    public_phone: str
    names_are_public: bool
    grids: list[GridTeamOut]


@edge.operation(router, "GET", "/me/kept", "listKept", Permission.USE_ACCOUNT, response=list[KeptOut])
def list_kept(request: HttpRequest) -> list[Kept]:
    """Everything that is kept about oneself: what, how many, for what, on what ground and for how long."""
    return kept_about(edge.actor(request), at=now())


@edge.operation(
    router,
    "GET",
    "/my-officer",
    "findMyOfficer",
    Permission.READ_TERRITORY,
    response=MyOfficerOut,
    is_public=True,
    opens_eyes=False,
)
def find_my_officer(
    request: HttpRequest,
    lon: Annotated[float | None, Query(ge=-180, le=180)] = None,
    lat: Annotated[float | None, Query(ge=-90, le=90)] = None,
    datum: Datum = Datum.WGS84,
    area_code: Annotated[str | None, Query(pattern=r"^\d{4,15}$")] = None,
) -> MyOfficer:
    """The grid officer of a position, a grid or a community, and where to telephone. The position is not kept."""
    if lon is not None and lat is not None:
        area_code = queries.located(lon, lat, datum=datum).area_code
    if area_code is None:
        raise CommunityNeeded
    return queries.my_officer(area_code, at=now())
