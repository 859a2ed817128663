"""Who acts: roles, permissions and the actor that every read and write is told."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum
from uuid import UUID


class Role(StrEnum):
    """What a post is for. A person may hold several posts and works in one at a time."""

    PUBLIC = "public"  # nobody signed in
    RESIDENT = "resident"  # 居民
    OFFICER = "officer"  # 网格员
    GRID_HEAD = "grid_head"  # 网格长
    CHIEF_GRID_HEAD = "chief_grid_head"  # 总网格长
    DESK = "desk"  # 综治中心坐席：受理、派遣、核查、结案
    COMMANDER = "commander"  # 指挥长：督办、延期审批
    UNIT_HEAD = "unit_head"  # 职能部门负责人
    HANDLER = "handler"  # 职能部门经办人
    SUPERVISOR = "supervisor"  # 纪检监察
    INSPECTOR = "inspector"  # 审计检查
    ADMINISTRATOR = "administrator"  # 系统管理员
    MACHINE = "machine"  # 系统密钥：别的系统，有名字，没有人
    SYSTEM = "system"  # 具名的系统执行者


class Permission(StrEnum):
    """Every act that needs leave. Which role carries which stands in one table, ``rules.PERMISSIONS``."""

    USE_ACCOUNT = "use_account"
    READ_TERRITORY = "read_territory"
    READ_ITEMS = "read_items"
    MANAGE_ITEMS = "manage_items"
    PROPOSE_DUTY = "propose_duty"
    MANAGE_CALENDAR = "manage_calendar"
    MANAGE_FORMS = "manage_forms"
    MANAGE_POSTS = "manage_posts"
    MANAGE_KEYS = "manage_keys"
    READ_ADOPTION = "read_adoption"
    DELEGATE_POST = "delegate_post"
    MANAGE_TERRITORY = "manage_territory"
    READ_AUDIT = "read_audit"
    KEEP_AUDIT = "keep_audit"
    READ_RETENTION = "read_retention"
    PRESERVE_RECORDS = "preserve_records"
    READ_NOTICES = "read_notices"
    SEND_NOTICES = "send_notices"
    WRITE_ANNOUNCEMENTS = "write_announcements"
    UPLOAD_FILE = "upload_file"
    READ_FILE = "read_file"
    MASK_FILE = "mask_file"
    IMPORT_ROWS = "import_rows"
    EXPORT_ROWS = "export_rows"
    APPROVE_EXPORT = "approve_export"
    REVEAL_PERSONAL = "reveal_personal"
    MARK_SOURCE = "mark_source"
    REVIEW_HELD = "review_held"
    REPORT_INCIDENT = "report_incident"
    REPORT_TIP = "report_tip"
    READ_INCIDENT = "read_incident"
    WATCH_INCIDENT = "watch_incident"
    TRACK_INCIDENT = "track_incident"
    FOLLOW_INCIDENT = "follow_incident"
    EDIT_REPORT = "edit_report"
    ACCEPT_INCIDENT = "accept_incident"
    CORRECT_INCIDENT = "correct_incident"
    ESCALATE_INCIDENT = "escalate_incident"
    DISPATCH_INCIDENT = "dispatch_incident"
    TAKE_TASK = "take_task"
    RETURN_TASK = "return_task"
    OBJECT_TASK = "object_task"
    DECIDE_OBJECTION = "decide_objection"
    SPLIT_INCIDENT = "split_incident"
    ASSIGN_TASK = "assign_task"
    HANDLE_TASK = "handle_task"
    ASK_EXTENSION = "ask_extension"
    DECIDE_EXTENSION = "decide_extension"
    SUSPEND_INCIDENT = "suspend_incident"
    VERIFY_INCIDENT = "verify_incident"
    CLOSE_INCIDENT = "close_incident"
    RATE_INCIDENT = "rate_incident"
    REOPEN_INCIDENT = "reopen_incident"
    VOID_INCIDENT = "void_incident"
    NOTE_INCIDENT = "note_incident"
    HAND_OVER_WORK = "hand_over_work"
    ASK_REPORTER = "ask_reporter"
    ANSWER_QUESTION = "answer_question"
    URGE_INCIDENT = "urge_incident"
    INSTRUCT_INCIDENT = "instruct_incident"
    SWEEP_CLOCKS = "sweep_clocks"
    ANSWER_WARNING = "answer_warning"
    READ_LEDGER = "read_ledger"
    MANAGE_LEDGER = "manage_ledger"
    INSPECT_COMPONENT = "inspect_component"
    KEEP_DWELLINGS = "keep_dwellings"
    TAKE_CALL = "take_call"
    TELL_OF_CALLS = "tell_of_calls"
    READ_JOINT = "read_joint"
    CALL_JOINT = "call_joint"
    JOIN_JOINT = "join_joint"
    READ_VISITS = "read_visits"
    MAKE_VISITS = "make_visits"
    READ_MEDIATION = "read_mediation"
    MEDIATE = "mediate"
    PLAN_ENFORCEMENT = "plan_enforcement"
    READ_SUPERVISION = "read_supervision"
    SUPERVISE_MATTER = "supervise_matter"
    ANSWER_SUPERVISION = "answer_supervision"
    SUPERVISE_AREA = "supervise_area"
    READ_DISCIPLINE = "read_discipline"
    READ_TASKS = "read_tasks"
    GIVE_TASK = "give_task"
    ANSWER_TASK = "answer_task"
    READ_WORK_LOG = "read_work_log"
    RECORD_WORK = "record_work"
    VIEW_RESIDENTS = "view_residents"
    MANAGE_RESIDENTS = "manage_residents"
    REVEAL_RESIDENTS = "reveal_residents"
    VIEW_ORGANISATIONS = "view_organisations"
    KEEP_ORGANISATIONS = "keep_organisations"
    REVEAL_ORGANISATIONS = "reveal_organisations"
    READ_WORKFORCE = "read_workforce"
    MANAGE_WORKFORCE = "manage_workforce"
    REFER_SPECIALIST = "refer_specialist"
    ANSWER_REFERRAL = "answer_referral"
    READ_CONCERNS = "read_concerns"
    NOTE_CONCERN = "note_concern"


SHARES_UNIT = frozenset({Role.DESK, Role.COMMANDER, Role.UNIT_HEAD, Role.HANDLER, Role.MACHINE})

ANYWHERE = "*"
"""The scope of system actors."""


class Strength(IntEnum):
    """How well somebody proved who they are."""

    NOTHING = 0  # a program's token, a one-time password not yet replaced
    ONE_FACTOR = 1  # a password, a code by SMS, a container's or a provider's word
    TWO_FACTORS = 2  # and something else that they hold


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """When somebody last proved in this session who they are, how well, and whether again since they signed in.

    ``seen_at`` is the last use that was noted, to within minutes. ``is_held_back``: the post asks for a second factor
    that this session lacks, so for now it works without any post.
    """

    proved_at: datetime
    strength: Strength
    has_proved_again: bool
    seen_at: datetime
    is_held_back: bool = False


class ProofNeeded(StrEnum):
    """How fresh a proof of who is there a sensitive act asks for; signing in is one."""

    RECENT = "recent"  # within minutes
    ONCE = "once"  # within minutes, or at any time since signing in


class ProofWay(StrEnum):
    """How somebody can prove again who they are."""

    CODE = "code"  # 验证器应用上的数字，或恢复码
    PASSWORD = "password"  # noqa: S105  密码
    SIGN_IN = "sign_in"  # 退出后重新登录


@dataclass(frozen=True, slots=True)
class Visitor:
    """From where somebody comes: ``address`` for counting only, ``network`` and ``device`` to be told to the owner.

    ``remembered`` is what the browser kept of earlier good sign-ins (see ``services.knocking``).
    """

    address: str = "unknown"
    network: str = ""
    device: str = ""
    remembered: str = ""


NO_VISITOR = Visitor()


@dataclass(frozen=True, slots=True)
class Identified:
    """Whose password was right. ``password_expires_at`` is set while it is a one-time one."""

    person_id: UUID
    account_id: UUID
    password_expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class SecondFactorFacts:
    """A person's second factor as they see it."""

    confirmed_at: datetime | None
    last_used_on: date | None
    recovery_codes_left: int


@dataclass(frozen=True, slots=True)
class Actor:
    """Whose eyes and hands: a person in one post, an anonymous resident, or a named machine.

    ``area_code`` is the post's area; ``scope`` is what the post may see *by area* (empty for units and
    residents, who see what they take part in). ``acting_for_id`` names the person whose post is held by delegation;
    ``case_id`` is the one matter that somebody without an account has proved to have reported (tracking code);
    ``grants`` narrows the role to what a system key was given; ``is_program`` says that a key or an API token speaks, not a session; ``session`` is what a session knows of its opening and
    is no part of who somebody is.
    """

    role: Role
    name: str
    person_id: UUID | None = None
    post_id: UUID | None = None
    unit_id: UUID | None = None
    area_code: str = ""
    scope: str = ""
    acting_for_id: UUID | None = None
    token_id: UUID | None = None
    case_id: UUID | None = None
    is_program: bool = False
    grants: frozenset[Permission] | None = None
    session: SessionFacts | None = field(default=None, compare=False)

    @property
    def sharing_unit_id(self) -> UUID | None:
        """The unit whose part in a matter the actor shares; field staff see their own grid and tasks only."""
        return self.unit_id if self.role in SHARES_UNIT else None


PUBLIC_ACTOR = Actor(role=Role.PUBLIC, name="公众")


def system_actor(name: str) -> Actor:
    """A machine that acts under its own name, so that the audit always has a who."""
    return Actor(role=Role.SYSTEM, name=name, scope=ANYWHERE)


@dataclass(frozen=True, slots=True)
class UnitBrief:
    """A unit as others may name it."""

    unit_id: UUID
    name: str
    kind: str
    area_code: str
    parent_id: UUID | None
    code: str = ""
    is_government: bool = True
    is_active: bool = True
    public_phone: str = ""


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit to be opened; its id is made by whoever opens it."""

    unit_id: UUID
    code: str
    name: str
    kind: str
    area_code: str
    parent_id: UUID | None
    is_government: bool = True


@dataclass(frozen=True, slots=True)
class PostBrief:
    """A post as its holder sees it in the switcher."""

    post_id: UUID
    title: str
    role: Role
    area_code: str
    unit_id: UUID | None
    unit_name: str
    is_delegated: bool


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post and who holds it, as administrators see it; no holder where it is vacant."""

    post_id: UUID
    title: str
    role: Role
    area_code: str
    unit_id: UUID | None
    unit_name: str
    holder_id: UUID | None
    holder_name: str


@dataclass(frozen=True, slots=True)
class DelegationBrief:
    """A post lent for a while, as both sides see it."""

    delegation_id: UUID
    post_id: UUID
    post_title: str
    from_person_id: UUID
    from_name: str
    to_person_id: UUID
    to_name: str
    starts_at: datetime
    ends_at: datetime
    reason: str
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class TokenBrief:
    """A session or token as its owner sees it; never its secret.

    ``way``: password, one_time_password, phone, or a container's or provider's name. ``device`` as ``chrome/windows``.
    """

    token_id: UUID
    kind: str
    label: str
    post_title: str
    created_at: datetime
    expires_at: datetime
    way: str = ""
    device: str = ""
    network: str = ""
    strength: Strength = Strength.ONE_FACTOR
    seen_at: datetime | None = None


class AccountState(StrEnum):
    """Where somebody's account stands."""

    IN_USE = "in_use"  # 在用：本人已设密码
    WAITING = "waiting"  # 待首次登录：一次性密码有效
    LAPSED = "lapsed"  # 一次性密码已用或过期，或还没有
    CLOSED = "closed"  # 已离岗
    NONE = "none"  # 没有账号


@dataclass(frozen=True, slots=True)
class StaffAsked:
    """Which members of staff are wanted.

    ``idle_days``: not signed in for so long, or never. ``active_days``: signed in within. ``has_signed_in``: ever, or
    never. ``is_counted``: those whom the adoption figures count, with an open account and a post.
    """

    words: str = ""
    role: Role | None = None
    unit_id: UUID | None = None
    state: AccountState | None = None
    idle_days: int | None = None
    active_days: int | None = None
    has_signed_in: bool | None = None
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class StaffPost:
    """A post somebody holds."""

    post_id: UUID
    title: str
    role: Role
    area_code: str
    unit_id: UUID | None
    unit_name: str


@dataclass(frozen=True, slots=True)
class PastHolding:
    """A post somebody holds or has held, from a day until a day (exclusive)."""

    post_id: UUID
    title: str
    unit_name: str
    from_on: date
    to_on: date | None


@dataclass(frozen=True, slots=True)
class StaffBrief:
    """A member of staff as administrators see them. The telephone number is sealed still."""

    person_id: UUID
    name: str
    username: str
    phone_sealed: bytes | None
    state: AccountState
    last_active_on: date | None
    posts: tuple[StaffPost, ...]


@dataclass(frozen=True, slots=True)
class Adoption:
    """How many accounts are used: signed in within the days asked for, earlier, or never."""

    accounts: int
    active: int
    idle: int
    never: int
    last_active_on: date | None


@dataclass(frozen=True, slots=True)
class UnitAdoption:
    """The same for the people who hold posts in a unit."""

    unit_id: UUID
    unit_name: str
    kind: str
    area_code: str
    accounts: int
    active: int
    idle: int
    never: int
    last_active_on: date | None


class Container(StrEnum):
    """An app inside whose window our pages run, and which knows who holds the phone."""

    WECHAT = "wechat"  # 微信公众号
    WECHAT_MINI = "wechatmini"  # 微信小程序
    WECOM = "wecom"  # 企业微信
    DINGTALK = "dingtalk"  # 钉钉
    ALIPAY = "alipay"  # 支付宝


@dataclass(frozen=True, slots=True)
class LinkBrief:
    """A container identity that opens somebody's account, as its owner sees it; never the identity itself."""

    link_id: UUID
    container: Container
    wants_push: bool
    linked_at: datetime
    last_used_on: date | None


@dataclass(frozen=True, slots=True)
class ProviderLinkBrief:
    """A sign-in provider that opens somebody's account, as its owner sees it; never what it calls them."""

    link_id: UUID
    provider: str
    linked_at: datetime
    last_used_on: date | None


@dataclass(frozen=True, slots=True)
class PushAddress:
    """Where a person can be told something outside the house. The address is sealed still."""

    person_id: UUID
    container: Container
    sealed: bytes
    is_staff: bool


KEY_MARK = "jwk_"
"""What the secret of a system key begins with, so that it is known for one, also in somebody's leaked file."""


@dataclass(frozen=True, slots=True)
class NewKey:
    """A system key to be made. ``networks`` as in 10.1.0.0/16; none means from anywhere."""

    name: str
    purpose: str
    area_code: str
    unit_id: UUID | None
    grants: tuple[Permission, ...]
    networks: tuple[str, ...]
    rate_per_minute: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class KeyBrief:
    """A system key as administrators see it; never its secret. ``old_ends_at``: until when the former one opens too."""

    key_id: UUID
    name: str
    purpose: str
    area_code: str
    unit_id: UUID | None
    unit_name: str
    grants: tuple[str, ...]
    networks: tuple[str, ...]
    rate_per_minute: int
    created_at: datetime
    created_by_name: str
    expires_at: datetime
    revoked_at: datetime | None
    last_used_on: date | None
    old_ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """A system key as it knocks: who it is, from where it may, and how often in a minute."""

    actor: Actor
    networks: tuple[str, ...]
    rate_per_minute: int
    is_first_today: bool


CENTRE = "centre"
"""The unit kind of centres 指挥中心 / 分中心 / 指挥所 / 工作站; other kinds are data."""
