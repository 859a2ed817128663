"""Every write passes here: permission, one transaction, then the record. Leaving without a record rolls back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import ANYWHERE, Actor, Permission
from jingwei.foundation.areas.queries import city_codes
from jingwei.foundation.audit import services as audit
from jingwei.foundation.events import services as events
from jingwei.foundation.events.contracts import Event
from jingwei.foundation.scoping import ScopedModel, eyes, looking_as
from jingwei.kernel.codes import lies_within
from jingwei.kernel.errors import NotFound

ALONE = "select pg_advisory_xact_lock(hashtextextended(%s, 4309))"


class NothingRecorded(RuntimeError):
    """A write finished without saying what it changed. A programming error, so it must stop the request."""


class NotSeen(RuntimeError):
    """A row was recorded that was not read through ``visible_to`` with the same actor."""


class Work:
    """One verb being done by one actor."""

    def __init__(self, actor: Actor, permission: Permission) -> None:
        self.actor = actor
        self.permission = permission
        self.is_recorded = False

    def record(self, row: ScopedModel, **change: Any) -> None:
        """Check that the actor was shown this row, then append the audit entry; one call does both."""
        if row.seen_by != self.actor:
            raise NotSeen(f"{row._meta.label} {row.pk} was not read with .visible_to(actor)")
        self._append(_target(row), row.scope_code, change)

    def record_new(self, row: ScopedModel, **change: Any) -> None:
        """The audit entry of a row made in this work. Who may make one is the permission's business."""
        self._append(_target(row), row.scope_code, change)

    def record_in_area(self, target: str, area_code: str, **change: Any) -> None:
        """The audit entry of something that is not a scoped row. Raises: NotFound outside the actor's area."""
        if self.actor.scope != ANYWHERE and not lies_within(area_code, self.actor.scope):
            raise NotFound
        self._append(target, area_code, change)

    def record_in_city(self, target: str, **change: Any) -> None:
        """The audit entry of something that is the whole city's; before a city stands, in nothing's area.

        Raises: NotFound for administrators of a part of the city.
        """
        for code in city_codes() or [""]:
            self.record_in_area(target, code, **change)

    def alone_with(self, thing: str) -> None:
        """Nobody else works on the thing until this is done: whoever comes meanwhile waits."""
        with connection.cursor() as cursor:
            cursor.execute(ALONE, [thing])

    def record_own(self, target: str, **change: Any) -> None:
        """The audit entry of something that is the actor's own: their post, their inbox, their upload."""
        self._append(target, self.actor.area_code, change)

    def publish(self, event: Event) -> None:
        """Tell whoever ``config/wiring`` lists; the jobs commit or vanish with this transaction."""
        events.publish(event)

    def recorded_elsewhere(self) -> None:
        """A named hot-path statement has written the audit entry itself."""
        self.is_recorded = True

    def _append(self, target: str, area_code: str, change: dict[str, Any]) -> None:
        audit.append(self.actor, self.permission, target, area_code, change)
        self.is_recorded = True


@contextmanager
def work(actor: Actor, permission: Permission) -> Iterator[Work]:
    """Open the only door to a write.

    Inside a request that already looks with the actor's eyes no second transaction is opened: a refusal leaves
    through the request's own and takes everything with it.
    Raises: Forbidden before anything is touched; NothingRecorded (and rolls back) if no audit entry was made.
    """
    access.require_permission(actor, permission)
    job = Work(actor, permission)
    if looking_as(actor):
        yield job
        _require_record(job)
        return
    with eyes(actor):
        yield job
        _require_record(job)


def _require_record(job: Work) -> None:
    if not job.is_recorded:
        raise NothingRecorded(f"{job.permission} changed data without a record")


def _target(row: ScopedModel) -> str:
    return f"{row._meta.label_lower}:{row.pk}"
