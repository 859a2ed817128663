"""The demo's grid forces: who works in two grids besides their officers, what was changed, whom an officer asked."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.config.demo.divisions import SMALL_COUNTY_CODE
from jingwei.config.demo.organisation import COMMUNITY, GRID_ONE, GRID_TWO, centre_id, id_of
from jingwei.config.demo.people import impossible_phone, invented_name
from jingwei.config.demo.staff import Staff
from jingwei.domains.workforce.models import Member, Service
from jingwei.domains.workforce.services.members import (
    Facts,
    NewService,
    join_place,
    leave_place,
    move_place,
    register_member,
)
from jingwei.domains.workforce.services.referrals import NewReferral, answer_referral, refer
from jingwei.domains.workforce.services.teams import TeamFacts, save_team
from jingwei.foundation.access.contracts import Actor, system_actor
from jingwei.foundation.access.queries.seats import staff_by_username
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local

SEEDER = system_actor("演示数据")
FORCES = (
    ("police", GRID_ONE, "大码头派出所", "治安巡查、纠纷到场", 240),
    ("police", GRID_TWO, "大码头派出所", "治安巡查、纠纷到场", 240),
    ("doctor", COMMUNITY, "社区卫生服务站", "家庭医生签约、老人随访", 400),
    ("legal", COMMUNITY, "区司法局", "法律咨询、协议审查", 180),
    ("counsellor", COMMUNITY, "区心理健康协会", "心理疏导", 120),
    ("social_worker", COMMUNITY, "街道社工站", "困境儿童和独居老人服务", 150),
    ("resident_head", GRID_ONE, "", "第一居民小组", 700),
    ("cadre", GRID_ONE, "区住建局", "老旧小区改造联络", 90),
    ("building_head", GRID_ONE, "", "1至3栋", 500),
    ("building_head", GRID_ONE, "", "4至6栋", 320),
    ("building_head", GRID_TWO, "", "江边路一带", 410),
    ("volunteer", GRID_ONE, "", "周末文明劝导", 60),
    ("volunteer", GRID_TWO, "", "助老送餐", 45),
    ("utility", GRID_ONE, "自来水公司", "管道报修", 200),
)
"""Kind, place, employer, duties, how many days ago they began. The second grid's resident head has left since."""
TEAM = "平安志愿队"
ASKED = (
    ("police", 3, "五栋二单元两户因漏水争吵，请一起上门劝解", "已到场，双方同意找人民调解委员会"),
    ("doctor", 1, "独居老人说夜里胸闷，请上门看看", ""),
)


def seed_workforce(*, at: datetime, say: Callable[[str], object]) -> int:
    """Written once; returns how many files it made."""
    with eyes(SEEDER):
        if Member.objects.visible_to(SEEDER).exists():
            return 0
        staff = Staff(SMALL_COUNTY_CODE)
        has_account = "qian" in staff_by_username(["qian"])
    say("登记网格力量、队伍和转介（演示数据） …")
    desk, officer = staff.desk(centre_id(COMMUNITY)), staff.officer(GRID_ONE)
    made = [_member(desk, number, at) for number in range(len(FORCES))]
    _collector(desk, at, has_account=has_account)
    _changes(desk, made, at)
    first = [
        row.pk for row, force in zip(made, FORCES, strict=True) if force[0] in ("volunteer", "building_head")
    ]
    facts = TeamFacts(TEAM, "节假日巡逻、文明劝导", COMMUNITY, first, first[0])
    save_team(desk, id_of("team", TEAM), facts, version=0, is_dissolved=False, at=at - timedelta(days=30))
    for kind, days, words, answer in ASKED:
        _referral(officer, kind, words, answer, at - timedelta(days=days))
    return len(made) + 2


def _member(desk: Actor, number: int, at: datetime) -> Member:
    kind, area_code, employer, duties, days = FORCES[number]
    key = f"force {number}"
    facts = Facts(invented_name(key), employer, duties, None, impossible_phone(key))
    began = at - timedelta(days=days)
    return register_member(
        desk, id_of("force", key), facts, NewService(kind, area_code, local(began).date()), at=began
    )


def _collector(desk: Actor, at: datetime, *, has_account: bool) -> None:
    """Qian of urban management has an account: he is told of referrals, and answers them himself."""
    facts = Facts("钱伟", "资阳区城市管理和综合执法局", "占道经营、市容采集", "qian" if has_account else None)
    began = at - timedelta(days=75)
    service = NewService("collector", GRID_ONE, local(began).date())
    register_member(desk, id_of("force", "collector"), facts, service, at=began)


def _changes(desk: Actor, made: list[Member], at: datetime) -> None:
    """One moved to the second grid and back to both; one left, and nobody has followed."""
    volunteer = made[11]
    moved = at - timedelta(days=20)
    on = local(moved).date()
    row = move_place(
        desk,
        volunteer.pk,
        _serving(volunteer.pk),
        area_code=GRID_TWO,
        on=on,
        reason="搬到二网格居住",
        version=1,
        at=moved,
    )
    join_place(
        desk,
        volunteer.pk,
        NewService("volunteer", GRID_ONE, on),
        version=row.version,
        remark="仍参加一网格活动",
        at=moved,
    )
    key, began = "force left", at - timedelta(days=600)
    facts = Facts(invented_name(key), "", "第二居民小组", None, impossible_phone(key))
    service = NewService("resident_head", GRID_TWO, local(began).date())
    gone = register_member(desk, id_of("force", key), facts, service, at=began)
    ended = at - timedelta(days=50)
    leave_place(
        desk,
        gone.pk,
        _serving(gone.pk),
        on=local(ended).date(),
        reason="到外地与子女同住",
        version=1,
        at=ended,
    )


def _referral(officer: Actor, kind: str, words: str, answer: str, at: datetime) -> None:
    with eyes(officer):
        rows = Service.objects.visible_to(officer).filter(kind_id=kind, to_on=None).order_by("-scope_code")
        service_id = rows.values_list("pk", flat=True)[0]
    row = refer(officer, NewReferral(id_of("referral", words), service_id, words), at=at)
    if answer:
        answer_referral(officer, row.pk, words=answer, at=at + timedelta(hours=5))


def _serving(member_id: UUID) -> UUID:
    with eyes(SEEDER):
        rows = Service.objects.visible_to(SEEDER).filter(member_id=member_id, to_on=None)
        found: UUID = rows.values_list("pk", flat=True)[0]
    return found
