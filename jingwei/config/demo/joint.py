"""The demo's joint work: a call to a place, a meeting, two disputes and a joint enforcement, by those whose work it is."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.config.demo.divisions import SMALL_COUNTY_CODE
from jingwei.config.demo.organisation import COMMUNITY, GRID_ONE, TOWNSHIP, centre_id
from jingwei.config.demo.staff import Staff
from jingwei.domains.joint.contracts import (
    DecisionKind,
    EnforcementReply,
    FindingEnd,
    MediationWay,
    PartySide,
)
from jingwei.domains.joint.models import Mediation, Whistle
from jingwei.domains.joint.rules.mediating import NewParty
from jingwei.domains.joint.rules.meeting import Attendance, NewDecision
from jingwei.domains.joint.services import (
    Agreement,
    Minutes,
    NewEnforcement,
    NewFinding,
    NewMediation,
    NewMeeting,
    NewWhistle,
    Session,
    agree_mediation,
    answer_enforcement,
    arrive_at_whistle,
    call_meeting,
    call_whistle,
    hand_on_mediation,
    plan_enforcement,
    record_finding,
    record_minutes,
    record_session,
    register_mediation,
)
from jingwei.foundation.access.contracts import Actor, system_actor
from jingwei.foundation.access.queries import units_known
from jingwei.foundation.areas.models import Area
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Datum, Position, position

SEEDER = system_actor("演示数据")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def seed_joint(*, at: datetime, say: Callable[[str], object]) -> int:
    """Written once; returns how many pieces of joint work it wrote."""
    with eyes(SEEDER):
        if Whistle.objects.visible_to(SEEDER).exists() or Mediation.objects.visible_to(SEEDER).exists():
            return 0
        staff = Staff(SMALL_COUNTY_CODE)
        label = Area.objects.get(code=GRID_ONE, valid_to_on=None).label_point
    say("吹哨、开会、调解纠纷、联合执法 …")
    street, community = staff.desk(centre_id(TOWNSHIP)), staff.desk(centre_id(COMMUNITY))
    handlers = _handlers(staff)
    spot = position(label.x, label.y, datum=Datum.WGS84)
    _whistle(street, handlers, spot, at)
    _meeting(street, handlers, at)
    _disputes(street, community, at)
    _enforcement(street, handlers, spot, at)
    return 5


def _handlers(staff: Staff) -> list[Actor]:
    """Somebody of two departments of the county."""
    found = [one for one in staff.everybody() if one.role.value == "handler" and one.unit_id]
    by_unit: dict[UUID, Actor] = {}
    for one in found:
        assert one.unit_id is not None
        by_unit.setdefault(one.unit_id, one)
    in_use = {one.unit_id for one in units_known(ids=list(by_unit)) if one.is_active}
    return [one for unit, one in by_unit.items() if unit in in_use][:2]


def _units(handlers: list[Actor]) -> list[UUID]:
    return [one.unit_id for one in handlers if one.unit_id]


def _whistle(street: Actor, handlers: list[Actor], spot: Position, at: datetime) -> None:
    """Called an hour ago; one unit is there."""
    new = NewWhistle(
        words="施工挖断水管，路面塌陷，需要断水、围挡和抢修",
        place="网格中心路口",
        position=spot,
        radius_m=300,
        meet_at=at + HOUR,
        unit_ids=_units(handlers),
    )
    whistle = call_whistle(street, new, at=at - HOUR)
    arrive_at_whistle(handlers[0], whistle.pk, spot, remark="两人到场", at=at - HOUR / 2)


def _meeting(street: Actor, handlers: list[Actor], at: datetime) -> None:
    """Held yesterday, with something to do for a unit."""
    new = NewMeeting(
        title="地下管线联席会议",
        agenda="施工挖断水管的责任、修复和今后的会签",
        place="街道二楼会议室",
        starts_at=at - DAY,
        unit_ids=_units(handlers),
    )
    meeting = call_meeting(street, new, at=at - 3 * DAY)
    unit_id = _units(handlers)[0]
    written = Minutes(
        chaired_by=street.name,
        minutes="各单位同意：开挖前会签，管线权属单位到场交底。",
        attendance=[Attendance(unit_id, handlers[0].name)],
        decisions=[NewDecision(DecisionKind.PLAIN, "公示道路开挖审批流程", unit_id, "5d")],
    )
    record_minutes(street, meeting.pk, written, at=at - DAY + HOUR)


def _disputes(street: Actor, community: Actor, at: datetime) -> None:
    """One agreed in the community, one handed on to the street."""
    wall = NewMediation(
        title="院墙占道纠纷",
        words="两家因院墙占用共用通道多次争吵，要求调解。",
        kind="neighbours",
        way=MediationWay.PEOPLE,
        mediators=f"{community.name}、老周",
        parties=_parties("陈大勇", "刘小梅", 1),
    )
    row = register_mediation(community, wall, at=at - 9 * DAY)
    held = Session(at - 7 * DAY, "社区调解室", "双方到场", "实地丈量后双方同意按原界址退让。")
    record_session(community, row.pk, held, at=at - 7 * DAY)
    agreed = Agreement(
        facts="一方院墙占用共用通道约0.4米。",
        terms="退让院墙至原界址，另一方承担一半拆建费用。",
        performing="两周内完工，费用当日付清。",
    )
    agree_mediation(community, row.pk, agreed, at=at - 7 * DAY)
    wages = NewMediation(
        title="装修工钱纠纷",
        words="装修完工后尾款一直未付，双方对质量有争议。",
        kind="wages",
        way=MediationWay.PEOPLE,
        mediators=community.name,
        parties=_parties("周建国", "彭丽华", 3),
    )
    row = register_mediation(community, wages, at=at - 4 * DAY)
    hand_on_mediation(
        community,
        row.pk,
        to_unit_id=centre_id(TOWNSHIP),
        way=MediationWay.PEOPLE,
        reason="金额较大，社区两次没有谈成",
        at=at - 2 * DAY,
    )


def _parties(one: str, other: str, number: int) -> list[NewParty]:
    """Numbers that no network has given to anybody."""
    return [
        NewParty(PartySide.APPLICANT, one, f"1690000{number:04d}"),
        NewParty(PartySide.RESPONDENT, other, f"1690000{number + 1:04d}"),
    ]


def _enforcement(street: Actor, handlers: list[Actor], spot: Position, at: datetime) -> None:
    """Begins in an hour; one unit comes and has found something on the way."""
    new = NewEnforcement(
        title="农贸市场周边联合整治",
        plan="清理占道摊点，查处无证经营，检查私接水管。",
        place="农贸市场东门",
        starts_at=at + HOUR,
        unit_ids=_units(handlers),
        people=street.name,
    )
    row = plan_enforcement(street, new, at=at - 2 * DAY)
    lead = handlers[0]
    answer_enforcement(
        lead, row.pk, reply=EnforcementReply.COMING, people=f"{lead.name}等2人", remark="", at=at - DAY
    )
    record_finding(lead, row.pk, NewFinding("摊主当场收走遮阳棚", FindingEnd.SETTLED), at=at)
    found = NewFinding("下水口被油污堵塞，雨天返水", FindingEnd.INCIDENT, place="东门第三摊", position=spot)
    record_finding(lead, row.pk, found, at=at)
