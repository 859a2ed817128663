"""The demo's supervision: open warnings, cards at every stage, what rules found, an area under supervision."""

from collections.abc import Callable
from datetime import datetime, timedelta

from jingwei.config.demo.divisions import SMALL_COUNTY_CODE
from jingwei.config.demo.organisation import TOWNSHIP, centre_id
from jingwei.config.demo.staff import Staff
from jingwei.domains.clocks.queries.policy import policy_at
from jingwei.domains.clocks.queries.running import may_tell_at
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.models import Incident, Step
from jingwei.domains.incidents.services.clock_warning import CLOCK_KEEPER, sweep_clocks
from jingwei.domains.supervision.contracts import CardKind, Verdict
from jingwei.domains.supervision.models import Card, Case
from jingwei.domains.supervision.services.cards import answer_card, decide_card, raise_card
from jingwei.domains.supervision.services.cases import open_case, plan_case
from jingwei.domains.supervision.services.hearing import hear_step
from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import DomainError

SEEDER = system_actor("演示数据")
CARDS = 5
FOUND = 60
MOVED = (Action.RETURN, Action.FAIL_CHECK, Action.REOPEN, Action.RATE)


def seed_supervision(*, at: datetime, say: Callable[[str], object]) -> int:
    """Written once; returns how many cards it raised by hand."""
    with eyes(SEEDER):
        if Card.objects.exists() or Case.objects.visible_to(SEEDER).exists():
            return 0
        staff = Staff(SMALL_COUNTY_CODE)
    say("给出预警，发督办单，登记查出的问题和一项综治督导 …")
    sweep_clocks(CLOCK_KEEPER, at=told_at(at))
    _found(at)
    raised = _cards(staff, at)
    _area(staff, at)
    return raised


def told_at(at: datetime) -> datetime:
    """The last hour in which staff may be told of a deadline: a city seeded at night was warned in the evening."""
    policy = policy_at(at)
    hours = (at - timedelta(hours=back) for back in range(24))
    return next((one for one in hours if may_tell_at(one, policy, is_urgent=False) == one), at)


def _found(at: datetime) -> None:
    """What rules would have found, had they heard of the steps as they were taken."""
    with eyes(SEEDER):
        steps = list(
            Step.objects.filter(
                action__in=[one.value for one in MOVED],
                at__gte=at - timedelta(days=30),
                incident__county_code=SMALL_COUNTY_CODE,
            ).order_by("-at", "id")[:FOUND]
        )
    for one in reversed(steps):
        hear_step(
            one.incident_id, one.version, Action(one.action), State(one.to_state), one.unit_id, at=one.at
        )


def _cards(staff: Staff, at: datetime) -> int:
    """On matters that units have had for longest: to be answered, answered, accepted."""
    with eyes(SEEDER):
        running = Card.objects.filter(ended_at=None).values("incident_id")
        rows = Incident.objects.visible_to(SEEDER).filter(
            county_code=SMALL_COUNTY_CODE,
            state=int(State.HANDLING),
            handler_unit_id__isnull=False,
            head_id=None,
            sight_floor=15,
        )
        found = list(rows.exclude(pk__in=running).order_by("due_at", "id")[:CARDS])
    commander = staff.commander(centre_id(SMALL_COUNTY_CODE))
    raised = 0
    for number, matter in enumerate(found):
        kind = (CardKind.ORDINARY, CardKind.YELLOW, CardKind.ORDINARY, CardKind.RED)[number % 4]
        moment = at - timedelta(hours=3 + number)
        try:
            card = raise_card(
                commander, matter.pk, kind=kind, reason="超过时限仍无进展，请说明原因和办结时间。", at=moment
            )
            raised += 1
            if number in (1, 2):
                handler = staff.handler(card.unit_id)
                answer_card(
                    handler, card.pk, words="配件今日到货，明日完成。", at=moment + timedelta(hours=1)
                )
            if number == 2:
                decide_card(commander, card.pk, verdict=Verdict.ACCEPT, words="同意，请按期办结。", at=at)
        except (DomainError, IndexError):
            continue  # a matter of the county's own centre, or of a unit without handlers: the next one will do
    return raised


def _area(staff: Staff, at: datetime) -> None:
    county, street = staff.desk(centre_id(SMALL_COUNTY_CODE)), staff.desk(centre_id(TOWNSHIP))
    case = open_case(
        county,
        area_code=TOWNSHIP,
        title="夜间占道经营反复",
        finding="近一个月同类反映集中，整改后又反弹，夜间巡查没有落实。",
        at=at - timedelta(days=3),
    )
    plan_case(
        street,
        case.pk,
        plan="错峰设置临时疏导点；每晚八时至十二时两组巡查；十日内清理完毕。",
        due_at=at + timedelta(days=7),
        at=at - timedelta(days=2),
    )
