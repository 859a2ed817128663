"""Who has opened a matter. A note beside the reading, not a change of the matter."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.ids import uuid7

SEEN_AGAIN_AFTER = timedelta(minutes=5)
"""Whoever opens it again sooner than this is not noted anew: reading a matter twenty times writes a few rows."""

NOTE = """
insert into incidents_seen (id, incident_id, person_id, post_id, unit_id, person_name, role, first_at, last_at)
values (%(id)s, %(incident)s, %(person)s, %(post)s, %(unit)s, %(name)s, %(role)s, %(at)s, %(at)s)
    on conflict (incident_id, person_id, post_id) do update set last_at = excluded.last_at
 where incidents_seen.last_at <= excluded.last_at - %(pause)s
"""


def note_seen(actor: Actor, incident_id: UUID, *, at: datetime) -> None:
    """Note that a member of staff was shown the whole matter; residents and machines are not noted.

    Written by the reading itself, because a separate call could be left out by whoever would rather not be seen.
    HTTP calls such a trace harmless (RFC 9110 §9.2.1): the asker did not ask for it, and the answer does not change.
    It passes no ``work``: nothing of the matter changes, and the table is its own append-and-renew record.
    """
    if actor.person_id is None or actor.post_id is None:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            NOTE,
            {
                "id": uuid7(),
                "incident": incident_id,
                "person": actor.person_id,
                "post": actor.post_id,
                "unit": actor.unit_id,
                "name": actor.name,
                "role": actor.role.value,
                "at": at,
                "pause": SEEN_AGAIN_AFTER,
            },
        )
