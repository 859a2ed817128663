"""How often one may fail at a door, how fresh a proof has to be, and which codes are taken."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from jingwei.foundation.access.contracts import ProofNeeded, SessionFacts


@dataclass(frozen=True, slots=True)
class Door:
    """A place to fail at: so many failures at once, and one more after each so many seconds.

    A good try empties one's own door; to one that is shared with others it gives back what it took.
    """

    name: str
    burst: int
    seconds_each: float
    is_shared: bool = False

    @property
    def rate(self) -> float:
        return 1 / self.seconds_each


PLACE = Door("access.place", burst=5, seconds_each=60)
"""One account from one network address that the account does not know."""

DEVICE = Door("access.device", burst=5, seconds_each=60)
"""One account from one device or network it was signed in from before: strangers cannot use this one up."""

ACCOUNT = Door("access.account", burst=60, seconds_each=360, is_shared=True)
"""One account from everywhere it does not know, together: 300 guesses on the first day and 240 on each later one."""

ADDRESS = Door("access.address", burst=100, seconds_each=20, is_shared=True)
"""All accounts from one network address, known devices left out."""

FACTOR = Door("access.factor", burst=10, seconds_each=600)
"""Codes of a second factor, by who has the password already: one in 300,000 each."""

INSIDE = Door("access.inside", burst=5, seconds_each=60)
"""One's own password asked for once more in a session."""
ONE_TIME_FORM = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}")


def doors_for(username: str, password: str, *, address: str, known: str | None) -> list[tuple[Door, str]]:
    """At which doors a try counts. Names that do not exist have the same ones, so nobody finds out which do.

    A password of a one-time password's form (60 random bits, not to be guessed) does not stand at the account's door:
    an administrator can always let somebody in whose account strangers are trying.
    """
    if known is not None:
        return [(DEVICE, f"{username}\n{known}")]
    doors = [(ADDRESS, address), (PLACE, f"{username}\n{address}")]
    return doors if ONE_TIME_FORM.fullmatch(password) else [(ACCOUNT, username), *doors]


def is_proved(session: SessionFacts, need: ProofNeeded, *, within: timedelta, at: datetime) -> bool:
    """Whether a session's proof is fresh enough for an act."""
    if need is ProofNeeded.ONCE and session.has_proved_again:
        return True
    return at - session.proved_at <= within


STEP_SECONDS = 30

STEPS_ASIDE = 1
"""A telephone's clock may be half a minute off."""
RECOVERY_CODES = 10
RECOVERY_LETTERS = 10
ENROLMENT_LENGTH = timedelta(minutes=15)


def steps_to_try(at: datetime, last_step: int) -> list[int]:
    """The half minutes whose code is taken: never one that was taken, nor an earlier one. Source: RFC 6238 §5.2."""
    now_step = int(at.timestamp()) // STEP_SECONDS
    return [step for step in range(now_step - STEPS_ASIDE, now_step + STEPS_ASIDE + 1) if step > last_step]
