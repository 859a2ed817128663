"""Reads that put people, posts and territory together."""

from datetime import datetime

from jingwei.foundation.access import queries as access
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.administration.contracts import AuditState, LocatedPosition, Me
from jingwei.foundation.areas.queries import ancestors_of, locate, path_name
from jingwei.foundation.audit.queries import latest_check, verify
from jingwei.kernel.geo import Datum, position

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
    """Whether the audit is whole: its newest part verified now, all of it as of last night."""
    return AuditState(recent=verify(at=at, newest_seals=SEALS_VERIFIED_AT_ONCE), last_whole=latest_check())
