"""Public matters close by, following them, and earlier reports of one's own."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Query
from pydantic import BaseModel

from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.api.schemas import ItemCode, LookOut
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.queries import following as reads
from jingwei.domains.incidents.queries.personal import looks_at_mine
from jingwei.domains.incidents.rules.following import FollowedMatter, MatterNotPublic, NearMatter
from jingwei.domains.incidents.rules.lifecycle import ACTION_LABELS, STATE_LABELS
from jingwei.domains.incidents.rules.publishing import PublicMatter
from jingwei.domains.incidents.services import claiming, following
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.access.queries import unit_names
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.edge import operation, sent_file
from jingwei.foundation.files.services.serving import thumbnail_seen_by
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from jingwei.kernel.geo import Datum, position

P = Permission


class SquareOut(BaseModel):
    """The middle of a square of about 250 m (WGS-84): the place is never told more finely."""

    lon: float
    lat: float


class PublicMatterOut(BaseModel):
    """A matter as everybody may see it: what, in which community, since which day, and how far it is."""

    item_code: str
    item_name: str
    class_name: str
    community_name: str
    state: State
    state_label: str
    state_label_en: str
    reported_on: date
    closed_on: date | None
    is_overdue: bool
    square: SquareOut | None


class NearMatterOut(PublicMatterOut):
    """``likeness``: 3 the same item, 2 its sub-class, 1 its class, 0 another; ``is_here``: in the same square."""

    public_id: UUID
    likeness: int
    is_here: bool


class PublicStepOut(BaseModel):
    action: Action
    action_label: str
    action_label_en: str
    state: State
    at: datetime
    unit_name: str


class FollowedOut(BaseModel):
    """A matter one follows; ``matter`` is null once it is not public any more. ``photos`` are numbered from 0."""

    public_id: UUID
    since_at: datetime
    matter: PublicMatterOut | None


class FollowedCourseOut(FollowedOut):
    steps: list[PublicStepOut]
    photos: int


class MyLookOut(LookOut):
    """A recorded look at one's own data, from which unit, and with which report (if with any)."""

    unit_name: str
    incident_id: UUID | None
    receipt_no: str


class ClaimedOut(BaseModel):
    """How many earlier reports were found by one's number."""

    claimed: int


@operation(
    router,
    "GET",
    "/nearby",
    "listNearbyPublic",
    P.READ_TERRITORY,
    response=list[NearMatterOut],
    is_public=True,
)
def list_nearby_public(
    request: HttpRequest,
    lon: Annotated[float, Query(ge=-180, le=180)],
    lat: Annotated[float, Query(ge=-90, le=90)],
    datum: Datum = Datum.WGS84,
    item_code: ItemCode = "",
) -> list[NearMatterOut]:
    """Open public matters within some hundred metres: perhaps it is reported already."""
    where = position(lon, lat, datum=datum)
    found = reads.nearby_matters(where.lon, where.lat, item_code=item_code, at=now())
    names = _names([one.matter for one in found])
    return [_near(one, names) for one in found]


@operation(
    router,
    "POST",
    "/nearby/{public_id}/follow",
    "followIncident",
    P.FOLLOW_INCIDENT,
    response=FollowedCourseOut,
    sees="public matter",
)
def follow_incident(request: HttpRequest, public_id: UUID) -> FollowedCourseOut:
    """Follow a public matter: one is told how it goes, without reporting it again."""
    at = now()
    following.follow_matter(request.auth, public_id, at=at)
    return _course(reads.followed_matter(request.auth, public_id, at=at))


@operation(
    router,
    "DELETE",
    "/nearby/{public_id}/follow",
    "unfollowIncident",
    P.FOLLOW_INCIDENT,
    response={204: None},
    sees="followed",
)
def unfollow_incident(request: HttpRequest, public_id: UUID) -> None:
    """Stop following."""
    following.unfollow_matter(request.auth, public_id, at=now())


@operation(router, "GET", "/me/followed", "listFollowed", P.FOLLOW_INCIDENT, response=list[FollowedOut])
def list_followed(request: HttpRequest) -> list[FollowedOut]:
    """The matters one follows, latest first."""
    found = reads.list_followed(request.auth, at=now())
    names = _names([one.matter for one in found if one.matter])
    return [
        FollowedOut(
            public_id=one.public_id,
            since_at=one.since_at,
            matter=_matter(one.matter, names) if one.matter else None,
        )
        for one in found
    ]


@operation(
    router,
    "GET",
    "/me/followed/{public_id}",
    "getFollowed",
    P.FOLLOW_INCIDENT,
    response=FollowedCourseOut,
    sees="followed",
)
def get_followed(request: HttpRequest, public_id: UUID) -> FollowedCourseOut:
    """The public course of a matter one follows: states, times, units and photos of the work."""
    return _course(reads.followed_matter(request.auth, public_id, at=now()))


@operation(
    router,
    "GET",
    "/me/followed/{public_id}/photos/{number}/{side_px}",
    "downloadFollowedPhoto",
    P.FOLLOW_INCIDENT,
    response={200: None, 206: None},
    sees="followed",
)
def download_followed_photo(
    request: HttpRequest, public_id: UUID, number: int, side_px: int
) -> HttpResponse | StreamingHttpResponse:
    """A photo of the work, masked, as WebP; its number is not its name."""
    photos = reads.followed_photos(request.auth, public_id, at=now())
    if not 0 <= number < len(photos):
        raise MatterNotPublic
    with eyes(reads.PUBLISHER):
        stored = thumbnail_seen_by(reads.PUBLISHER, photos[number], side_px)
    return sent_file(
        request, stored.path, media_type=stored.media_type, name=f"photo-{number + 1}.webp", is_inline=True
    )


@operation(router, "POST", "/me/reports/claim", "claimReports", P.TRACK_INCIDENT, response=ClaimedOut)
def claim_reports(request: HttpRequest) -> ClaimedOut:
    """Find what one reported by name with the number one signed in with, in the last half year."""
    return ClaimedOut(claimed=claiming.claim_reports(request.auth, at=now()))


@operation(router, "GET", "/me/looks", "listMyLooks", P.USE_ACCOUNT, response=list[MyLookOut])
def list_my_looks(request: HttpRequest) -> list[MyLookOut]:
    """Who looked at one's personal data, when, for what, and with which report; the latest 200."""
    looks = looks_at_mine(request.auth)
    units = unit_names({look.unit_id for look, _, _ in looks if look.unit_id})
    return [
        MyLookOut(
            at=look.at,
            viewer_name=look.viewer_name,
            field=look.field,
            purpose=look.purpose,
            unit_name=units.get(look.unit_id, "") if look.unit_id else "",
            incident_id=incident_id,
            receipt_no=receipt_no,
        )
        for look, incident_id, receipt_no in looks
    ]


def _near(one: NearMatter, names: dict[str, str]) -> NearMatterOut:
    return NearMatterOut(
        **_matter(one.matter, names).model_dump(),
        public_id=one.public_id,
        likeness=one.likeness,
        is_here=one.is_here,
    )


def _course(found: FollowedMatter) -> FollowedCourseOut:
    names = _names([found.matter] if found.matter else [])
    units = unit_names({one.unit_id for one in found.steps if one.unit_id})
    return FollowedCourseOut(
        public_id=found.public_id,
        since_at=found.since_at,
        matter=_matter(found.matter, names) if found.matter else None,
        steps=[
            PublicStepOut(
                action=one.action,
                action_label=ACTION_LABELS[one.action][0],
                action_label_en=ACTION_LABELS[one.action][1],
                state=one.state,
                at=one.at,
                unit_name=units.get(one.unit_id, "") if one.unit_id else "",
            )
            for one in found.steps
        ],
        photos=found.photos,
    )


def _matter(one: PublicMatter, names: dict[str, str]) -> PublicMatterOut:
    label, label_en = STATE_LABELS[one.state]
    return PublicMatterOut(
        item_code=one.item_code,
        item_name=one.item_name,
        class_name=one.class_name,
        community_name=names.get(one.community_code, ""),
        state=one.state,
        state_label=label,
        state_label_en=label_en,
        reported_on=one.reported_on,
        closed_on=one.closed_on,
        is_overdue=one.is_overdue,
        square=SquareOut(lon=one.square[0], lat=one.square[1]) if one.square else None,
    )


def _names(matters: list[PublicMatter]) -> dict[str, str]:
    return names_of({one.community_code for one in matters if one.community_code})
