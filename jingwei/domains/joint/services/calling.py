"""What every piece of joint work begins with: whose it is, where it lies, who is called, what it is about."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from jingwei.domains.incidents.queries.known import MatterBrief, matters_by_id
from jingwei.domains.joint.models import Shared
from jingwei.domains.joint.rules.refusals import MatterHidden, NotTheCaller, UnitsWrong
from jingwei.foundation.access.contracts import Actor, UnitBrief
from jingwei.foundation.access.queries import units_known
from jingwei.kernel.codes import ancestor_codes
from jingwei.kernel.ids import uuid7


def columns_of(actor: Actor, area_code: str, unit_ids: Sequence[UUID], *, at: datetime) -> dict[str, Any]:
    """The columns that all joint work has."""
    return {
        "id": uuid7(),
        "unit_id": actor.unit_id,
        "unit_ids": list(unit_ids),
        "called_at": at,
        "called_by_name": actor.name,
        "called_by_post_id": actor.post_id,
        **ancestor_codes(area_code).columns,
    }


def units_called(actor: Actor, unit_ids: Iterable[UUID]) -> list[UnitBrief]:
    """The units in the order given, each once; not one's own. Raises: UnitsWrong."""
    wanted = list(dict.fromkeys(unit_ids))
    known = {one.unit_id: one for one in units_known(ids=wanted)}
    found = []
    for unit_id in wanted:
        unit = known.get(unit_id)
        if unit is None or not unit.is_active:
            raise UnitsWrong(
                unit=unit.name if unit else "?",
                reason="单位不存在或已停用。",
                reason_en="it does not exist any more.",
            )
        if unit_id == actor.unit_id:
            raise UnitsWrong(
                unit=unit.name,
                reason="召集单位不用邀请自己。",
                reason_en="the unit that calls takes part anyway.",
            )
        found.append(unit)
    return found


def matter_named(actor: Actor, incident_id: UUID | None) -> MatterBrief | None:
    """The matter it is about, if one is named and the actor sees it. Raises: MatterHidden."""
    if incident_id is None:
        return None
    found = matters_by_id(actor, [incident_id]).get(incident_id)
    if found is None:
        raise MatterHidden
    return found


def require_caller(actor: Actor, row: Shared) -> None:
    """Raises: NotTheCaller."""
    if actor.unit_id is None or actor.unit_id != row.unit_id:
        raise NotTheCaller
