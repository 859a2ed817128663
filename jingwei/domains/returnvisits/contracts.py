"""Return visits 回访 as the house speaks of them: why somebody is asked, how they answered, what a spot check found."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class VisitState(StrEnum):
    """Where a return visit stands."""

    WISHED = "wished"  # 已要求，待结案
    WAITING = "waiting"  # 待回访
    REACHED = "reached"  # 已回访
    UNREACHED = "unreached"  # 未联系上
    WITHDRAWN = "withdrawn"  # 已撤销


class VisitWhy(StrEnum):
    """Why somebody is visited."""

    DRAWN = "drawn"  # 按规则抽到
    ASKED = "asked"  # 要求回访


class VisitWay(StrEnum):
    """How the answer came."""

    PHONE = "phone"  # 电话
    LINK = "link"  # 短信链接
    APP = "app"  # 本人评价


class SpotFinding(StrEnum):
    """What was found on the spot."""

    AS_REPORTED = "as_reported"  # 属实
    PARTLY = "partly"  # 部分属实
    NOT_DONE = "not_done"  # 未解决


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """How many in a hundred of the closed matters of an item, in an area, are visited; empty means all."""

    item_prefix: str
    area_code: str
    share: int


@dataclass(frozen=True, slots=True)
class VisitPolicy:
    """Who is visited, from a day on. The first line that fits decides; where none fits, only who asked is."""

    from_on: date
    limit: str
    tries: int
    sends_link: bool
    link_days: int
    lines: tuple[PolicyLine, ...]
