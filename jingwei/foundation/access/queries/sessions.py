"""Who asks, in which post, with which token; and what their role may do."""

import hashlib
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import F, Q

from jingwei.foundation.access.contracts import (
    Actor,
    Permission,
    PostBrief,
    Role,
    SessionFacts,
    Strength,
    TokenBrief,
)
from jingwei.foundation.access.models import Account, Person, Token
from jingwei.foundation.access.rules.permissions import PERMISSIONS, SEES_BY_AREA, may, scope_of
from jingwei.foundation.access.rules.posts import NOT_FOR_POSTS


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
    token_id, person_id, name, post_id, role_name, area_code, unit_id, acting_for_id, is_program, *opened = (
        row
    )
    proved_at, strength, has_proved_again, seen_at = opened
    role = Role(role_name) if role_name else Role.RESIDENT
    is_held_back = (
        role.value in settings.SECOND_FACTOR_ROLES and not is_program and strength < Strength.TWO_FACTORS
    )
    if is_held_back:
        role, post_id, area_code, unit_id, acting_for_id = Role.RESIDENT, None, "", None, None
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
        session=None
        if is_program
        else SessionFacts(proved_at, Strength(strength), has_proved_again, seen_at, is_held_back),
    )


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


def tokens_of(person_id: UUID, *, at: datetime) -> list[TokenBrief]:
    """A person's sessions and tokens that still open the door, latest first."""
    rows = Token.objects.filter(person_id=person_id, revoked_at=None, expires_at__gt=at)
    rows = rows.filter(Q(idle_minutes=None) | Q(seen_at__gt=at - F("idle_minutes") * timedelta(minutes=1)))
    return [
        TokenBrief(
            token_id=row.id,
            kind=row.kind,
            label=row.label,
            post_title=row.post.title if row.post else "",
            created_at=row.created_at,
            expires_at=row.expires_at,
            way=row.way,
            device=row.device,
            network=row.network,
            strength=Strength(row.strength),
            seen_at=row.seen_at,
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
    return sorted(permission.value for permission in PERMISSIONS[actor.role] if may(actor, permission))


def account_named(username: str) -> tuple[UUID, UUID] | None:
    """The ids of an account and its person, for the record of who knocked. Call it in a transaction."""
    with connection.cursor() as cursor:
        cursor.execute(KNOCK, [username])
    return Account.objects.filter(username=username).values_list("id", "person_id").first()


def resident_with_phone(index: bytes) -> UUID | None:
    """The resident with this number; never a member of staff. Works with the system's eyes only."""
    rows = Person.objects.filter(phone_index=index, is_staff=False)
    return rows.values_list("id", flat=True).first()


def phone_of_resident(person_id: UUID | None) -> bytes | None:
    """The sealed number of a resident, with their own eyes or the system's."""
    rows = Person.objects.filter(pk=person_id, is_staff=False)
    sealed = rows.values_list("phone_sealed", flat=True).first()
    return bytes(sealed) if sealed is not None else None


def phone_on_file(person_id: UUID) -> tuple[bytes | None, bool, datetime | None]:
    """A person's sealed number, whether it is staff's, and since when the person is known; with their own eyes."""
    found = Person.objects.filter(pk=person_id).values_list("phone_sealed", "is_staff", "created_at").first()
    if found is None:
        return None, False, None
    sealed, is_staff, since_at = found
    return (bytes(sealed) if sealed is not None else None), is_staff, since_at


def is_permitted(actor: Actor, permission: Permission) -> bool:
    """Whether the actor's role carries the permission, for those who only ask."""
    return may(actor, permission)


def roles_for_posts() -> list[tuple[Role, list[Permission], bool]]:
    """Every role that a post can have, what it may do, and whether it sees by area."""
    return [
        (role, [one for one in Permission if one in PERMISSIONS[role]], role in SEES_BY_AREA)
        for role in Role
        if role not in NOT_FOR_POSTS
    ]
