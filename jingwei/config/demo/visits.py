"""The demo's return visits: what was closed lately is asked about, most of it answered, one sample drawn to verify."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from jingwei.config.demo.divisions import SMALL_COUNTY_CODE
from jingwei.config.demo.organisation import centre_id
from jingwei.config.demo.staff import Staff
from jingwei.domains.incidents.contracts import Channel, State
from jingwei.domains.incidents.models import Incident, Rating
from jingwei.domains.returnvisits.models import Policy, Visit
from jingwei.domains.returnvisits.rules.answering import VisitAnswer
from jingwei.domains.returnvisits.rules.policy import DEFAULT_POLICY
from jingwei.domains.returnvisits.services import NewSample, draw_sample, record_visit
from jingwei.domains.returnvisits.services.planning import plan_visit
from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.errors import DomainError
from jingwei.kernel.ids import uuid7

SEEDER = system_actor("演示数据")
ASKED_ABOUT = 36
SAMPLE = 6
ANSWERS = (
    VisitAnswer(True, is_solved=True, stars=5, remark="来得很快，谢谢"),
    VisitAnswer(True, is_solved=True, stars=4),
    VisitAnswer(False, remark="无人接听"),
    VisitAnswer(True, is_solved=True, stars=3, remark="等得久了些"),
    None,
    VisitAnswer(True, is_solved=True, stars=5),
)
"""By turns; None is still waited for. The very first says that it is not solved."""
NOT_SOLVED = VisitAnswer(True, is_solved=False, stars=2, remark="过两天又是老样子")


def seed_visits(*, at: datetime, say: Callable[[str], object]) -> int:
    """Written once; returns how many visits it planned."""
    with eyes(SEEDER):
        if Policy.objects.exists() or Visit.objects.visible_to(SEEDER).exists():
            return 0
        Policy(
            id=uuid7(),
            from_on=local(at - timedelta(days=90)).date(),
            limit=DEFAULT_POLICY.limit,
            tries=DEFAULT_POLICY.tries,
            sends_link=True,
            link_days=DEFAULT_POLICY.link_days,
            lines=[{"item": "", "area": "", "share": 100}],
            entered_at=at,
            entered_by_name=SEEDER.name,
        ).save(force_insert=True)
        rows = Incident.objects.visible_to(SEEDER).filter(
            county_code=SMALL_COUNTY_CODE,
            state=int(State.CLOSED),
            closed_at__lt=at - timedelta(hours=3),
            reporter_phone_sealed__isnull=False,
        )
        told = Rating.objects.filter(incident_id=OuterRef("pk"))
        rows = rows.exclude(channel=Channel.TIP.value).exclude(Exists(told)).order_by("-closed_at", "-id")
        closed = list(rows.values_list("pk", "closed_at")[:ASKED_ABOUT])
    say("回访已结案的事件，抽取样本 …")
    with eyes(SEEDER):
        staff = Staff(SMALL_COUNTY_CODE)
    planned = 0
    for number, (incident_id, closed_at) in enumerate(closed):
        visit = plan_visit(incident_id, at=closed_at + timedelta(minutes=5))
        planned += visit is not None
        answer = NOT_SOLVED if number == 1 else ANSWERS[number % len(ANSWERS)]
        if visit is not None and visit.state == "waiting" and answer is not None:
            _answer(staff, visit, answer, closed_at + timedelta(hours=2))
    _draw(staff, at)
    return planned


def _answer(staff: Staff, visit: Visit, answer: VisitAnswer, moment: datetime) -> None:
    desk = staff.desk(visit.unit_id)
    with eyes(desk):
        record_visit(desk, visit.pk, answer, at=moment)


def _draw(staff: Staff, at: datetime) -> None:
    """The district's centre looks at the last two weeks; where nothing was closed there, there is nothing to draw."""
    desk, today = staff.desk(centre_id(SMALL_COUNTY_CODE)), local(at).date()
    new = NewSample(SMALL_COUNTY_CODE, today - timedelta(days=14), today, SAMPLE, "5d")
    try:
        with eyes(desk):
            draw_sample(desk, new, at=at)
    except DomainError:
        return
