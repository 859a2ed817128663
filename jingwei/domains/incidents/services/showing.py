"""Showing live that an incident changed, to whoever sees it and is looking."""

from collections.abc import Collection
from uuid import UUID

from django.db import connection

from jingwei.foundation.live.contracts import Kind

TELL = "select jw_tell_incident(%s, %s, %s)"


def show_live(
    incident_id: UUID, kind: Kind = Kind.INCIDENT, *, persons: Collection[UUID] | None = None
) -> None:
    """News of an incident as it stands in the running transaction; ``persons`` narrows it to some who see it.

    One statement: the facts and all participants are read past the fence by a definer function (ADR 5).
    """
    with connection.cursor() as cursor:
        cursor.execute(TELL, [kind.value, incident_id, None if persons is None else list(persons)])
