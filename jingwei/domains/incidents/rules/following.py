"""What a follower learns of somebody else's matter: its public course. Never words, remarks, names or the exact place."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.rules.nearby import CELL_STRIDE, cell_of
from jingwei.domains.incidents.rules.publishing import PublicMatter
from jingwei.kernel.errors import NotFound

MOST_NEAR = 20
MOST_FOLLOWED = 200
STILL_FOLLOWED = timedelta(days=30)
"""A matter closed as lately as this may still be followed, in case it is reopened."""
VEIL = "incidents.public"
PHOTO_KINDS = ("photo_before", "photo_after")
"""Of the photos only those that the handling unit took of its work; a reporter's own may show a home."""

SHOWN = frozenset(
    {
        Action.ACCEPT,
        Action.DISPATCH,
        Action.TAKE,
        Action.HANDLE,
        Action.PASS_CHECK,
        Action.FAIL_CHECK,
        Action.SUSPEND,
        Action.RESUME,
        Action.CLOSE,
        Action.REOPEN,
        Action.VOID,
    }
)
"""Steps of the authorities that everybody may know of. What the reporter does is theirs."""

NEWS: dict[Action, tuple[str, str]] = {
    Action.DISPATCH: ("您关注的事项已交办", "A matter you follow was handed to a unit"),
    Action.HANDLE: ("您关注的事项已处置，待核查", "A matter you follow was handled and waits to be verified"),
    Action.CLOSE: ("您关注的事项已办结", "A matter you follow is closed"),
    Action.REOPEN: ("您关注的事项已重新办理", "A matter you follow was reopened"),
    Action.VOID: ("您关注的事项不再办理", "A matter you follow is not taken further"),
}
"""Which steps followers are told of, in words that may stand on a locked screen."""


class MatterNotPublic(NotFound):
    code = "incident.not_public"
    message = "没有找到这件公开的事项，它可能已不再公开。请返回附近的事项重新选择。"
    message_en = "There is no such public matter; it may not be public any more. Go back and choose another."


@dataclass(frozen=True, slots=True)
class NearMatter:
    """A public matter close by. ``likeness``: 3 the same item, 2 its sub-class, 1 its class, 0 another.

    ``is_here`` says that it lies in the same square of about 250 m; nothing finer is ever compared, because distances
    to many points would give the place away.
    """

    public_id: UUID
    matter: PublicMatter
    likeness: int
    is_here: bool


@dataclass(frozen=True, slots=True)
class PublicStep:
    """A step of the authorities."""

    action: Action
    state: State
    at: datetime
    unit_id: UUID | None


@dataclass(frozen=True, slots=True)
class FollowedMatter:
    """A matter somebody follows; ``matter`` is None once it is not public any more. ``photos`` counts what is shown."""

    public_id: UUID
    since_at: datetime
    matter: PublicMatter | None
    steps: tuple[PublicStep, ...] = ()
    photos: int = 0


def squares_around(lon: float, lat: float) -> list[int]:
    """One's own square and the eight around it: whatever is found depends on the square alone."""
    own = cell_of(lon, lat)
    return [own + column * CELL_STRIDE + row for column in (-1, 0, 1) for row in (-1, 0, 1)]


def likeness(item_code: str, other: str) -> int:
    """How alike two items are by their codes: 3 the same, 2 the same sub-class, 1 the same class, else 0."""
    if not item_code or not other:
        return 0
    return next(
        (rank for rank, digits in ((3, 6), (2, 4), (1, 2)) if item_code[:digits] == other[:digits]), 0
    )
