"""The demo's notes of people's concerns: eight weeks of what two grids' officers heard, some of it again and again."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.config.demo.divisions import SMALL_COUNTY_CODE
from jingwei.config.demo.organisation import COMMUNITY, GRID_ONE, GRID_TWO, centre_id, id_of
from jingwei.config.demo.staff import Staff
from jingwei.domains.concerns.contracts import ConcernOccasion
from jingwei.domains.concerns.models import Concern
from jingwei.domains.concerns.services import (
    NewConcern,
    grow_concern,
    hear_again,
    merge_concern,
    note_concern,
)
from jingwei.foundation.access.contracts import Actor, system_actor
from jingwei.foundation.areas.models import Area
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Datum, position

SEEDER = system_actor("演示数据")
HEARD = (
    ("0201", "晚上回来没有车位，消防通道也停了车", "石码头小区东门"),
    ("0105", "广场音响声音大，晚上九点以后还在放", "江边广场"),
    ("0101", "垃圾桶周末满得快，下午就溢出来", "3号楼旁投放点"),
    ("0303", "电梯常停，上下楼等得久", "5号楼"),
    ("0103", "下大雨路口积水，要绕着走", "农贸市场路口"),
    ("0205", "楼下电动车没有地方充电", ""),
    ("0702", "希望社区有老年助餐点", ""),
    ("0302", "顶楼屋面漏水，维修资金怎么用不清楚", "2号楼"),
    ("0802", "早市摊点占了人行道", "农贸市场东门"),
    ("0505", "遛狗不拴绳，草坪上粪便没人收", "小区中心花园"),
    ("0601", "今年学区怎么划还没有消息", ""),
    ("0301", "物业收费项目没有公示", "石码头小区"),
)
NOTES = 30
OFTEN = 6
"""How many of them were heard again, the first one most."""


def seed_concerns(*, at: datetime, say: Callable[[str], object]) -> int:
    """Written once; returns how many notes it wrote."""
    with eyes(SEEDER):
        if Concern.objects.visible_to(SEEDER).exists():
            return 0
        staff = Staff(SMALL_COUNTY_CODE)
        spots = {
            area.code: area.label_point
            for area in Area.objects.filter(code__in=[GRID_ONE, GRID_TWO], valid_to_on=None)
        }
    say("写入八周的民情 …")
    for number in range(NOTES):
        _note(staff, number, spots, at)
    officer, desk = staff.officer(GRID_ONE), staff.desk(centre_id(COMMUNITY))
    for number in range(OFTEN):
        for time in range(OFTEN - number):
            _again(officer if number % 2 == 0 else desk, number, time, at)
    merge_concern(desk, _id(len(HEARD)), into_id=_id(0), at=at)
    grow_concern(desk, _id(4), words="请排水部门疏通", is_urgent=False, at=at)
    return NOTES


def _note(staff: Staff, number: int, spots: dict[str, object], at: datetime) -> None:
    grid = (GRID_ONE, GRID_TWO)[number % 2]
    topic, words, where = HEARD[number % len(HEARD)]
    moment = at - timedelta(days=55 - 55 * number // NOTES, hours=number % 7)
    spot = spots[grid]
    step = 0.0004 * (number % 5 - 2)
    new = NewConcern(
        concern_id=_id(number),
        topic_code=topic,
        occasion=tuple(ConcernOccasion)[number % 4],
        heard_at=moment,
        position=position(spot.x + step, spot.y - step / 2, datum=Datum.WGS84),  # type: ignore[attr-defined]
        address=where,
        words=words if number < len(HEARD) else "",
    )
    note_concern(staff.officer(grid), new, at=moment)


def _again(actor: Actor, number: int, time: int, at: datetime) -> None:
    """Both see what lies in the first grid and, as the desk, in the second."""
    moment = at - timedelta(days=3 * time + number, hours=2)
    hearing_id = id_of("concern again", f"demo {number} {time}")
    hear_again(actor, _id(number), hearing_id=hearing_id, occasion=ConcernOccasion.VISIT, at=moment)


def _id(number: int) -> UUID:
    return id_of("concern", f"demo {number}")
