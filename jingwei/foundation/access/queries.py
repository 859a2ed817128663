"""Reads of people, units and posts."""

import hashlib
import time
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import OuterRef, Q, Subquery

from jingwei.foundation.access.contracts import (
    CENTRE,
    Actor,
    DelegationBrief,
    HeldPost,
    Permission,
    PostBrief,
    Role,
    TokenBrief,
    UnitBrief,
)
from jingwei.foundation.access.models import Account, Delegation, Holding, Person, Post, Token, Unit
from jingwei.foundation.access.rules import PERMISSIONS, may, scope_of
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of


def actor_of_token(secret: str, *, at: datetime) -> Actor | None:
    """The actor behind a session or token secret; None if unknown, expired, revoked or without its post.

    One call of a definer function: it must work before any scope is set (see ADR on definer functions).
    """
    digest = hashlib.sha256(secret.encode()).digest()
    with connection.cursor() as cursor:
        cursor.execute("select * from jw_actor_of_token(%s, %s)", [digest, at])
        row = cursor.fetchone()
    if row is None:
        return None
    token_id, person_id, name, post_id, role_name, area_code, unit_id, acting_for_id, is_program = row
    role = Role(role_name) if role_name else Role.RESIDENT
    return Actor(
        role=role,
        name=name,
        person_id=person_id,
        post_id=post_id,
        unit_id=unit_id,
        area_code=area_code or "",
        scope=scope_of(role, area_code or ""),
        acting_for_id=acting_for_id,
        token_id=token_id,
        is_program=is_program,
    )


CENTRE_SECONDS = 30.0
"""How long a process may keep the centre tree it has read."""

_kept_centres: tuple[float, dict[str, UnitBrief]] | None = None

KNOCK = "select set_config('jw.username', %s, true)"
"""Row-level security shows an account to its person, to the system, and to who knocks with its name."""

POSTS_OPEN_TO = "select * from jw_posts_open_to(%s, %s)"


def posts_open_to(person_id: UUID, *, at: datetime) -> list[PostBrief]:
    """The posts a person holds or has been lent, own ones first."""
    with connection.cursor() as cursor:
        cursor.execute(POSTS_OPEN_TO, [person_id, at])
        return [
            PostBrief(
                post_id=row[0],
                title=row[1],
                role=Role(row[2]),
                area_code=row[3],
                unit_id=row[4],
                unit_name=row[5] or "",
                is_delegated=row[6],
            )
            for row in cursor.fetchall()
        ]


def unit_brief(unit_id: UUID) -> UnitBrief:
    """Raises: NotFound."""
    row = Unit.objects.filter(pk=unit_id, is_active=True).first()
    if row is None:
        raise NotFound
    return _brief(row)


def units_known(*, ids: Iterable[UUID] = (), codes: Iterable[str] = ()) -> list[UnitBrief]:
    """Units by id or code, switched-off ones included."""
    return [_brief(row) for row in Unit.objects.filter(Q(pk__in=set(ids)) | Q(code__in=set(codes)))]


def centres_of(area_codes: Iterable[str]) -> dict[str, UnitBrief]:
    """The active centres of exactly these areas, as they stand now (``centre_for`` may be seconds old)."""
    rows = Unit.objects.filter(kind=CENTRE, is_active=True, area_code__in=set(area_codes))
    return {row.area_code: _brief(row) for row in rows}


def has_units_below(unit_id: UUID) -> bool:
    """Whether active units stand directly below a unit."""
    return Unit.objects.filter(parent_id=unit_id, is_active=True).exists()


def posts_titled(unit_ids: Iterable[UUID]) -> set[tuple[UUID | None, str, str]]:
    """Unit, area and title of the active posts of some units."""
    rows = Post.objects.filter(unit_id__in=set(unit_ids), is_active=True)
    return set(rows.values_list("unit_id", "area_code", "title"))


def posts_ever_held(post_ids: Iterable[UUID]) -> set[UUID]:
    """Those of these posts that somebody holds or has held."""
    return set(Holding.objects.filter(post_id__in=set(post_ids)).values_list("post_id", flat=True))


def unit_names(unit_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names by id, switched-off units included (history keeps their names)."""
    return dict(Unit.objects.filter(pk__in=set(unit_ids)).values_list("id", "name"))


def centre_for(area_code: str, *, level: Level) -> UnitBrief | None:
    """The centre that serves an area at a level, or the next one above that exists."""
    centres = _centres()
    for one in reversed(Level):
        if int(one) <= min(int(level), len(area_code)) and area_code[: int(one)] in centres:
            return centres[area_code[: int(one)]]
    return None


def post_of_unit(unit_id: UUID, role: Role) -> UUID | None:
    """The first active post of a role in a unit: where something meant for one pair of eyes is received."""
    row = (
        Post.objects.filter(unit_id=unit_id, role=role.value, is_active=True).order_by("title", "id").first()
    )
    return row.id if row else None


def posts_of_role(role: Role, area_code: str) -> list[UUID]:
    """The active posts of a role for exactly this area: a city's administrators, not its counties'."""
    rows = Post.objects.filter(role=role, area_code=area_code, is_active=True)
    return list(rows.order_by("id").values_list("id", flat=True))


def posts_with_role(unit_id: UUID, roles: Sequence[Role]) -> list[UUID]:
    """The active posts of a unit that have one of these roles."""
    rows = Post.objects.filter(unit_id=unit_id, role__in=[role.value for role in roles], is_active=True)
    return list(rows.order_by("id").values_list("id", flat=True))


def unit_of_post(post_id: UUID) -> UUID | None:
    """The unit an active post belongs to; None if unknown or switched off."""
    row = Post.objects.filter(pk=post_id, is_active=True).first()
    return row.unit_id if row else None


def forget_centres_when_committed() -> None:
    """Drop them now, and again when others can see the change: in between somebody may have read the old ones."""
    forget_centres()
    transaction.on_commit(forget_centres)


def forget_centres() -> None:
    """Drop the centre tree kept in this process (after a centre was changed, and between tests)."""
    global _kept_centres
    _kept_centres = None


def _centres() -> dict[str, UnitBrief]:
    global _kept_centres
    kept = _kept_centres
    if kept is None or time.monotonic() - kept[0] > CENTRE_SECONDS:
        rows = Unit.objects.filter(kind=CENTRE, is_active=True)
        kept = (time.monotonic(), {unit.area_code: _brief(unit) for unit in rows})
        _kept_centres = kept
    return kept[1]


def units_serving(area_code: str, *, kind: str | None = None) -> list[UnitBrief]:
    """Units whose area contains, or lies within, ``area_code``; nearest level first."""
    above = [area_code[: int(one)] for one in Level if int(one) <= len(area_code)]
    rows = Unit.objects.filter(is_active=True, area_code__in=above)
    if kind:
        rows = rows.filter(kind=kind)
    return [_brief(unit) for unit in sorted(rows, key=lambda u: (-len(u.area_code), u.name))]


def posts_of_unit(unit_id: UUID, *, at: datetime) -> list[tuple[UUID, str, UUID | None, str]]:
    """Post id, title, holder's id and name of the active posts of a unit."""
    with connection.cursor() as cursor:
        cursor.execute("select * from jw_posts_of_unit(%s, %s)", [unit_id, at])
        return [(row[0], row[1], row[2], row[3] or "") for row in cursor.fetchall()]


def _brief(unit: Unit) -> UnitBrief:
    return UnitBrief(
        unit_id=unit.id,
        name=unit.name,
        kind=unit.kind,
        area_code=unit.area_code,
        parent_id=unit.parent_id,
        code=unit.code,
        is_government=unit.is_government,
        is_active=unit.is_active,
    )


def holder_of(post_id: UUID, *, on: date) -> UUID | None:
    """Who holds a post on a day, by their own right."""
    held = Holding.objects.filter(post_id=post_id, from_on__lte=on)
    return (
        held.filter(Q(to_on=None) | Q(to_on__gt=on))
        .order_by("-id")
        .values_list("person_id", flat=True)
        .first()
    )


def are_close(unit_id: UUID | None, other_id: UUID | None) -> bool:
    """The same unit, or one directly above the other."""
    if unit_id is None or other_id is None:
        return False
    if unit_id == other_id:
        return True
    parents = dict(Unit.objects.filter(pk__in=[unit_id, other_id]).values_list("id", "parent_id"))
    return parents.get(unit_id) == other_id or parents.get(other_id) == unit_id


def post_facts(post_id: UUID) -> PostBrief:
    """An active post. Raises: NotFound."""
    post = Post.objects.select_related("unit").filter(pk=post_id, is_active=True).first()
    if post is None:
        raise NotFound
    return PostBrief(
        post_id=post.id,
        title=post.title,
        role=Role(post.role),
        area_code=post.area_code,
        unit_id=post.unit_id,
        unit_name=post.unit.name if post.unit else "",
        is_delegated=False,
    )


def posts_within(
    area_code: str,
    *,
    unit_id: UUID | None,
    is_vacant: bool | None,
    at: datetime,
    limit: int,
    cursor: str | None,
) -> Page[HeldPost]:
    """The active posts in an area with who holds them, by area code."""
    today = local(at).date()
    holding = Holding.objects.filter(post_id=OuterRef("pk"), from_on__lte=today).filter(
        Q(to_on=None) | Q(to_on__gt=today)
    )
    rows = Post.objects.filter(is_active=True, area_code__startswith=area_code).annotate(
        holder_id=Subquery(holding.order_by("-id").values("person_id")[:1])
    )
    if unit_id is not None:
        rows = rows.filter(unit_id=unit_id)
    if is_vacant is not None:
        rows = rows.filter(holder_id__isnull=is_vacant)
    if cursor:
        code, last_id = key_of(cursor, str, UUID)
        rows = rows.filter(Q(area_code__gt=code) | Q(area_code=code, id__gt=last_id))
    found = list(rows.select_related("unit").order_by("area_code", "id")[: limit + 1])
    names = staff_names({row.holder_id for row in found if row.holder_id})
    held = [
        HeldPost(
            post_id=row.id,
            title=row.title,
            role=Role(row.role),
            area_code=row.area_code,
            unit_id=row.unit_id,
            unit_name=row.unit.name if row.unit else "",
            holder_id=row.holder_id,
            holder_name=names.get(row.holder_id, ""),
        )
        for row in found
    ]
    return page_of(held, limit, lambda row: (row.area_code, row.post_id))


def staff_names(person_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names of staff by id; residents' names are not handed out."""
    return dict(Person.objects.filter(pk__in=set(person_ids), is_staff=True).values_list("id", "name"))


def units_within(
    area_code: str | None, *, kind: str | None, limit: int, cursor: str | None, is_active: bool = True
) -> Page[UnitBrief]:
    """Active (or switched-off) units whose area is, or lies within, ``area_code``; by area code."""
    rows = Unit.objects.filter(is_active=is_active)
    if area_code:
        rows = rows.filter(area_code__startswith=area_code)
    if kind:
        rows = rows.filter(kind=kind)
    if cursor:
        code, last_id = key_of(cursor, str, UUID)
        rows = rows.filter(Q(area_code__gt=code) | Q(area_code=code, id__gt=last_id))
    found = [_brief(row) for row in rows.order_by("area_code", "id")[: limit + 1]]
    return page_of(found, limit, lambda row: (row.area_code, row.unit_id))


def delegations_of(person_id: UUID, *, since: datetime) -> list[DelegationBrief]:
    """What a person has lent or been lent and that ended no earlier than ``since``; latest first."""
    rows = Delegation.objects.select_related("post").filter(
        Q(from_person_id=person_id) | Q(to_person_id=person_id), ends_at__gte=since
    )
    found = list(rows.order_by("-starts_at", "-id")[:200])
    names = staff_names({row.from_person_id for row in found} | {row.to_person_id for row in found})
    return [
        DelegationBrief(
            delegation_id=row.id,
            post_id=row.post_id,
            post_title=row.post.title,
            from_person_id=row.from_person_id,
            from_name=names.get(row.from_person_id, ""),
            to_person_id=row.to_person_id,
            to_name=names.get(row.to_person_id, ""),
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            reason=row.reason,
            revoked_at=row.revoked_at,
        )
        for row in found
    ]


def tokens_of(person_id: UUID, *, at: datetime) -> list[TokenBrief]:
    """A person's sessions and tokens that still open the door, latest first."""
    rows = Token.objects.filter(person_id=person_id, revoked_at=None, expires_at__gt=at)
    return [
        TokenBrief(
            token_id=row.id,
            kind=row.kind,
            label=row.label,
            post_title=row.post.title if row.post else "",
            created_at=row.created_at,
            expires_at=row.expires_at,
        )
        for row in rows.select_related("post").order_by("-created_at", "-id")[:200]
    ]


def token_id_of(secret: str) -> UUID | None:
    """The id of one of one's own tokens by its secret."""
    digest = hashlib.sha256(secret.encode()).digest()
    return Token.objects.filter(digest=digest).values_list("id", flat=True).first()


def is_session(token_id: UUID | None) -> bool:
    """Whether this is a session of a person, not an API token."""
    return token_id is not None and Token.objects.filter(pk=token_id, kind="session").exists()


def must_change_password(person_id: UUID | None) -> bool:
    """Whether the person (with their own eyes) still has a one-time password."""
    return Account.objects.filter(person_id=person_id, password_expires_at__isnull=False).exists()


def permissions_of(actor: Actor) -> list[str]:
    """What the actor's present post may do, by name."""
    return sorted(permission.value for permission in PERMISSIONS[actor.role])


def account_named(username: str) -> tuple[UUID, UUID] | None:
    """The ids of an account and its person, for the record of who knocked. Call it in a transaction."""
    with connection.cursor() as cursor:
        cursor.execute(KNOCK, [username])
    return Account.objects.filter(username=username).values_list("id", "person_id").first()


def staff_called(name: str, *, limit: int) -> list[tuple[UUID, str]]:
    """Members of staff whose name begins like this: id and name."""
    rows = Person.objects.filter(is_staff=True, name__startswith=name).order_by("name", "id")
    return list(rows.values_list("id", "name")[:limit])


def is_permitted(actor: Actor, permission: Permission) -> bool:
    """Whether the actor's role carries the permission, for those who only ask."""
    return may(actor, permission)
