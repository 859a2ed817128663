"""Reads that put people, posts and territory together."""

from collections.abc import Callable
from datetime import date, datetime

from jingwei.foundation.access import queries as access
from jingwei.foundation.access.contracts import Actor, Role, system_actor
from jingwei.foundation.administration.contracts import (
    RESIDENT_PHONE,
    STAFF_PHONE,
    AuditState,
    GridTeam,
    LocatedPosition,
    Me,
    MyOfficer,
)
from jingwei.foundation.administration.rules.people import CommunityNeeded
from jingwei.foundation.areas.queries import ancestors_of, area_by_code, children_of, locate, path_name
from jingwei.foundation.audit.queries import latest_check, latest_walk, verify, witness_states
from jingwei.foundation.privacy.contracts import Kept, KeptKind
from jingwei.foundation.privacy.services import masked_value
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level
from jingwei.kernel.geo import Datum, position

READER = system_actor("公开页面")
MOST_POSTS = 200
CONSENT = "《个人信息保护法》第十三条第一款第一项"

SEALS_VERIFIED_AT_ONCE = 30
"""Half an hour of seals: what a request can go over."""


def account_of(actor: Actor, *, at: datetime) -> Me:
    """Who the actor is, for the head of every page."""
    posts = access.posts_open_to(actor.person_id, at=at) if actor.person_id else []
    return Me(
        actor=actor,
        post=next((post for post in posts if post.post_id == actor.post_id), None),
        area_path=path_name(actor.area_code) if actor.area_code else "",
        permissions=access.permissions_of(actor),
        posts=posts,
        must_change_password=access.must_change_password(actor.person_id),
        is_held_back=actor.session is not None and actor.session.is_held_back,
    )


def located(lon: float, lat: float, *, datum: Datum) -> LocatedPosition:
    """The grid at a position, with the areas above it. Raises: BadPosition; OutsideCity."""
    where = position(lon, lat, datum=datum)
    place = locate(where.lon, where.lat)
    return LocatedPosition(
        area_code=place.area_code,
        path=ancestors_of(place.area_code),
        special_grid_code=place.special_grid_code,
        lon=where.lon,
        lat=where.lat,
    )


def audit_state(*, at: datetime) -> AuditState:
    """Whether the audit is whole: its newest part verified now, all of it as of last night, and who saw the anchors."""
    return AuditState(
        recent=verify(at=at, newest_seals=SEALS_VERIFIED_AT_ONCE),
        last_whole=latest_check(),
        walk=latest_walk(),
        witnesses=witness_states(),
    )


_naming: list[Callable[[date], bool]] = []


def plug_naming(is_public: Callable[[date], bool]) -> None:
    """Set who decides whether residents are told names of officers. Called once, by config."""
    _naming[:] = [is_public]


def my_officer(area_code: str, *, at: datetime) -> MyOfficer:
    """Who serves a community's grids, or one grid, and where to telephone: names of two roles and an office's number.

    Names only where the city publishes them; a private number is never among it. Raises: AreaUnknown; CommunityNeeded for anything larger.
    """
    area = area_by_code(area_code)
    if len(area.code) < Level.COMMUNITY:
        raise CommunityNeeded
    community = area.code[: Level.COMMUNITY]
    with eyes(READER):  # who serves where is public; only these roles' names leave
        held = {
            role: access.posts_within(
                community, unit_id=None, is_vacant=False, role=role, at=at, limit=MOST_POSTS, cursor=None
            ).rows
            for role in (Role.OFFICER, Role.GRID_HEAD)
        }

    is_named = all(is_public(local(at).date()) for is_public in _naming)

    def names(role: Role, grid: str) -> tuple[str, ...]:
        if not is_named:
            return ()
        return tuple(post.holder_name for post in held[role] if post.area_code in (grid, community))

    grids = [one for one in children_of(community) if one.code.startswith(area.code)]
    above = [community[: int(level)] for level in reversed(Level) if int(level) <= len(community)]
    centres = access.centres_of(above)
    served = [centres[code] for code in above if code in centres]
    phones = [one.public_phone for one in served if one.public_phone]
    return MyOfficer(
        area_code=area.code,
        area_path=path_name(area.code),
        centre_name=served[0].name if served else "",
        public_phone=phones[0] if phones else "",
        names_are_public=is_named,
        grids=[
            GridTeam(one.code, one.name, names(Role.OFFICER, one.code), names(Role.GRID_HEAD, one.code))
            for one in grids
        ],
    )


def kept_of_account(actor: Actor, *, at: datetime) -> list[Kept]:
    """The number of one's account, and where one is signed in."""
    if actor.person_id is None:
        return []
    kept = []
    sealed, is_staff, since_at = access.phone_on_file(actor.person_id)
    field = STAFF_PHONE if is_staff else RESIDENT_PHONE
    if sealed is not None:
        kept.append(
            Kept(
                KeptKind.ACCOUNT_PHONE,
                1,
                field.purpose,
                field.legal_basis,
                field.retention_days,
                since_at,
                masked_value(field, sealed),
            )
        )
    tokens = access.tokens_of(actor.person_id, at=at)
    since = min((one.created_at for one in tokens), default=None)
    kept.append(
        Kept(
            KeptKind.SESSIONS,
            len(tokens),
            "让您不必每次重新登录，认得出自己的每一次登录（用的什么设备、网络号的前一半）",
            CONSENT,
            30,
            since,
        )
    )
    linked = [one.linked_at for one in access.links_of(actor.person_id)]
    linked += [one.linked_at for one in access.provider_links_of(actor.person_id)]
    use = "在微信等应用里、用统一身份认证直接登录，接收提醒"
    kept.append(Kept(KeptKind.CONTAINERS, len(linked), use, CONSENT, None, min(linked, default=None)))
    return kept
