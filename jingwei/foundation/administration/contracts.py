"""What signing in and administering posts hand back, and what containers are asked."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from jingwei.foundation.access.contracts import (
    AccountState,
    Actor,
    Adoption,
    Container,
    PastHolding,
    Permission,
    PostBrief,
    ProofWay,
    Role,
    SecondFactorFacts,
    StaffPost,
    UnitAdoption,
)
from jingwei.foundation.areas.contracts import AreaBrief
from jingwei.foundation.audit.contracts import Verification, WalkState, WitnessState
from jingwei.foundation.privacy.contracts import Mask, PersonalField
from jingwei.kernel.errors import DomainError, Forbidden

STAFF_PHONE = PersonalField(
    name="access.person.phone",
    label="工作人员电话",
    purpose="工作联系",
    legal_basis="个人信息保护法第十三条第一款第二项、第三项",
    retention_days=3650,
    mask=Mask.PHONE,
)
RESIDENT_PHONE = PersonalField(
    name="access.resident_phone",
    label="登录用的手机号",
    purpose="登录时核实身份，找到本人用这个号码实名反映的事项",
    legal_basis="《个人信息保护法》第十三条第一款第一项",
    retention_days=2 * 365,
    mask=Mask.PHONE,
)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """An opened session: the secret is shown once, as JSON and as a cookie.

    ``device`` is what the browser keeps to be known by the next time; empty where nothing is kept.
    """

    secret: str
    actor: Actor
    must_change_password: bool
    lasts_seconds: int
    device: str = ""


@dataclass(frozen=True, slots=True)
class Security:
    """How somebody's own account is guarded. ``is_held_back``: the post waits for a second factor."""

    username: str
    factor: SecondFactorFacts
    proof_way: ProofWay
    proved_at: datetime | None
    is_held_back: bool


@dataclass(frozen=True, slots=True)
class BegunFactor:
    """A secret for an authenticator app: to be typed, as an address, and as a picture (rows of 0 and 1)."""

    secret: str
    address: str
    picture: list[str]


@dataclass(frozen=True, slots=True)
class Me:
    """Who is signed in, in which post, and what that post may do.

    ``is_held_back``: the post asks for a second factor that this session lacks.
    """

    actor: Actor
    post: PostBrief | None
    area_path: str
    permissions: list[str]
    posts: list[PostBrief]
    must_change_password: bool
    is_held_back: bool = False


@dataclass(frozen=True, slots=True)
class LocatedPosition:
    """Where a position lies: WGS-84, the deepest area and the areas above it, from the city down."""

    area_code: str
    path: list[AreaBrief]
    special_grid_code: str | None
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class GridTeam:
    """A grid and who serves it, by name; its grid heads may serve the whole community."""

    code: str
    name: str
    officers: tuple[str, ...]
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MyOfficer:
    """Who serves the place where somebody lives, and the office's published number."""

    area_code: str
    area_path: str
    centre_name: str
    public_phone: str
    names_are_public: bool
    grids: list[GridTeam]


@dataclass(frozen=True, slots=True)
class AuditState:
    """The newest seals verified now, the last whole verification on record, one on its way, and who saw the anchors."""

    recent: Verification
    last_whole: Verification | None
    walk: WalkState | None
    witnesses: list[WitnessState]


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


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A member of staff as administrators see them; ``is_kept`` says whether this one may change them."""

    person_id: UUID
    name: str
    username: str
    phone: str | None
    state: AccountState
    last_active_on: date | None
    posts: tuple[StaffPost, ...]
    is_kept: bool


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """Somebody forgot a password and can be reached like this."""

    person_id: UUID
    name: str
    username: str
    contact: str
    asked_at: datetime
    times: int
    posts: tuple[StaffPost, ...]


@dataclass(frozen=True, slots=True)
class StaffFile:
    """A member of staff with every post held so far, what is lent, and an open request for a new password."""

    member: StaffMember
    holdings: list[PastHolding]
    request: OpenRequest | None
    has_second_factor: bool = False


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """What a role may do, what it sees, and how many posts of an area have it."""

    role: Role
    permissions: list[Permission]
    sees_by_area: bool
    posts: int
    held: int


@dataclass(frozen=True, slots=True)
class AdoptionFigures:
    """How the platform is used in an area: the whole, everybody once, and a page of units."""

    area_code: str
    area_name: str
    days: int
    whole: Adoption
    units: list[UnitAdoption]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class FirstPassword:
    """A one-time password of a new account, shown once."""

    name: str
    username: str
    post_title: str
    one_time_password: str


class CodeRefused(DomainError):
    code = "access.container_code_refused"
    message = "登录凭证无效、已使用或已过期。请返回后重新打开本页；仍不行请用手机号或用户名登录。"
    message_en = (
        "The sign-in code is wrong, used or too old. Go back and open this page again; "
        "if that does not help, sign in by telephone number or user name."
    )
    status = 401


class NotAMember(Forbidden):
    code = "access.container_not_a_member"
    message = "您不在本单位的通讯录中，不能这样登录。请用手机号或用户名登录，或请管理员把您加入通讯录。"
    message_en = (
        "You are not in the organisation's address book, so this way is closed. "
        "Sign in by telephone number or user name, or ask to be added."
    )


@dataclass(frozen=True, slots=True)
class PageConfig:
    """What a page tells a container's own script, so that the container lets it ask for place and camera.

    ``signature`` covers ``nonce``, ``timestamp`` and the page's address; empty where a container wants none.
    """

    container: Container
    app_id: str
    agent_id: str
    timestamp: int
    nonce: str
    signature: str


class ContainerBridge(Protocol):
    """What every container is asked. An integration gives it; config plugs it in.

    ``identify`` turns the one-time code that the container gave the page into its lasting name for the person
    (openid, userid …). Raises: CodeRefused, NotAMember, OutsideDown.
    """

    def identify(self, code: str, *, at: datetime) -> str: ...

    def configure(self, url: str, *, nonce: str, at: datetime) -> PageConfig: ...


@dataclass(frozen=True, slots=True)
class Recognised:
    """A container named somebody whom no account belongs to yet: ``ticket`` proves it when they link one."""

    ticket: str
    lasts_seconds: int
