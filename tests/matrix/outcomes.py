"""What an answer means for who asked, and what a kind of target has to say about it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from tests.api.requests import Operation
from tests.matrix.people import Seat
from tests.matrix.targets import Target
from tests.matrix.world import World


class Outcome(StrEnum):
    """What an answer means for who asked."""

    IN = "let in"
    SIGN_IN = "401: sign in first"
    FORBIDDEN = "403: the post lacks the permission"
    HIDDEN = "404: out of sight"
    NOT_YOURS = "403: up to somebody else"
    PROTECTED = "403: the reporter is protected"
    SESSION = "403: not with an API token"
    UNFIT = "the matrix sent a request that does not fit the document"
    BROKEN = "5xx"


CODES = {
    (401, "sign_in_needed"): Outcome.SIGN_IN,
    (403, "forbidden"): Outcome.FORBIDDEN,
    (403, "incident.not_yours"): Outcome.NOT_YOURS,
    (403, "incident.reporter_protected"): Outcome.PROTECTED,
    (403, "access.session_needed"): Outcome.SESSION,
    (400, "not_json"): Outcome.UNFIT,
    (422, "bad_fields"): Outcome.UNFIT,
    (422, "unknown_parameter"): Outcome.UNFIT,
}


def outcome_of(status: int, code: str) -> Outcome:
    """Other refusals (409, 422 …) come from behind the door: who hears them was let in."""
    if status >= 500:
        return Outcome.BROKEN
    return CODES.get((status, code), Outcome.HIDDEN if status == 404 else Outcome.IN)


@dataclass(frozen=True)
class Kind:
    """One value of ``x-sees``: what there is to point at, and what must come of it.

    ``expected`` is asked only for people who carry the permission. ``every_seat`` is off where only the role counts.
    """

    targets: Callable[[World, Operation], Iterable[Target]]
    expected: Callable[[Seat, Operation, Target], Outcome]
    every_seat: bool = True
