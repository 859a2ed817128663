"""Operations that point at nothing by their address, and name a place or a matter in what they are given."""

from tests.api.requests import Operation
from tests.cast import CITY, COMMUNITY, COUNTY, GRID_1
from tests.matrix.of_forms import OF_THE_CITY
from tests.matrix.outcomes import Outcome
from tests.matrix.people import Seat

SESSION_ONLY = frozenset(
    {"changePassword", "confirmSecondFactor", "endOtherSessions", "linkProvider", "proveAgain", "switchPost"}
)
"""What concerns the account itself: a program with a token may not, whatever its post may."""

NAMED = {
    "createKey": COMMUNITY,
    "createPost": COUNTY,
    "openDraft": COMMUNITY,
    "preserveRecords": GRID_1,
    "endPreservation": GRID_1,
    "startDutyDraft": CITY,
    "recordDoorVisit": GRID_1,
    "saveUnitKind": CITY,
    **OF_THE_CITY,
    "saveResourceKind": CITY,
}
"""The area of what ``samples_for`` names in each: the unit's, the matter's, the draft's; the city's own lists are the city's."""


def outcome_of_named(seat: Seat, operation: Operation) -> Outcome:
    """Let in, if what is named lies in the seat's own area."""
    if seat.is_program and operation.operation_id in SESSION_ONLY:
        return Outcome.SESSION
    place = NAMED.get(operation.operation_id)
    return Outcome.IN if place is None or place.startswith(seat.actor.scope or "-") else Outcome.HIDDEN
