"""Joint enforcement: planned, answered, carried out with findings, and ended."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from jingwei.domains.clocks.queries.watches import watch_of
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.queries import incident_for
from jingwei.domains.incidents.tests.walking import photo
from jingwei.domains.joint.api.enforcement import enforcements_out
from jingwei.domains.joint.api.enforcement_schemas import EnforcementOut
from jingwei.domains.joint.contracts import EnforcementReply, EnforcementState, FindingEnd, Happening
from jingwei.domains.joint.models import Enforcement, Enforcer
from jingwei.domains.joint.queries import enforcement_for, list_enforcements
from jingwei.domains.joint.rules.refusals import (
    EnforcementAhead,
    EnforcementOver,
    EnforcementTimeWrong,
    NotCalled,
    NotTheCaller,
    ReasonMissing,
)
from jingwei.domains.joint.services import (
    NewEnforcement,
    NewFinding,
    answer_enforcement,
    cancel_enforcement,
    finish_enforcement,
    plan_enforcement,
    record_finding,
)
from jingwei.domains.joint.services.enforcing import REPLY
from jingwei.domains.joint.services.telling import tell_of
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Datum, position
from tests.cast import CAST, COMMUNITY, GRID_1, MONDAY_10, URBAN, WATER, inside

pytestmark = pytest.mark.django_db
BEGINS = MONDAY_10 + timedelta(days=1, minutes=37)
THERE = BEGINS + timedelta(hours=1)


def planned(by: Actor = CAST.wu, **changes: Any) -> Enforcement:
    values: dict[str, Any] = {
        "title": "占道经营联合整治",
        "plan": "清理春江路占道摊点，查处无证经营。",
        "place": "春江路农贸市场",
        "starts_at": BEGINS,
        "unit_ids": [URBAN, WATER],
        "people": "吴芳等3人",
    }
    return plan_enforcement(by, NewEnforcement(**(values | changes)), at=MONDAY_10)


def answered(
    row: Enforcement, by: Actor, reply: EnforcementReply, at: datetime = MONDAY_10, remark: str = ""
) -> None:
    answer_enforcement(by, row.pk, reply=reply, people="2人", remark=remark, at=at)


def shown(row: Enforcement, actor: Actor = CAST.wu) -> EnforcementOut:
    with eyes(actor):
        return enforcements_out(actor, [enforcement_for(actor, row.pk)])[0]


def enforcer(row: Enforcement, unit: Any) -> Enforcer:
    with eyes(CAST.machine):
        return Enforcer.objects.get(enforcement_id=row.pk, unit_id=unit)


def test_units_are_asked_answer_and_come() -> None:
    row = planned()
    tell_of(Happening.ENFORCEMENT_PLANNED, row.pk, at=MONDAY_10)
    with eyes(CAST.machine):
        told = set(Notice.objects.filter(kind="joint.enforcement_planned").values_list("post_id", flat=True))
    assert {CAST.qian.post_id, CAST.feng.post_id} <= told
    watch = watch_of(REPLY, enforcer(row, URBAN).pk)
    assert watch is not None
    assert watch.due_at == BEGINS  # a moment that people name, to the minute
    answered(row, CAST.qian, EnforcementReply.COMING)
    with pytest.raises(ReasonMissing):
        answered(row, CAST.feng, EnforcementReply.DECLINED)
    answered(row, CAST.feng, EnforcementReply.DECLINED, remark="当日停水抢修")
    with pytest.raises(EnforcementAhead):
        answered(row, CAST.qian, EnforcementReply.ARRIVED)
    answered(row, CAST.qian, EnforcementReply.ARRIVED, at=THERE)
    with pytest.raises(NotCalled):
        answered(row, CAST.wu, EnforcementReply.COMING)
    told_of = {one.unit_id: one for one in shown(row).units}
    assert (told_of[URBAN].reply, told_of[URBAN].arrived_at, told_of[URBAN].people) == (
        "arrived",
        THERE,
        "2人",
    )
    assert (told_of[WATER].reply, told_of[WATER].remark) == ("declined", "当日停水抢修")


def test_what_is_found_becomes_a_matter_and_leads_back() -> None:
    row = planned()
    with pytest.raises(EnforcementAhead):
        record_finding(CAST.qian, row.pk, NewFinding("占道", FindingEnd.SETTLED), at=MONDAY_10)
    with eyes(CAST.qian):
        picture = photo(CAST.qian)
    settled = NewFinding("摊主当场收走雨棚", FindingEnd.SETTLED, file_ids=[picture])
    record_finding(CAST.qian, row.pk, settled, at=THERE)
    lon, lat = inside(GRID_1)
    pinned = NewFinding(
        "下水道被油污堵塞", FindingEnd.INCIDENT, position=position(lon, lat, datum=Datum.WGS84)
    )
    found = record_finding(CAST.qian, row.pk, pinned, at=THERE)
    assert found.incident_id is not None
    with eyes(CAST.wu):
        matter = incident_for(CAST.wu, found.incident_id)
        assert (matter.state, matter.scope_code) == (State.REPORTED, GRID_1)
        assert "占道经营联合整治" in matter.words
        page = list_enforcements(CAST.wu, state=None, incident_id=matter.pk, cursor=None, size=10)
        assert [one.pk for one in page.rows] == [row.pk]
    told = shown(row)
    assert [(one.number, one.end) for one in told.findings] == [
        (1, FindingEnd.SETTLED),
        (2, FindingEnd.INCIDENT),
    ]
    assert [[file.file_id for file in one.files] for one in told.findings] == [[picture], []]
    assert [file.file_id for file in shown(row, CAST.feng).findings[0].files] == [picture]
    assert told.findings[1].matter is not None
    assert (
        shown(row, CAST.feng).findings[1].matter is None
    )  # the water company takes part and does not see the matter
    with pytest.raises(NotCalled):
        record_finding(CAST.sun, row.pk, NewFinding("区里看到", FindingEnd.SETTLED), at=THERE)


def test_whoever_leads_ends_it_once() -> None:
    row = planned()
    assert row.scope_code == COMMUNITY
    assert (shown(row).may_end, shown(row, CAST.qian).may_end, shown(row, CAST.qian).may_answer) == (
        True,
        False,
        True,
    )
    with pytest.raises(NotTheCaller):
        finish_enforcement(CAST.sun, row.pk, result="区里代办", at=THERE)
    finish_enforcement(CAST.wu, row.pk, result="清理摊点12处", at=THERE)
    told = shown(row)
    assert (told.state, told.result, told.may_end) == (EnforcementState.DONE, "清理摊点12处", False)
    for again in (
        lambda: cancel_enforcement(CAST.wu, row.pk, reason="再取消", at=THERE),
        lambda: answered(row, CAST.qian, EnforcementReply.ARRIVED, at=THERE),
        lambda: record_finding(CAST.qian, row.pk, NewFinding("晚了", FindingEnd.SETTLED), at=THERE),
    ):
        with pytest.raises(EnforcementOver):
            again()
    watch = watch_of(REPLY, enforcer(row, WATER).pk)
    assert watch is None or watch.ended_at == THERE


def test_it_is_planned_ahead() -> None:
    with pytest.raises(EnforcementTimeWrong):
        planned(starts_at=MONDAY_10 + timedelta(minutes=5))
