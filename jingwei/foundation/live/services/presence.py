"""Giving and taking back the sign that one has something open. Not a record of anybody's work: no audit entry."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.live.models import Presence
from jingwei.foundation.live.rules import PRESENT_FOR
from jingwei.kernel.ids import uuid7

APPEAR = """
with before as (
  select is_typing, seen_at > %(gone)s as was_there from live_presence
   where subject_id = %(subject)s and person_id = %(person)s
)
insert into live_presence (id, subject_id, person_id, post_id, is_typing, seen_at)
values (%(id)s, %(subject)s, %(person)s, %(post)s, %(typing)s, %(at)s)
on conflict (subject_id, person_id) do update
   set post_id = excluded.post_id, is_typing = excluded.is_typing, seen_at = excluded.seen_at
returning not coalesce((select was_there and is_typing = %(typing)s from before), false)
"""


def appear(actor: Actor, subject_id: UUID, *, is_typing: bool, at: datetime) -> bool:
    """Say that the actor has the subject open; whether that is news (came, began or stopped typing).

    Call it with the actor's eyes open: row-level security lets only those appear who see the subject.
    """
    values = {
        "id": uuid7(),
        "subject": subject_id,
        "person": actor.person_id,
        "post": actor.post_id,
        "typing": is_typing,
        "at": at,
        "gone": at - PRESENT_FOR,
    }
    with connection.cursor() as cursor:
        cursor.execute(APPEAR, values)
        (is_news,) = cursor.fetchone()
    return bool(is_news)


def disappear(actor: Actor, subject_id: UUID) -> bool:
    """Take one's sign back; whether there was one."""
    gone, _ = Presence.objects.filter(subject_id=subject_id, person_id=actor.person_id).delete()
    return gone > 0


def forget_gone(*, at: datetime) -> int:
    """With the system's eyes: forget who left without a word. Returns how many."""
    return int(Presence.objects.filter(seen_at__lt=at - PRESENT_FOR).delete()[0])
