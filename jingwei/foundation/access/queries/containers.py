"""Which container identity opens whose account."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import connection

from jingwei.foundation.access.contracts import Container, LinkBrief, PushAddress
from jingwei.foundation.access.models import Account, ContainerLink, Person

PUSH_TO_PERSON = """
select l.person_id, l.container, l.subject_sealed, p.is_staff
  from access_containerlink l join access_person p on p.id = l.person_id
 where l.person_id = %(reader)s and l.wants_push and l.container = any(%(served)s)
"""
PUSH_TO_POST = """
select l.person_id, l.container, l.subject_sealed, p.is_staff
  from access_holding h
  join access_containerlink l on l.person_id = h.person_id
  join access_person p on p.id = l.person_id
 where h.post_id = %(reader)s and h.from_on <= (%(at)s at time zone 'Asia/Shanghai')::date
   and (h.to_on is null or h.to_on > (%(at)s at time zone 'Asia/Shanghai')::date)
   and l.wants_push and l.container = any(%(served)s)
"""


def person_linked(container: Container, subject_index: bytes) -> tuple[UUID, UUID] | None:
    """The ids of a link and of the person it opens the account of (with the system's eyes)."""
    found = ContainerLink.objects.filter(container=container, subject_index=subject_index)
    return found.values_list("id", "person_id").first()


def is_member_of_staff(person_id: UUID) -> bool:
    """Whether somebody is staff, for whom more is asked at the door (own eyes, or the system's)."""
    return Person.objects.filter(pk=person_id, is_staff=True).exists()


def links_of(person_id: UUID) -> list[LinkBrief]:
    """A person's own links, latest first."""
    rows = ContainerLink.objects.filter(person_id=person_id).order_by("-linked_at", "-id")
    return [
        LinkBrief(row.id, Container(row.container), row.wants_push, row.linked_at, row.last_used_on)
        for row in rows
    ]


def may_enter_without_password(person_id: UUID) -> bool:
    """Whether nothing bars a person from coming in by a container (with the system's eyes).

    A resident has no account with a password; a member of staff needs an open one with a password of their own.
    """
    standing = Account.objects.filter(person_id=person_id).values_list("is_active", "password_expires_at")
    return all(is_active and expires_at is None for is_active, expires_at in standing)


def push_to_person(person_id: UUID, served: Collection[Container], *, at: datetime) -> list[PushAddress]:
    """Where a person wants to be told, among the containers that are served (with the system's eyes)."""
    return _push(PUSH_TO_PERSON, person_id, served, at)


def push_to_post(post_id: UUID, served: Collection[Container], *, at: datetime) -> list[PushAddress]:
    """The same for whoever holds a post that day."""
    return _push(PUSH_TO_POST, post_id, served, at)


def _push(statement: str, reader_id: UUID, served: Collection[Container], at: datetime) -> list[PushAddress]:
    given = {"reader": reader_id, "served": [one.value for one in served], "at": at}
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return [
            PushAddress(person_id, Container(container), bytes(sealed), is_staff)
            for person_id, container, sealed, is_staff in cursor.fetchall()
        ]
