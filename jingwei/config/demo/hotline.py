"""The demo's hotline: seats, yesterday's and today's calls, promises to call back, one note to 119. Written once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.config.demo.divisions import SMALL_COUNTY_CODE
from jingwei.config.demo.organisation import COMMUNITY, GRID_ONE, GRID_TWO, TOWNSHIP, centre_id, id_of
from jingwei.config.demo.people import impossible_phone
from jingwei.config.demo.staff import Staff
from jingwei.domains.hotline.contracts import Emergency, ExchangeEvent, Happening, Reached
from jingwei.domains.hotline.models import Call, Seat
from jingwei.domains.hotline.services.addresses import learn_all_addresses
from jingwei.domains.hotline.services.callbacks import create_call_back, note_attempt, take_call_back
from jingwei.domains.hotline.services.calls import take_event
from jingwei.domains.hotline.services.handovers import NewHandOver, note_hand_over
from jingwei.domains.hotline.services.landmarks import learn_places
from jingwei.domains.hotline.services.reception import TakenReport, take_report
from jingwei.domains.hotline.services.seats import set_seat, switch_seat
from jingwei.domains.incidents.contracts import Channel, Identity
from jingwei.domains.incidents.services import NewReport
from jingwei.foundation.access.contracts import Actor, Role, system_actor
from jingwei.foundation.areas.models import Area
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.geo import Datum, position

EXCHANGE = system_actor("电话交换机")
SEEDER = system_actor("演示数据")
EXTENSIONS = {TOWNSHIP: "8001", SMALL_COUNTY_CODE: "8101", COMMUNITY: "8201", SMALL_COUNTY_CODE[:4]: "8888"}
"""By the centre whose first desk sits there; the cast's desks stand first."""


@dataclass(frozen=True, slots=True)
class Told:
    """One made-up call: who, how long ago, and what came of it."""

    caller: str
    hours_ago: float
    minutes: float
    words: str = ""
    address: str = ""
    grid: str = GRID_ONE
    identity: Identity = Identity.NAMED
    name: str = ""
    item_code: str = ""
    answered: bool = True


CALLS = (
    Told(
        "caller 1",
        26,
        3.5,
        "巷口的路灯坏了两盏，晚上老人出门看不见路",
        "石码头社区幸福巷12号门前",
        name="李女士",
        item_code="020201",
    ),
    Told(
        "caller 2", 23, 2.0, "垃圾桶满了两天没人收，臭味很大", "石码头社区菜市场东门", GRID_TWO, name="周师傅"
    ),
    Told(
        "caller 3",
        5,
        4.2,
        "楼上装修中午敲墙，孩子没法睡觉",
        "石码头社区滨江小区3栋",
        name="王女士",
        identity=Identity.CONFIDENTIAL,
    ),
    Told(
        "caller 4",
        3,
        1.1,
        "菜市场门口井盖翘起来了，车过咣当响",
        "石码头社区菜市场西门",
        GRID_TWO,
        identity=Identity.ANONYMOUS,
    ),
    Told("caller 5", 2, 0.6, answered=False),
    Told("caller 1", 1, 1.8),
)


def seed_hotline(*, at: datetime, say: Callable[[str], object]) -> int:
    """Give the cast's desks their extensions and the last two days' calls; returns how many calls it wrote."""
    with eyes(SEEDER):
        if Seat.objects.visible_to(SEEDER).exists() or Call.objects.visible_to(SEEDER).exists():
            return 0
        staff = Staff(SMALL_COUNTY_CODE)
        spots = {
            area.code: area.label_point
            for area in Area.objects.filter(code__in=[GRID_ONE, GRID_TWO], valid_to_on=None)
        }
    say("登记热线坐席，写入两天的通话和回电 …")
    administrator = next(one for one in staff.everybody() if one.role is Role.ADMINISTRATOR)
    for area_code, extension in EXTENSIONS.items():
        desk = staff.desk(centre_id(area_code))
        assert desk.post_id is not None
        set_seat(administrator, desk.post_id, extension=extension, at=at)
        switch_seat(desk, is_signed_on=True, at=at)
    desk = staff.desk(centre_id(TOWNSHIP))
    for number, told in enumerate(CALLS):
        call_id = _call(number, told, at)
        if told.words:
            _register(desk, number, told, call_id, spots[told.grid], at)
    _promises(desk, at)
    _by_hand(desk, spots[GRID_ONE], at)
    learn_all_addresses(at=at)
    learn_places()
    return len(CALLS)


def _call(number: int, told: Told, at: datetime) -> UUID:
    began = at - timedelta(hours=told.hours_ago)
    ended = began + timedelta(minutes=told.minutes)
    steps = [(Happening.RANG, began)]
    if told.answered:
        steps.append((Happening.ANSWERED, began + timedelta(seconds=9)))
    steps.append((Happening.HUNG_UP, ended))
    if told.answered:
        steps.append((Happening.RECORDED, ended + timedelta(seconds=20)))
    call_id = UUID(int=0)
    for happening, moment in steps:
        event = ExchangeEvent(
            event_id=f"demo-{number}-{happening.value}",
            call_key=f"demo-{number}",
            happening=happening,
            at=moment,
            number=impossible_phone(told.caller),
            extension=EXTENSIONS[TOWNSHIP],
            recording=f"demo/{number}.wav" if happening is Happening.RECORDED else "",
        )
        call_id = take_event(EXCHANGE, event, at=moment)
    return call_id


def _register(desk: Actor, number: int, told: Told, call_id: UUID, spot: object, at: datetime) -> None:
    moment = at - timedelta(hours=told.hours_ago) + timedelta(minutes=told.minutes)
    report = NewReport(
        incident_id=id_of("incident", f"demo call {number}"),
        words=told.words,
        address=told.address,
        item_code=told.item_code,
        identity=told.identity,
        reporter_name=told.name,
        position=position(spot.x, spot.y, datum=Datum.WGS84),  # type: ignore[attr-defined]
        reported_at=moment,
    )
    taken = TakenReport(report=report, channel=Channel.HOTLINE, call_id=call_id, uses_caller_number=True)
    take_report(desk, taken, at=moment)


def _promises(desk: Actor, at: datetime) -> None:
    """One overdue, one for later today, one kept this morning."""
    for why, hours_ago, due_in in (("告知路灯维修时间", 4, -1), ("问清楼栋和门牌", 1, 2)):
        made_at = at - timedelta(hours=hours_ago)
        create_call_back(
            desk, why=why, due_at=at + timedelta(hours=due_in), phone=impossible_phone(why), at=made_at
        )
    kept = create_call_back(
        desk,
        why="核实垃圾清运情况",
        due_at=at - timedelta(hours=18),
        phone=impossible_phone("caller 2"),
        at=at - timedelta(hours=22),
    )
    take_call_back(desk, kept.pk, at=at - timedelta(hours=19))
    note_attempt(
        desk, kept.pk, reached=Reached.SPOKEN, remark="已清走，群众认可", at=at - timedelta(hours=19)
    )


def _by_hand(desk: Actor, spot: object, at: datetime) -> None:
    """A visitor and a letter, and a note to the fire brigade."""
    moment = at - timedelta(hours=6)
    note = note_hand_over(
        desk,
        NewHandOver(Emergency.FIRE, "石码头社区滨江小区5栋2单元", "楼道里电瓶车冒烟，有烧焦味"),
        at=moment,
    )
    place = position(spot.x, spot.y, datum=Datum.WGS84)  # type: ignore[attr-defined]
    for channel, words, address, ago in (
        (Channel.WALK_IN, "小区东侧围墙裂缝变大，担心倒下来", "石码头社区滨江小区东围墙", timedelta(hours=6)),
        (Channel.LETTER, "建议在小学门口增设减速带和人行横道", "石码头小学南门", timedelta(days=1)),
    ):
        taken = TakenReport(
            report=NewReport(
                incident_id=id_of("incident", f"demo desk {channel.value}"),
                words=words,
                address=address,
                position=place,
                reporter_name="张先生",
                reporter_phone=impossible_phone(address),
                reported_at=at - ago,
            ),
            channel=channel,
            written_on=local(at - timedelta(days=3)).date() if channel is Channel.LETTER else None,
            place_of_reception="一楼群众接待室" if channel is Channel.WALK_IN else "",
            hand_over_ids=(note.hand_over.pk,) if channel is Channel.WALK_IN else (),
        )
        take_report(desk, taken, at=at - ago)
