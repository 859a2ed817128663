"""The discipline view: figures by unit and area, the matters behind them, every look recorded."""

from datetime import timedelta

import pytest

from jingwei.domains.incidents import services as incidents
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.services.clock_warning import sweep_clocks
from jingwei.domains.incidents.tests.walking import Walk, reported
from jingwei.domains.supervision.contracts import LapseKind
from jingwei.domains.supervision.queries.lapses import LapseWish
from jingwei.domains.supervision.rules.refusals import PeriodWrong
from jingwei.domains.supervision.services.discipline import look_at_discipline, look_at_lapses
from jingwei.domains.supervision.services.hearing import hear_overdue, hear_step
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST, MONDAY_10, OTHER_COUNTY, TOWNSHIP, URBAN

pytestmark = pytest.mark.django_db
WEEK = LapseWish(MONDAY_10 - timedelta(days=1), MONDAY_10 + timedelta(days=30))


def troubled() -> Walk:
    walk = reported().accepted().dispatched().taken()
    for _ in range(2):
        walk.handled()
        incidents.fail_check(CAST.lin, walk.case, remark="没有清干净", at=walk.later())
        last = walk.steps[-1]
        hear_step(walk.case, last.version, Action.FAIL_CHECK, State(last.to_state), URBAN, at=walk.at)
    assert walk.row.due_at is not None
    at = walk.row.due_at + timedelta(minutes=1)
    sweep_clocks(CAST.machine, at=at)
    hear_overdue([walk.case], at=at)
    return walk


def test_figures_by_unit_and_by_area_open_the_matters_behind_them() -> None:
    walk = troubled()
    at = MONDAY_10 + timedelta(days=3)
    found = look_at_discipline(CAST.gao, WEEK, at=at)
    figures = found.units[URBAN]
    assert (figures.slow, figures.rework, figures.repeated, figures.against_word) == (1, 2, 1, 0)
    assert figures.ordinary + figures.yellow + figures.red >= 1
    assert found.areas[TOWNSHIP] == figures
    rows = look_at_lapses(CAST.gao, WEEK, cursor=None, size=2)
    rest = look_at_lapses(CAST.gao, WEEK, cursor=rows.next_cursor, size=2)
    seen = [*rows.rows, *rest.rows]
    assert [one.incident_id for one in seen] == [walk.case] * 3
    assert sorted(one.lapse for one in seen) == sorted([LapseKind.SLOW, LapseKind.REWORK, LapseKind.REWORK])
    slow = LapseWish(WEEK.since, WEEK.until, unit_id=URBAN, lapse=LapseKind.SLOW)
    assert len(look_at_lapses(CAST.gao, slow, cursor=None, size=10).rows) == 1
    elsewhere = LapseWish(WEEK.since, WEEK.until, area_code=OTHER_COUNTY)
    assert look_at_discipline(CAST.gao, elsewhere, at=at).units == {}
    before = LapseWish(WEEK.since - timedelta(days=60), WEEK.since)
    assert look_at_discipline(CAST.gao, before, at=at).units == {}


def test_it_is_for_discipline_inspection_alone_and_every_look_is_recorded() -> None:
    at = MONDAY_10
    for who in (CAST.guo, CAST.sun, CAST.ding, CAST.cao, CAST.xu):
        with pytest.raises(Forbidden):
            look_at_discipline(who, WEEK, at=at)
    look_at_discipline(CAST.gao, WEEK, at=at)
    with eyes(CAST.machine):
        looks = Entry.objects.filter(target="supervision.discipline:figures", person_id=CAST.gao.person_id)
        assert looks.count() == 1
    with pytest.raises(PeriodWrong):
        look_at_discipline(CAST.gao, LapseWish(WEEK.since, WEEK.since + timedelta(days=94)), at=at)
    with pytest.raises(PeriodWrong):
        look_at_discipline(CAST.gao, LapseWish(WEEK.since, WEEK.since), at=at)
