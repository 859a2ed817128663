"""Objections to what was dispatched: one that waits for its referee, and one that was decided."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.services.objecting import object_dispatch, refuse_objection
from tests.cast import CAST, WATER

BESIDE = {
    "upholdObjection": "disputed",
    "refuseObjection": "disputed",
    "draftPrecedentLine": "ruled",
}
"""What can be done on these cases only."""


def dispute(case: UUID, at: datetime) -> None:
    """The unit says whose it is; the county decides, because the township gave it out."""
    object_dispatch(CAST.qian, case, unit_id=WATER, remark="井盖属供水单位", at=at)


def rule_on(case: UUID, at: datetime) -> None:
    refuse_objection(CAST.sun, case, remark="路面井盖由城管牵头", at=at)
