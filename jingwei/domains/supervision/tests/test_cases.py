"""Supervision of an area: finding, plan, rectification with proof, re-check."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import ProgrammingError

from jingwei.domains.clocks.queries.watches import watch_of
from jingwei.domains.incidents.tests.walking import photo
from jingwei.domains.supervision.api.shaping import cases_out
from jingwei.domains.supervision.contracts import CaseState, Happening
from jingwei.domains.supervision.models import Case, CaseEntry
from jingwei.domains.supervision.queries.cases import case_for, list_cases
from jingwei.domains.supervision.rules.refusals import (
    AreaNotBelow,
    CaseNotWaiting,
    NotTheReceiver,
    NotYoursToSupervise,
    PlanDueWrong,
    ProofNeeded,
)
from jingwei.domains.supervision.services.cases import open_case, plan_case, recheck_case, report_case
from jingwei.domains.supervision.services.telling import tell_of
from jingwei.domains.supervision.services.watching import CASE
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.files.queries import facts_of
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, COUNTY, MONDAY_10, OTHER_TOWNSHIP, TOWNSHIP, centre

pytestmark = pytest.mark.django_db
DUE = MONDAY_10 + timedelta(days=10)


def opened(by: Actor = CAST.sun, area: str = TOWNSHIP) -> Case:
    return open_case(
        by, area_code=area, title="夜市油烟反复", finding="一季度同类反映二十件，三次整改不到位", at=MONDAY_10
    )


def sees(actor: Actor, case_id: UUID) -> bool:
    """Both fences, which must agree."""
    with eyes(actor):
        by_query = Case.objects.visible_to(actor).filter(pk=case_id).exists()
        by_database = Case.objects.unscoped("the test compares the fences").filter(pk=case_id).exists()
    assert by_query == by_database
    return by_database


def test_the_course_from_finding_to_closing() -> None:
    case = opened()
    with pytest.raises(CaseNotWaiting):
        report_case(CAST.zhao, case.pk, words="已整改", file_ids=[uuid7()], at=MONDAY_10)
    with pytest.raises(NotTheReceiver):
        plan_case(CAST.sun, case.pk, plan="代拟方案", due_at=DUE, at=MONDAY_10)
    with pytest.raises(PlanDueWrong):
        plan_case(CAST.zhao, case.pk, plan="加装净化设备", due_at=MONDAY_10, at=MONDAY_10)
    plan_case(CAST.zhao, case.pk, plan="加装净化设备，每晚巡查", due_at=DUE, at=MONDAY_10)
    with eyes(CAST.machine):
        assert watch_of(CASE, case.pk).due_at == DUE
    with pytest.raises(ProofNeeded):
        report_case(CAST.zhao, case.pk, words="已整改", file_ids=[], at=MONDAY_10)
    picture = photo(CAST.zhao)
    report_case(CAST.zhao, case.pk, words="设备已装", file_ids=[picture], at=MONDAY_10)
    with eyes(CAST.sun):
        assert [one.file_id for one in facts_of(CAST.sun, [picture])] == [picture]
    with eyes(CAST.zhou):
        assert facts_of(CAST.zhou, [picture]) == []
    with pytest.raises(PlanDueWrong):
        recheck_case(CAST.sun, case.pk, words="仍有油烟", is_rectified=False, due_at=None, at=MONDAY_10)
    again = DUE + timedelta(days=5)
    recheck_case(CAST.sun, case.pk, words="仍有油烟", is_rectified=False, due_at=again, at=MONDAY_10)
    report_case(CAST.zhao, case.pk, words="已更换滤芯", file_ids=[photo(CAST.zhao)], at=MONDAY_10)
    with pytest.raises(NotYoursToSupervise):
        recheck_case(CAST.he, case.pk, words="合格", is_rectified=True, due_at=None, at=MONDAY_10)
    recheck_case(CAST.sun, case.pk, words="合格", is_rectified=True, due_at=None, at=MONDAY_10)
    with eyes(CAST.sun):
        (shown,) = cases_out(CAST.sun, [case_for(CAST.sun, case.pk)], at=MONDAY_10)
    assert (shown.state, shown.failed, len(shown.entries)) == (CaseState.CLOSED, 1, 6)
    assert [len(one.files) for one in shown.entries] == [0, 0, 1, 0, 1, 0]
    with eyes(CAST.machine):
        assert watch_of(CASE, case.pk).ended_at is not None


def test_whose_it_is_shows_it_and_whoever_sees_the_area() -> None:
    case = opened()
    for who in (CAST.sun, CAST.zhao, CAST.guo, CAST.he, CAST.gao):
        assert sees(who, case.pk), who.name
    for who in (CAST.zhou, CAST.tang, CAST.wu, CAST.qian, CAST.li):
        assert not sees(who, case.pk), who.name
    with pytest.raises(NotFound):
        plan_case(CAST.zhou, case.pk, plan="我来整改", due_at=DUE, at=MONDAY_10)
    with eyes(CAST.zhao):
        asked = {"is_open": True, "case_id": None, "area_code": None, "cursor": None, "size": 10}
        assert [one.pk for one in list_cases(CAST.zhao, **asked).rows] == [case.pk]
    with eyes(CAST.zhou):
        assert not CaseEntry.objects.exists()
    copy = {one.attname: getattr(case, one.attname) for one in Case._meta.fields} | {"id": uuid7()}
    with pytest.raises(ProgrammingError, match="row-level security"), eyes(CAST.zhou):
        Case(**copy).save(force_insert=True)


def test_only_areas_below_ones_own_can_be_supervised() -> None:
    for who, area in (
        (CAST.zhao, TOWNSHIP),
        (CAST.zhao, OTHER_TOWNSHIP),
        (CAST.zhao, COUNTY),
        (CAST.tang, TOWNSHIP),
    ):
        with pytest.raises(AreaNotBelow):
            opened(who, area)
    with pytest.raises(Forbidden):
        opened(CAST.xu)


def test_the_area_and_whoever_raised_it_are_told() -> None:
    case = opened()
    tell_of(Happening.CASE_RAISED, case.pk, at=MONDAY_10)
    with eyes(CAST.machine):
        told = set(Notice.objects.filter(title_zh="综治督导：请报整改方案").values_list("post_id", flat=True))
    assert told == {CAST.zhao.post_id}
    plan_case(CAST.zhao, case.pk, plan="加装净化设备", due_at=DUE, at=MONDAY_10)
    tell_of(Happening.CASE_PLANNED, case.pk, at=MONDAY_10)
    with eyes(CAST.machine):
        told = set(Notice.objects.filter(title_zh="综治督导：整改方案已报").values_list("post_id", flat=True))
    assert told == {CAST.sun.post_id, CAST.guo.post_id}
    assert centre(TOWNSHIP) == case.receiver_unit_id
