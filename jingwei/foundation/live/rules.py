"""How news travels through the database, and who hears what is not bound to a row."""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.live.contracts import Audience, Kind, News, ToArea, ToPerson, ToPost, ToSight, ToUnit
from jingwei.kernel.codes import lies_within

CHANNEL = "jw_live"
LARGEST_BYTES = 7_900
"""PostgreSQL refuses a notification of 8,000 bytes, and with it the whole transaction."""
PRESENT_FOR = timedelta(seconds=45)
"""Who gave no sign for so long has gone."""
SIGN_EVERY = timedelta(seconds=20)
"""How often an open page gives a sign."""
BEAT_EVERY = timedelta(seconds=15)
"""How often an idle stream says that it lives."""


def written(news: News) -> str:
    """News as it travels. Where the participants do not fit, the database is asked instead."""
    text = _text(news, news.audience)
    if len(text) > LARGEST_BYTES and isinstance(news.audience, ToSight):
        of = news.audience
        text = _text(news, ToSight(of.scope_code, of.sight_floor, of.about_unit_id, is_whole=False))
    return text


def read(text: str) -> News:
    """News as it was written. Raises: ValueError, KeyError, TypeError for anything else."""
    told = json.loads(text)
    if not isinstance(told, dict):
        raise TypeError(type(told))
    subject = told.get("id")
    return News(
        kind=Kind(told["kind"]),
        audience=_audience(told["to"]),
        subject_id=UUID(subject) if subject else None,
        version=told.get("version"),
    )


def hears(actor: Actor, audience: ToPerson | ToPost | ToUnit | ToArea) -> bool:
    """Whether news that is not bound to a row is for this actor."""
    if isinstance(audience, ToPerson):
        return actor.person_id == audience.person_id
    if isinstance(audience, ToPost):
        return actor.post_id == audience.post_id
    if isinstance(audience, ToUnit):
        return actor.sharing_unit_id == audience.unit_id
    return lies_within(audience.area_code, actor.scope) and len(actor.scope) <= audience.sight_floor


def _text(news: News, audience: Audience) -> str:
    told: dict[str, Any] = {"kind": news.kind.value, "to": _plain(audience)}
    if news.subject_id is not None:
        told["id"] = str(news.subject_id)
    if news.version is not None:
        told["version"] = news.version
    return json.dumps(told, separators=(",", ":"))


def _plain(audience: Audience) -> dict[str, Any]:
    if isinstance(audience, ToPerson):
        return {"person": str(audience.person_id)}
    if isinstance(audience, ToPost):
        return {"post": str(audience.post_id)}
    if isinstance(audience, ToUnit):
        return {"unit": str(audience.unit_id)}
    if isinstance(audience, ToArea):
        return {"area": audience.area_code, "floor": audience.sight_floor}
    return {
        "scope": audience.scope_code,
        "floor": audience.sight_floor,
        "about": str(audience.about_unit_id) if audience.about_unit_id else None,
        "units": sorted(map(str, audience.unit_ids)),
        "posts": sorted(map(str, audience.post_ids)),
        "persons": None if audience.persons is None else sorted(map(str, audience.persons)),
        "whole": audience.is_whole,
    }


def _audience(plain: dict[str, Any]) -> Audience:
    if "person" in plain:
        return ToPerson(UUID(plain["person"]))
    if "post" in plain:
        return ToPost(UUID(plain["post"]))
    if "unit" in plain:
        return ToUnit(UUID(plain["unit"]))
    if "area" in plain:
        return ToArea(plain["area"], plain["floor"])
    persons = plain["persons"]
    return ToSight(
        scope_code=plain["scope"],
        sight_floor=plain["floor"],
        about_unit_id=UUID(plain["about"]) if plain["about"] else None,
        unit_ids=frozenset(map(UUID, plain["units"])),
        post_ids=frozenset(map(UUID, plain["posts"])),
        persons=None if persons is None else frozenset(map(UUID, persons)),
        is_whole=plain["whole"],
    )
