"""Failures at the door: counted where strangers cannot keep the owner out, and forgotten by a device that came well.

Call ``knock`` before any transaction begins: buckets answer in one statement each, and nothing stays locked while a
password is being checked.
"""

import base64
import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from jingwei.foundation.access.contracts import Visitor
from jingwei.foundation.access.models import Account, KnownPlace
from jingwei.foundation.access.rules.doors import ACCOUNT, FACTOR, INSIDE, Door, doors_for
from jingwei.foundation.access.rules.refusals import SignInDelayed
from jingwei.foundation.limits import services as limits
from jingwei.kernel.clock import local
from jingwei.kernel.crypto import Unreadable, blind_index, decrypt, encrypt

REMEMBERED_FOR = timedelta(days=180)
PLACES_KEPT = timedelta(days=90)
MOST_REMEMBERED = 5
"""Accounts that one browser remembers: a counter where several people take turns."""
DEVICE_FIELD = "access.device"
PLACE_FIELD = "access.place"


@dataclass(frozen=True, slots=True)
class Knocked:
    """The doors at which one try was counted. ``is_known``: the account came from there before."""

    doors: tuple[tuple[Door, str], ...]
    is_known: bool


def known_as(username: str, visitor: Visitor, *, at: datetime) -> str | None:
    """Under which name the account knows this device or network; None if it knows neither (with the system's eyes)."""
    since = Account.objects.filter(username=username).values_list("devices_since", flat=True).first()
    index = _name_index(username)
    for name, device, issued in _remembered(visitor):
        is_too_old = at.timestamp() - issued > REMEMBERED_FOR.total_seconds()
        is_forgotten = since is not None and issued < since.timestamp()
        if name == index and not is_too_old and not is_forgotten:
            return f"device {device}"
    good_after = (local(at) - PLACES_KEPT).date()
    places = KnownPlace.objects.filter(place=_place_index(username, visitor), good_on__gte=good_after)
    return f"place {visitor.address}" if places.exists() else None


def knock(username: str, password: str, visitor: Visitor, *, known: str | None, at: datetime) -> Knocked:
    """Count a try before it is made: many at once are no more than one after the other. Raises: SignInDelayed."""
    doors = doors_for(username, password, address=visitor.address, known=known)
    _pass(doors, at)
    return Knocked(tuple(doors), known is not None)


def forgive(knocked: Knocked, *, at: datetime) -> None:
    """The try was good: what it took is given back, and failures of one's own are forgotten."""
    for door, key in knocked.doors:
        if door.is_shared:
            limits.take(door.name, key, -1, rate=door.rate, burst=door.burst, at=at)
        else:
            limits.refill(door.name, key)


def forgive_at_doors(username: str) -> None:
    """An administrator made a new password: nobody's earlier tries delay it."""
    limits.refill(ACCOUNT.name, username)


def knock_with_code(person_id: UUID, knocked: Knocked, *, at: datetime) -> None:
    """Count a code of a second factor; a known device has a count of its own. Raises: SignInDelayed."""
    _pass([(FACTOR, _factor_key(person_id, knocked))], at)


def forgive_code(person_id: UUID, knocked: Knocked) -> None:
    """The code was right."""
    limits.refill(FACTOR.name, _factor_key(person_id, knocked))


def knock_inside(person_id: UUID | None, *, at: datetime) -> None:
    """Count a password or code that is asked for once more within a session. Raises: SignInDelayed."""
    _pass([(INSIDE, str(person_id))], at)


def forgive_inside(person_id: UUID | None) -> None:
    """It was right."""
    limits.refill(INSIDE.name, str(person_id))


def is_first_lately(what: str, key: str, *, every: timedelta, at: datetime) -> bool:
    """Whether this is the first of its kind for a while: what a flood repeats is noted once."""
    rate = 1 / every.total_seconds()
    return limits.take(f"access.{what}", key, rate=rate, burst=1, at=at).is_granted


def remember_device(username: str, visitor: Visitor, *, at: datetime) -> str:
    """What the browser keeps from now on: that this account was signed in to here. Nobody else can make one."""
    index = _name_index(username)
    others = [one for one in _remembered(visitor) if one[0] != index]
    fresh = [(index, secrets.token_urlsafe(12), at.timestamp()), *others][:MOST_REMEMBERED]
    sealed = encrypt(settings.FIELD_KEY, json.dumps(fresh), field=DEVICE_FIELD)
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


def remember_place(username: str, visitor: Visitor, *, at: datetime) -> None:
    """The account was signed in to from this network (with the system's eyes)."""
    if visitor.address == "unknown":
        return
    today = local(at).date()
    KnownPlace.objects.update_or_create(place=_place_index(username, visitor), defaults={"good_on": today})


def forget_places(*, at: datetime) -> int:
    """Forget networks that were not come from for months (with the system's eyes). Returns how many."""
    return int(KnownPlace.objects.filter(good_on__lt=(local(at) - PLACES_KEPT).date()).delete()[0])


def _pass(doors: list[tuple[Door, str]], at: datetime) -> None:
    """Raises: SignInDelayed. First all are asked, so that a door that is closed does not use up the others."""
    asked = [limits.peek(door.name, key, rate=door.rate, burst=door.burst, at=at) for door, key in doors]
    if all(one.is_granted for one in asked):
        asked = [limits.take(door.name, key, rate=door.rate, burst=door.burst, at=at) for door, key in doors]
    if not all(one.is_granted for one in asked):
        raise SignInDelayed(seconds=max(one.wait_s for one in asked))


def _factor_key(person_id: UUID, knocked: Knocked) -> str:
    return f"{person_id} {knocked.doors[0][1]}" if knocked.is_known else str(person_id)


def _remembered(visitor: Visitor) -> list[tuple[str, str, float]]:
    """What the browser brought along; nothing where it is none of ours."""
    if not visitor.remembered:
        return []
    try:
        sealed = base64.urlsafe_b64decode(visitor.remembered + "=" * (-len(visitor.remembered) % 4))
        kept = json.loads(decrypt(settings.FIELD_KEY, sealed, field=DEVICE_FIELD))
    except (ValueError, Unreadable):
        return []
    return [(name, device, issued) for name, device, issued in kept]


def _name_index(username: str) -> str:
    return blind_index(settings.INDEX_KEY, username, field=DEVICE_FIELD).hex()


def _place_index(username: str, visitor: Visitor) -> bytes:
    return blind_index(settings.INDEX_KEY, f"{username}\n{visitor.address}", field=PLACE_FIELD)
