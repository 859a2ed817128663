"""Files, services and referrals as tests make them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from jingwei.domains.workforce.models import Member, Referral, Service
from jingwei.domains.workforce.services.members import Facts, NewService, register_member
from jingwei.domains.workforce.services.referrals import NewReferral, refer
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, GRID_1, MONDAY_10

PHONE = "13873712345"
SINCE = date(2026, 3, 2)


def member(
    area_code: str = GRID_1,
    *,
    kind: str = "police",
    actor: Actor = CAST.wu,
    from_on: date = SINCE,
    at: datetime = MONDAY_10,
    **facts: Any,
) -> Member:
    usual = {"name": "周建国", "employer": "大码头派出所", "phone": PHONE}
    new = NewService(kind, area_code, from_on)
    return register_member(actor, uuid7(), Facts(**(usual | facts)), new, at=at)


def with_account(area_code: str = GRID_1, *, actor: Actor = CAST.wu, **facts: Any) -> Member:
    """Qian of urban management, who collects in the grid."""
    told = {"name": CAST.qian.name, "username": "qian", "phone": ""} | facts
    return member(area_code, kind="collector", actor=actor, **told)


def service_of(row: Member) -> UUID:
    with eyes(CAST.machine):
        found: UUID = (
            Service.objects.visible_to(CAST.machine)
            .filter(member=row, to_on=None)
            .values_list("pk", flat=True)[0]
        )
    return found


def referred(
    row: Member, *, actor: Actor = CAST.lin, incident_id: UUID | None = None, at: datetime = MONDAY_10
) -> Referral:
    new = NewReferral(uuid7(), service_of(row), "三单元有家暴报警，请一起上门", incident_id)
    return refer(actor, new, at=at)
