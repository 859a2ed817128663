"""Files of who works in a grid: made, changed, and what they serve as from when until when."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from jingwei.domains.workforce.contracts import ForceKind, MemberDeed
from jingwei.domains.workforce.models import Entry, Member, Service
from jingwei.domains.workforce.queries.standards import force_kind
from jingwei.domains.workforce.rules.personal import MEMBER_PHONE
from jingwei.domains.workforce.rules.refusals import (
    AccountNotMatched,
    AccountTaken,
    DayOdd,
    HeldByPost,
    MemberKeptElsewhere,
    MemberNotFound,
    NoPhone,
    OutsideOwnGround,
    PlaceTooWide,
    ServesAlready,
    ServiceEnded,
)
from jingwei.foundation.access.contracts import ANYWHERE, Actor, Permission, system_actor
from jingwei.foundation.access.queries.seats import staff_by_username
from jingwei.foundation.areas.queries import area_by_code, path_name
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.services import reveal_value, seal_value
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level, ancestor_codes, lies_within
from jingwei.kernel.errors import StaleVersion
from jingwei.kernel.ids import uuid7

READER = system_actor("队伍账号核对")
KEEPER = system_actor("离岗人员电话清理")
FORGET_AT_ONCE = 500
FACTS = ("name", "employer", "duties")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says. ``username``: their account, empty where they have none. ``phone`` None leaves it as it is."""

    name: str
    employer: str = ""
    duties: str = ""
    username: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class NewService:
    """As what somebody serves, where, from which day."""

    kind: str
    area_code: str
    from_on: date


def register_member(
    actor: Actor, member_id: UUID, facts: Facts, service: NewService, *, at: datetime
) -> Member:
    """Make a file with a first service; the same id again changes nothing.

    Raises: KindNotKnown, PlaceTooWide, OutsideOwnGround, DayOdd, HeldByPost, AccountNotMatched, AccountTaken, BadPhone.
    """
    with work(actor, Permission.MANAGE_WORKFORCE) as job:
        known: Member | None = Member.objects.visible_to(actor).filter(pk=member_id).first()
        if known is not None:
            job.recorded_elsewhere()
            return known
        kind = force_kind(service.kind)
        row = Member(id=member_id, registered_at=at, changed_at=at)
        row.lie_in(ancestor_codes(place_of(actor, service.area_code)))
        _set_facts(row, facts)
        _require_no_post(kind, row)
        require_day(service.from_on, not_before=None, at=at)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise AccountTaken from None
        started(row, kind, service).save(force_insert=True)
        noted(actor, row, MemberDeed.REGISTERED, at=at, facts=told_service(kind, service)).save(
            force_insert=True
        )
        job.record_new(row, act="register", kind=kind.key)
    return row


def change_member(actor: Actor, member_id: UUID, facts: Facts, *, version: int, at: datetime) -> Member:
    """Correct what a file says, its account or its telephone.

    Raises: MemberNotFound, MemberKeptElsewhere, StaleVersion, AccountNotMatched, AccountTaken, HeldByPost, BadPhone.
    """
    with work(actor, Permission.MANAGE_WORKFORCE) as job:
        row = _kept(actor, member_id, version=version)
        before = {name: getattr(row, name) for name in FACTS}
        had = row.person_id, bytes(row.phone_sealed or b"")
        _set_facts(row, facts)
        for service in _open(actor, row):
            _require_no_post(force_kind(service.kind_id), row)
        changed: dict[str, Any] = {
            name: [before[name], getattr(row, name)] for name in FACTS if before[name] != getattr(row, name)
        }
        if row.person_id != had[0]:
            changed["account"] = [had[0] is not None, row.person_id is not None]
        if bytes(row.phone_sealed or b"") != had[1]:
            changed["phone"] = []
        try:
            with transaction.atomic():
                _save(row, [*FACTS, "person_id", "phone_sealed"], at=at)
        except IntegrityError:
            raise AccountTaken from None
        noted(actor, row, MemberDeed.CHANGED, at=at, facts=changed).save(force_insert=True)
        job.record(row, act="change", fields=sorted(changed))
    return row


def join_place(
    actor: Actor, member_id: UUID, service: NewService, *, version: int, remark: str, at: datetime
) -> Member:
    """Somebody takes up a further service 到岗. Raises: as ``register_member``; ServesAlready, StaleVersion."""
    with work(actor, Permission.MANAGE_WORKFORCE) as job:
        row = _kept(actor, member_id, version=version)
        kind = force_kind(service.kind)
        _require_no_post(kind, row)
        _require_new(actor, row, kind, place_of(actor, service.area_code))
        require_day(service.from_on, not_before=None, at=at)
        started(row, kind, service).save(force_insert=True)
        row.left_on = None
        _save(row, ["left_on"], at=at)
        facts = told_service(kind, service)
        noted(actor, row, MemberDeed.JOINED, at=at, remark=remark, facts=facts).save(force_insert=True)
        job.record(row, act="join", kind=kind.key, area=service.area_code)
    return row


def move_place(
    actor: Actor,
    member_id: UUID,
    service_id: UUID,
    *,
    area_code: str,
    on: date,
    reason: str,
    version: int,
    at: datetime,
) -> Member:
    """Somebody goes to another grid or community as the same 调动: one service ends, the next begins that day.

    Raises: MemberNotFound, ServiceEnded, DayOdd, PlaceTooWide, OutsideOwnGround, ServesAlready, StaleVersion.
    """
    with work(actor, Permission.MANAGE_WORKFORCE) as job:
        row = _kept(actor, member_id, version=version)
        old = _running(actor, row, service_id)
        kind = force_kind(old.kind_id)
        _require_new(actor, row, kind, place_of(actor, area_code))
        require_day(on, not_before=old.from_on, at=at)
        new = started(row, kind, NewService(kind.key, area_code, on))
        new.save(force_insert=True)
        old.to_on, old.end_reason, old.moved_to_id = on, reason, new.pk
        old.save(update_fields=["to_on", "end_reason", "moved_to_id"])
        _save(row, [], at=at)
        facts = {"kind": kind.key, "area_code": [old.scope_code, area_code], "on": on.isoformat()}
        noted(actor, row, MemberDeed.MOVED, at=at, remark=reason, facts=facts).save(force_insert=True)
        job.record(row, act="move", kind=kind.key, area=[old.scope_code, area_code])
    return row


def leave_place(
    actor: Actor, member_id: UUID, service_id: UUID, *, on: date, reason: str, version: int, at: datetime
) -> Member:
    """A service ends 离岗; whose last it was has left for good. Raises: MemberNotFound, ServiceEnded, DayOdd, StaleVersion."""
    with work(actor, Permission.MANAGE_WORKFORCE) as job:
        row = _kept(actor, member_id, version=version)
        old = _running(actor, row, service_id)
        require_day(on, not_before=old.from_on, at=at)
        old.to_on, old.end_reason = on, reason
        old.save(update_fields=["to_on", "end_reason"])
        row.left_on = None if _serves_anywhere(row) else on
        _save(row, ["left_on"], at=at)
        facts = {"kind": old.kind_id, "area_code": old.scope_code, "on": on.isoformat()}
        noted(actor, row, MemberDeed.LEFT, at=at, remark=reason, facts=facts).save(force_insert=True)
        job.record(row, act="leave", kind=old.kind_id, area=old.scope_code)
    return row


def reveal_member_phone(actor: Actor, member_id: UUID, *, purpose: Purpose, remark: str, at: datetime) -> str:
    """Open somebody's telephone; the look is recorded, and they may read it. Raises: MemberNotFound, NoPhone."""
    with work(actor, Permission.REFER_SPECIALIST) as job:
        row: Member | None = Member.objects.visible_to(actor).filter(pk=member_id).first()
        if row is None:
            raise MemberNotFound
        if row.phone_sealed is None:
            raise NoPhone
        phone = reveal_value(
            actor,
            MEMBER_PHONE,
            row.phone_sealed,
            target=f"workforce.member:{row.pk}",
            subject_id=row.person_id,
            purpose=purpose,
            remark=remark,
            at=at,
            area_code=row.scope_code,
        )
        job.record(row, act="reveal_phone", purpose=purpose.value)
    return phone


def forget_phones(*, at: datetime) -> int:
    """Erase the telephones of who left for good a year ago. Returns how many."""
    before = local(at).date() - timedelta(days=MEMBER_PHONE.retention_days)
    gone = 0
    with eyes(KEEPER):
        while True:
            rows = Member.objects.unscoped("telephones of who left are erased after a year")
            due = rows.filter(left_on__lte=before, phone_sealed__isnull=False)
            ids = list(due.values_list("pk", flat=True)[:FORGET_AT_ONCE])
            if not ids:
                return gone
            with work(KEEPER, Permission.MANAGE_WORKFORCE) as job:
                rows.filter(pk__in=ids).update(phone_sealed=None)
                job.record_own("workforce.member:phones", erased=len(ids))
            gone += len(ids)


def started(row: Member, kind: ForceKind, service: NewService) -> Service:
    """A service that begins; saved by the caller."""
    new = Service(id=uuid7(), member=row, kind_id=kind.key, from_on=service.from_on)
    new.lie_in(ancestor_codes(service.area_code))
    return new


def noted(
    actor: Actor,
    row: Member,
    deed: MemberDeed,
    *,
    at: datetime,
    remark: str = "",
    facts: dict[str, Any] | None = None,
) -> Entry:
    """A line of the file's course; saved by the caller."""
    return Entry(
        member_id=row.pk,
        deed=deed.value,
        at=at,
        person_id=actor.person_id,
        post_id=actor.post_id,
        unit_id=actor.unit_id,
        actor_name=actor.name,
        remark=remark,
        facts=facts or {},
    )


def told_service(kind: ForceKind, service: NewService) -> dict[str, Any]:
    return {"kind": kind.key, "area_code": service.area_code, "on": service.from_on.isoformat()}


def require_day(on: date, *, not_before: date | None, at: datetime) -> None:
    """Raises: DayOdd for days to come, and before ``not_before``."""
    if on > local(at).date() or (not_before is not None and on < not_before):
        raise DayOdd


def account_of(username: str, name: str) -> UUID:
    """The person behind a user name that belongs to this name. Raises: AccountNotMatched."""
    with eyes(READER):
        found = staff_by_username([username]).get(username)
    if found is None or found[1] != name:
        raise AccountNotMatched
    return found[0]


def _set_facts(row: Member, facts: Facts) -> None:
    """Raises: AccountNotMatched, BadPhone."""
    for name in FACTS:
        setattr(row, name, getattr(facts, name).strip())
    if facts.username is not None:
        row.person_id = account_of(facts.username.strip(), row.name) if facts.username.strip() else None
    if facts.phone is not None:
        row.phone_sealed = seal_value(MEMBER_PHONE, facts.phone).sealed if facts.phone.strip() else None


def place_of(actor: Actor, area_code: str) -> str:
    """Raises: PlaceTooWide, OutsideOwnGround; NotFound for an area that does not stand."""
    if len(area_code) < Level.COMMUNITY:
        raise PlaceTooWide
    code = area_by_code(area_code).code
    if actor.scope != ANYWHERE and not lies_within(code, actor.scope):
        raise OutsideOwnGround(area_name=path_name(code) or code)
    return code


def _require_no_post(kind: ForceKind, row: Member) -> None:
    """Who holds a post is decided in one place. Raises: HeldByPost."""
    if kind.role is not None and row.person_id is not None:
        raise HeldByPost(kind=kind.name_zh)


def _require_new(actor: Actor, row: Member, kind: ForceKind, code: str) -> None:
    if _open(actor, row).filter(kind_id=kind.key, scope_code=code).exists():
        raise ServesAlready(name=row.name, area_name=path_name(code) or code, kind=kind.name_zh)


def _open(actor: Actor, row: Member) -> Any:
    return Service.objects.visible_to(actor).filter(member_id=row.pk, to_on=None)


def _serves_anywhere(row: Member) -> bool:
    with eyes(READER):
        rows = Service.objects.unscoped("whether it was the last, wherever the others are")
        return bool(rows.filter(member_id=row.pk, to_on=None).exists())


def _running(actor: Actor, row: Member, service_id: UUID) -> Service:
    found: Service | None = (
        Service.objects.visible_to(actor).select_for_update().filter(pk=service_id, member_id=row.pk).first()
    )
    if found is None:
        raise MemberNotFound
    if found.to_on is not None:
        raise ServiceEnded(to_on=found.to_on.isoformat())
    return found


def _kept(actor: Actor, member_id: UUID, *, version: int) -> Member:
    """A file that the actor keeps, locked. Raises: MemberNotFound, MemberKeptElsewhere, StaleVersion."""
    seen: Member | None = Member.objects.visible_to(actor).filter(pk=member_id).first()
    if seen is None:
        raise MemberNotFound
    if actor.scope != ANYWHERE and not lies_within(seen.scope_code, actor.scope):
        raise MemberKeptElsewhere(area_name=path_name(seen.scope_code) or seen.scope_code)
    row: Member = Member.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=member_id)
    if row.version != version:
        raise StaleVersion(name=row.name, seen=version, current=row.version)
    return row


def _save(row: Member, columns: list[str], *, at: datetime) -> None:
    row.version, row.changed_at = row.version + 1, at
    row.save(update_fields=[*columns, "version", "changed_at"])
