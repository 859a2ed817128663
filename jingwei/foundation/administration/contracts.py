"""What signing in and administering posts hand back."""

from dataclasses import dataclass
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, PostBrief
from jingwei.foundation.areas.contracts import AreaBrief
from jingwei.foundation.audit.contracts import Verification


@dataclass(frozen=True, slots=True)
class SignedIn:
    """An opened session: the secret is shown once, as JSON and as a cookie."""

    secret: str
    actor: Actor
    must_change_password: bool
    lasts_seconds: int


@dataclass(frozen=True, slots=True)
class Me:
    """Who is signed in, in which post, and what that post may do."""

    actor: Actor
    post: PostBrief | None
    area_path: str
    permissions: list[str]
    posts: list[PostBrief]
    must_change_password: bool


@dataclass(frozen=True, slots=True)
class LocatedPosition:
    """Where a position lies: WGS-84, the deepest area and the areas above it, from the city down."""

    area_code: str
    path: list[AreaBrief]
    special_grid_code: str | None
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class AuditState:
    """The newest seals verified now, and the last whole verification on record."""

    recent: Verification
    last_whole: Verification | None


@dataclass(frozen=True, slots=True)
class IssuedToken:
    """A new API token; its secret is shown once."""

    token_id: UUID
    secret: str


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody registered and appointed; the one-time password is shown once."""

    person_id: UUID
    username: str
    one_time_password: str
