"""Walks an incident through the services, so that tests reach a state as the field does: never by setting it."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import connection

from jingwei.domains.incidents import services
from jingwei.domains.incidents.models import Assignment, Incident, Step
from jingwei.domains.incidents.services import NewReport, Proof, Receipt, Verdict
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.files.models import File
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Datum, Position, position
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, GRID_1, MONDAY_10, URBAN, inside

RUBBISH = "010101"
"""2 working hours to accept and to dispatch, 1 working day to handle, 4 hours to verify; photos before and after."""
SIGNBOARD = "010303"
"""Urgent: 1 natural hour, 6, 4; photos before and after."""
PHONE = "13873712345"


def spot(grid: str = GRID_1, **share: float) -> Position:
    return position(*inside(grid, **share), datum=Datum.WGS84)


def new_report(**changes: Any) -> NewReport:
    values: dict[str, Any] = {
        "incident_id": uuid4(),
        "words": "楼下垃圾堆了三天没人清",
        "reported_at": MONDAY_10,
        "position": spot(),
        "address": "迎春路18号门前",
        "reporter_phone": PHONE,
    }
    return NewReport(**(values | changes))


def photo(actor: Actor, *, at: datetime = MONDAY_10, place: Position | None = None, **facts: Any) -> UUID:
    """A stored file of the actor, as an upload leaves it; ``place`` is what the picture says."""
    file = File(
        id=uuid7(),
        kind="photo",
        media_type="image/jpeg",
        sha256="0" * 64,
        size_bytes=1,
        uploader_person_id=actor.person_id,
        uploaded_at=at,
        lon=place.lon if place else None,
        lat=place.lat if place else None,
        position_datum="wgs84_exif" if place else None,
        **facts,
    )
    with eyes(actor):
        file.save(force_insert=True)
    return file.id


def proofs(actor: Actor) -> list[Proof]:
    """What the item 暴露垃圾 asks for."""
    return [Proof(photo(actor), "photo_before"), Proof(photo(actor), "photo_after")]


@dataclass
class Walk:
    """One incident under way. Every step takes ten minutes."""

    receipt: Receipt
    at: datetime

    @property
    def case(self) -> UUID:
        return self.receipt.incident_id

    def later(self, **delta: float) -> datetime:
        self.at += timedelta(**(delta or {"minutes": 10}))
        return self.at

    def accepted(self, by: Actor = CAST.wu, item_code: str = RUBBISH) -> "Walk":
        services.accept_incident(by, self.case, item_code=item_code, at=self.later())
        return self

    def escalated(self, by: Actor = CAST.wu) -> "Walk":
        services.escalate_incident(by, self.case, remark="需要上级协调", at=self.later())
        return self

    def dispatched(self, by: Actor = CAST.wu, unit_id: UUID = URBAN) -> "Walk":
        services.dispatch_incident(by, self.case, unit_id=unit_id, at=self.later())
        return self

    def taken(self, by: Actor = CAST.qian) -> "Walk":
        services.take_task(by, self.case, at=self.later())
        return self

    def handled(self, by: Actor = CAST.qian) -> "Walk":
        services.handle_task(by, self.case, remark="已清运并冲洗", proofs=proofs(by), at=self.later())
        return self

    def passed(self, by: Actor = CAST.lin) -> "Walk":
        services.pass_check(by, self.case, remark="现场已干净", at=self.later())
        return self

    def closed(self, by: Actor = CAST.wu) -> "Walk":
        services.close_incident(by, self.case, remark="垃圾已清运，感谢反映", at=self.later())
        return self

    def rated(self, by: Actor = CAST.li) -> "Walk":
        services.rate_incident(
            by, self.case, Verdict(stars=5, is_solved=True, remark="很快"), at=self.later()
        )
        return self

    def suspended(self, by: Actor = CAST.wu, days: int = 10) -> "Walk":
        at = self.later()
        until = at + timedelta(days=days)
        services.suspend_incident(by, self.case, remark="等待管线改迁", until=until, at=at)
        return self

    @property
    def row(self) -> Incident:
        return stored(self.case)

    @property
    def steps(self) -> list[Step]:
        with eyes(CAST.machine):
            return list(Step.objects.filter(incident_id=self.case).order_by("version"))

    @property
    def tasks(self) -> list[Assignment]:
        with eyes(CAST.machine):
            return list(Assignment.objects.filter(incident_id=self.case).order_by("dispatched_at"))


def reported(by: Actor = CAST.li, *, at: datetime = MONDAY_10, **changes: Any) -> Walk:
    return Walk(services.report_incident(by, new_report(**changes), at=at), at)


def tipped(by: Actor = CAST.li, *, at: datetime = MONDAY_10, **changes: Any) -> Walk:
    return Walk(services.report_tip(by, new_report(**changes), at=at), at)


def stored(case: UUID) -> Incident:
    """The row as it lies in the database."""
    with eyes(CAST.machine):
        found: Incident = Incident.objects.visible_to(CAST.machine).get(pk=case)
        return found


def rows(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """What a statement finds with the eyes of a machine."""
    with eyes(CAST.machine), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def audited(case: UUID) -> list[tuple[Any, ...]]:
    """Permission, actor's name and change of every audit entry on an incident."""
    target = f"incidents.incident:{case}"
    found = rows(
        "select permission, actor_name, change::text from audit_entry where target = %s order by id", target
    )
    return [(permission, name, json.loads(change)) for permission, name, change in found]


def can_see(actor: Actor, case: UUID) -> bool:
    """Whether both fences let the actor see it; they must agree."""
    with eyes(actor):
        by_query = Incident.objects.visible_to(actor).filter(pk=case).exists()
        by_database = Incident.objects.unscoped("the test compares the fences").filter(pk=case).exists()
    assert by_query == by_database
    return by_database
