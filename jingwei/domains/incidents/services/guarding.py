"""Letting public reports in: counted by device, address and community, with a challenge where much comes in at once."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings

from jingwei.domains.incidents.rules.challenge import HARDEST_BITS, Seed, is_solved, make_seed, read_seed
from jingwei.domains.incidents.rules.guarding import (
    DANGER_BITS,
    FREE,
    MOST,
    WRONG_CODES,
    Allowance,
    ChallengeNeeded,
    CodesTriedTooOften,
    ReportsTooOften,
    Where,
    bits_for,
    network_of,
    too_often,
)
from jingwei.domains.incidents.rules.refusals import TrackingUnknown
from jingwei.domains.incidents.services.reporter import proved_reporter
from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.limits import services as limits
from jingwei.foundation.limits.contracts import Taken
from jingwei.kernel.codes import AreaCodes

KNOWN_DEVICE = Allowance("track_known_device", 1, 1 / (30 * 24))
"""A bucket of one token that is empty for a month once the device has given a right code."""
NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Answered:
    """What the reporter's device computed."""

    seed: str
    answer: int


@dataclass(frozen=True, slots=True)
class Sender:
    """Where a public request came from, as far as it is known; only keyed digests of it are ever kept."""

    device: str | None = None
    address: str | None = None
    answered: Answered | None = None

    @property
    def is_known(self) -> bool:
        return self.device is not None or self.address is not None


DangerSense = Callable[[str], bool]
_sense: DangerSense | None = None


def plug_danger_sense(sense: DangerSense) -> None:
    """Say how words that speak of danger are recognised. Called once, by the wiring."""
    global _sense
    _sense = sense


def speaks_of_danger(words: str) -> bool:
    """Whether words point to somebody in danger: such a report is neither refused nor held."""
    if _sense is None:
        raise RuntimeError("nobody plugged in how danger is recognised")
    return _sense(words)


def new_challenge(sender: Sender, *, least_bits: int, at: datetime) -> tuple[Seed, bool]:
    """A seed for one report, as hard as things are now, and whether it is needed at all at present."""
    pressed = frozenset(
        where
        for where, key in _keys(sender, None).items()
        if where in FREE and not _peek(FREE[where], key, at).is_granted
    )
    now_bits = bits_for(pressed)
    bits = min(HARDEST_BITS, max(now_bits, least_bits, bits_for(frozenset({Where.DEVICE}))))
    seed = make_seed(settings.INDEX_KEY, os.urandom(NONCE_BYTES), bits=bits, at=at)
    return seed, now_bits > 0


def require_fair(
    actor: Actor, sender: Sender, *, incident_id: UUID, codes: AreaCodes, words: str, at: datetime
) -> None:
    """Let a report in, ask for a challenge, or say how long to wait.

    Residents who proved their number have a bucket of their own and are never asked to compute; whoever reports
    without an account is counted by device, address, network and community. A request that nothing is known of
    (from this machine, or through a gateway that names nobody) is not counted: it would be everybody.
    Raises: ChallengeNeeded; ReportsTooOften, never for words that speak of danger.
    """
    if actor.role is Role.RESIDENT and actor.person_id is not None:
        taken = _take(MOST[Where.ACCOUNT], str(actor.person_id), at)
        if not taken.is_granted and not speaks_of_danger(words):
            raise too_often(ReportsTooOften, taken.wait_s)
        return
    if not sender.is_known:
        return
    keys = _keys(sender, codes)
    pressed = frozenset(where for where, taken in _take_all(FREE, keys, at).items() if not taken.is_granted)
    needed = bits_for(pressed)
    if needed and _solved(sender, incident_id, at) < needed:
        raise ChallengeNeeded(bits=needed)
    waits = [taken.wait_s for taken in _take_all(MOST, keys, at).values() if not taken.is_granted]
    if not waits:
        return
    if not speaks_of_danger(words):
        raise too_often(ReportsTooOften, max(waits))
    if _solved(sender, incident_id, at) < DANGER_BITS:
        raise ChallengeNeeded(bits=DANGER_BITS)


def proved_from(actor: Actor, sender: Sender, tracking_code: str, *, at: datetime) -> tuple[Actor, UUID]:
    """As ``proved_reporter``, with wrong codes counted by device and address.

    A device that once gave a right code goes on when a neighbour behind the same address has used the tries up.
    Raises: TrackingUnknown, CodesTriedTooOften.
    """
    keys = {where: key for where, key in _keys(sender, None).items() if where in WRONG_CODES}
    if Where.DEVICE in keys and not _peek(KNOWN_DEVICE, keys[Where.DEVICE], at).is_granted:
        keys.pop(Where.ADDRESS, None)
    waits = [
        told.wait_s
        for where, key in keys.items()
        if not (told := _peek(WRONG_CODES[where], key, at)).is_granted
    ]
    if waits:
        raise too_often(CodesTriedTooOften, max(waits))
    try:
        found = proved_reporter(actor, tracking_code)
    except TrackingUnknown:
        for where, key in keys.items():
            _take(WRONG_CODES[where], key, at)
        raise
    if Where.DEVICE in keys:
        _take(KNOWN_DEVICE, keys[Where.DEVICE], at)
    return found


def _keys(sender: Sender, codes: AreaCodes | None) -> dict[Where, str]:
    keys: dict[Where, str] = {}
    if sender.device is not None:
        keys[Where.DEVICE] = sender.device
    if sender.address is not None:
        keys[Where.ADDRESS] = sender.address
        keys[Where.NETWORK] = network_of(sender.address)
    if codes is not None:
        keys[Where.AREA] = codes.community or codes.scope
    return keys


def _solved(sender: Sender, incident_id: UUID, at: datetime) -> int:
    """How many bits the device has computed for this report; a seed counts for one report, and again for the same."""
    if sender.answered is None:
        return 0
    seed = read_seed(settings.INDEX_KEY, sender.answered.seed, at=at)
    if seed is None or not is_solved(seed, str(incident_id), sender.answered.answer):
        return 0
    is_first = limits.spend_once("challenge", seed.text, str(incident_id), until=seed.until)
    return seed.bits if is_first else 0


def _take(one: Allowance, key: str, at: datetime) -> Taken:
    return limits.take(one.name, key, rate=one.rate, burst=one.burst, at=at)


def _take_all(allowances: dict[Where, Allowance], keys: dict[Where, str], at: datetime) -> dict[Where, Taken]:
    """One token from each bucket that is counted here, in one statement."""
    asked = [where for where in keys if where in allowances]
    buckets = [(one.name, keys[where], one.rate, one.burst) for where in asked for one in [allowances[where]]]
    return dict(zip(asked, limits.take_each(buckets, at=at), strict=True))


def _peek(one: Allowance, key: str, at: datetime) -> Taken:
    return limits.peek(one.name, key, rate=one.rate, burst=one.burst, at=at)
