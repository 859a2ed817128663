"""Writing the audit. Appending takes no lock that another writer could wait for."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection

from jingwei.foundation.access.contracts import Actor, Permission

APPEND = """
insert into audit_entry
       (at, xact, person_id, post_id, acting_for_id, actor_name, role, permission, target, area_code, change)
values (clock_timestamp(), pg_current_xact_id()::text::bigint, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""


def append(actor: Actor, permission: Permission, target: str, area_code: str, change: dict[str, Any]) -> None:
    """Append one entry in the running transaction. ``change`` holds no personal field in the clear."""
    with connection.cursor() as cursor:
        cursor.execute(APPEND, entry_values(actor, permission, target, area_code, change))


def entry_values(
    actor: Actor, permission: Permission, target: str, area_code: str, change: dict[str, Any]
) -> list[Any]:
    """The values of an entry in the order of ``APPEND``, for hot-path statements that carry it along."""
    return [
        actor.person_id,
        actor.post_id,
        actor.acting_for_id,
        actor.name,
        actor.role.value,
        permission.value,
        target,
        area_code,
        json.dumps(change, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True),
    ]
