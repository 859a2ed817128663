"""Disputes for tests: two neighbours and a wall, brought to the community's mediators."""

from datetime import datetime
from typing import Any

from jingwei.domains.joint.contracts import MediationWay, PartySide
from jingwei.domains.joint.models import Mediation
from jingwei.domains.joint.rules.mediating import NewParty
from jingwei.domains.joint.services import Agreement, NewMediation, agree_mediation, register_mediation
from jingwei.foundation.access.contracts import Actor
from tests.cast import CAST, MONDAY_10

PARTIES = (
    NewParty(PartySide.APPLICANT, "陈大勇", "13900000011"),
    NewParty(PartySide.RESPONDENT, "刘小梅", "13900000012"),
)
AGREED = Agreement(
    facts="刘家院墙占用共用通道约0.4米。",
    terms="刘家退让院墙至原界址，陈家承担一半拆建费用。",
    performing="2026年12月1日前完工，费用当日付清。",
)


def registered(by: Actor = CAST.wu, *, at: datetime = MONDAY_10, **changes: Any) -> Mediation:
    values: dict[str, Any] = {
        "title": "院墙占道纠纷",
        "words": "两家因院墙占用共用通道多次争吵，要求调解。",
        "kind": "neighbours",
        "way": MediationWay.PEOPLE,
        "parties": PARTIES,
        "mediators": "吴芳、老周",
    }
    return register_mediation(by, NewMediation(**(values | changes)), at=at)


def agreed(at: datetime = MONDAY_10) -> Mediation:
    return agree_mediation(CAST.wu, registered(at=at).pk, AGREED, at=at)
