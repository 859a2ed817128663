"""The whistle: a street's centre calls, units come or do not, and those above see it."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError

from jingwei.domains.clocks.services.watches import sweep_watches
from jingwei.domains.incidents.tests.walking import reported
from jingwei.domains.joint.api.shaping import whistles_out
from jingwei.domains.joint.contracts import Happening, WhistleEnd
from jingwei.domains.joint.models import Summons, Whistle
from jingwei.domains.joint.queries import list_whistles, whistle_for
from jingwei.domains.joint.rules.arriving import Standing
from jingwei.domains.joint.rules.refusals import (
    ArrivedAlready,
    MatterHidden,
    MeetTimeWrong,
    NotCalled,
    NotTheCaller,
    NotThere,
    PlaceElsewhere,
    UnitsWrong,
    WhistleOver,
)
from jingwei.domains.joint.services import (
    NewWhistle,
    arrive_at_whistle,
    call_whistle,
    confirm_arrival,
    end_whistle,
)
from jingwei.domains.joint.services.telling import tell_of, tell_of_absence
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound
from jingwei.kernel.geo import Datum, Position, position
from tests.cast import CAST, FAR_GRID, GRID_1, MONDAY_10, TOWNSHIP, URBAN, WATER, centre, id_of, inside

pytestmark = pytest.mark.django_db
MEET = MONDAY_10 + timedelta(hours=2)


def at_the_place(grid: str = GRID_1, *, east: float = 0.5, accuracy_m: float = 20) -> Position:
    return position(*inside(grid, east=east), datum=Datum.WGS84, accuracy_m=accuracy_m)


def called(by: Actor = CAST.zhao, **changes: Any) -> Whistle:
    values: dict[str, Any] = {
        "words": "施工挖断水管，路面塌陷",
        "place": "迎春路与建设路口东北角",
        "position": at_the_place(),
        "radius_m": 300,
        "meet_at": MEET,
        "unit_ids": [URBAN, WATER],
    }
    return call_whistle(by, NewWhistle(**(values | changes)), at=MONDAY_10)


def sees(actor: Actor, whistle: Whistle) -> bool:
    """Both fences, which must agree."""
    with eyes(actor):
        by_query = Whistle.objects.visible_to(actor).filter(pk=whistle.pk).exists()
        by_database = Whistle.objects.unscoped("the test compares the fences").filter(pk=whistle.pk).exists()
    assert by_query == by_database
    return by_database


def standings(whistle: Whistle, at: Any, actor: Actor = CAST.zhao) -> dict[UUID, Standing]:
    with eyes(actor):
        (shown,) = whistles_out(actor, [whistle_for(actor, whistle.pk)], at=at)
    return {one.unit_id: one.standing for one in shown.units}


def inboxes(title: str) -> set[UUID | None]:
    with eyes(CAST.machine):
        return set(Notice.objects.filter(title_zh=title).values_list("post_id", flat=True))


def test_who_is_called_sees_it_and_so_does_the_area_above() -> None:
    whistle = called()
    for who in (CAST.zhao, CAST.qian, CAST.feng, CAST.sun, CAST.he):
        assert sees(who, whistle), who.name
    for who in (CAST.shen, CAST.tang, CAST.zhou, CAST.mao, CAST.li):
        assert not sees(who, whistle), who.name
    with eyes(CAST.feng):
        waiting = list_whistles(
            CAST.feng, is_open=True, awaits_me=True, incident_id=None, cursor=None, size=10
        )
        assert [one.pk for one in waiting.rows] == [whistle.pk]
    tell_of(Happening.WHISTLED, whistle.pk, at=MONDAY_10)
    assert inboxes("吹哨：请到现场报到") == {CAST.qian.post_id, CAST.xu.post_id, CAST.feng.post_id}


def test_a_unit_reports_at_the_place_and_not_from_afar() -> None:
    whistle = called()
    with pytest.raises(NotThere, match="米以内"):
        arrive_at_whistle(CAST.feng, whistle.pk, at_the_place(FAR_GRID), remark="", at=MONDAY_10)
    with pytest.raises(NotThere):  # a coarse position excuses 200 metres, not a kilometre
        arrive_at_whistle(
            CAST.feng, whistle.pk, at_the_place(FAR_GRID, accuracy_m=50_000), remark="", at=MONDAY_10
        )
    arrive_at_whistle(CAST.feng, whistle.pk, at_the_place(east=0.6), remark="两人到场", at=MEET)
    late = MEET + timedelta(minutes=5)
    arrive_at_whistle(CAST.xu, whistle.pk, at_the_place(), remark="", at=late)
    assert standings(whistle, late) == {WATER: Standing.ARRIVED, URBAN: Standing.LATE}
    with pytest.raises(ArrivedAlready):
        arrive_at_whistle(CAST.qian, whistle.pk, at_the_place(), remark="", at=late)
    with eyes(CAST.machine):
        row = Summons.objects.get(whistle_id=whistle.pk, unit_id=WATER)
    assert row.distance_m == pytest.approx(98, abs=5)
    assert (row.by_name, row.is_confirmed, row.accuracy_m) == ("冯军", False, 20)


def test_who_was_not_called_cannot_report_and_nobody_else_conducts_it() -> None:
    whistle = called(unit_ids=[WATER])
    with pytest.raises(NotFound):
        arrive_at_whistle(CAST.qian, whistle.pk, at_the_place(), remark="", at=MONDAY_10)
    with pytest.raises(NotCalled):
        arrive_at_whistle(CAST.sun, whistle.pk, at_the_place(), remark="", at=MONDAY_10)
    for who in (CAST.sun, CAST.he):
        with pytest.raises(NotTheCaller):
            end_whistle(who, whistle.pk, outcome=WhistleEnd.SETTLED, result="代为结束", at=MEET)
    with pytest.raises(Forbidden):
        called(CAST.feng)
    copy = {one.attname: getattr(whistle, one.attname) for one in Whistle._meta.fields} | {"id": uuid4()}
    with pytest.raises(ProgrammingError, match="row-level security"), eyes(CAST.feng):
        Whistle(**copy).save(force_insert=True)


def test_who_called_confirms_a_unit_whose_phone_cannot_show_it() -> None:
    whistle = called()
    confirm_arrival(CAST.zhao, whistle.pk, unit_id=WATER, remark="手机没有定位，人已在现场", at=MEET)
    with eyes(CAST.machine):
        row = Summons.objects.get(whistle_id=whistle.pk, unit_id=WATER)
    assert (row.is_confirmed, row.distance_m, row.by_name) == (True, None, "赵强")
    with pytest.raises(NotTheCaller):
        confirm_arrival(CAST.sun, whistle.pk, unit_id=URBAN, remark="看到他们了", at=MEET)


def test_not_coming_is_visible_and_told_once_to_those_above() -> None:
    whistle = called()
    arrive_at_whistle(CAST.feng, whistle.pk, at_the_place(), remark="", at=MEET)
    after = MEET + timedelta(minutes=10)
    assert standings(whistle, after, CAST.sun) == {WATER: Standing.ARRIVED, URBAN: Standing.ABSENT}
    sweep_watches(at=after)
    with eyes(CAST.machine):
        summons = {one.unit_id: one for one in Summons.objects.filter(whistle_id=whistle.pk)}
    assert tell_of_absence(summons[WATER].pk, at=after) == 0
    assert tell_of_absence(summons[URBAN].pk, at=after) > 0
    assert tell_of_absence(summons[URBAN].pk, at=after) == 0
    told = inboxes("有单位吹哨未报到")
    assert {CAST.zhao.post_id, CAST.xu.post_id, CAST.sun.post_id, CAST.guo.post_id} <= told
    assert CAST.feng.post_id not in told


def test_it_ends_with_a_result_or_is_called_off() -> None:
    whistle, other = called(), called()
    end_whistle(CAST.zhao, whistle.pk, outcome=WhistleEnd.SETTLED, result="水管已修复", at=MEET)
    with pytest.raises(WhistleOver):
        arrive_at_whistle(CAST.feng, whistle.pk, at_the_place(), remark="", at=MEET)
    assert set(standings(whistle, MEET).values()) == {Standing.ABSENT}
    end_whistle(CAST.zhao, other.pk, outcome=WhistleEnd.CALLED_OFF, result="已自行修复", at=MONDAY_10)
    assert set(standings(other, MEET + timedelta(hours=1)).values()) == {Standing.RELEASED}
    assert sweep_watches(at=MEET + timedelta(days=1)) is not None
    with pytest.raises(WhistleOver):
        end_whistle(CAST.zhao, other.pk, outcome=WhistleEnd.SETTLED, result="再结束一次", at=MEET)


def test_what_cannot_be_called() -> None:
    with pytest.raises(PlaceElsewhere):
        called(CAST.wu, position=at_the_place(FAR_GRID))
    for meet_at in (MONDAY_10, MONDAY_10 + timedelta(days=8)):
        with pytest.raises(MeetTimeWrong):
            called(meet_at=meet_at)
    with pytest.raises(UnitsWrong, match="自己"):
        called(unit_ids=[centre(TOWNSHIP)])
    with pytest.raises(UnitsWrong, match="不存在"):
        called(unit_ids=[id_of("no such unit")])
    walk = reported(position=at_the_place(FAR_GRID))
    with pytest.raises(MatterHidden):
        called(CAST.wu, incident_id=walk.case)


def test_a_matter_shows_to_those_who_see_it() -> None:
    walk = reported()
    whistle = called(incident_id=walk.case)
    for who, is_shown in ((CAST.zhao, True), (CAST.feng, False)):
        with eyes(who):
            (shown,) = whistles_out(who, [whistle_for(who, whistle.pk)], at=MEET)
        assert (shown.matter is not None) == is_shown
