"""Components through the services: their codes, their log, who sees them."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection

from jingwei.domains.ledger.contracts import Condition, Deed, Life
from jingwei.domains.ledger.models import Component
from jingwei.domains.ledger.queries import components as queries
from jingwei.domains.ledger.queries.components import ComponentFilter, ComponentOrder
from jingwei.domains.ledger.queries.nearest import nearest
from jingwei.domains.ledger.rules import refusals
from jingwei.domains.ledger.services import components as services
from jingwei.domains.ledger.services.components import ComponentFacts
from jingwei.domains.ledger.tests.things import COVER, LAMP, component, kinds
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.areas.rules import OutsideCity
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, StaleVersion
from jingwei.kernel.geo import Datum, position, wgs84_to_gcj02
from tests.cast import CAST, COUNTY, FAR_GRID, FOREIGN_GRID, GRID_1, GRID_2, GRID_3, MONDAY_10, WATER, inside

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 16)


@pytest.fixture(autouse=True)
def _kinds(db: None) -> None:
    kinds()


def seen_by(actor: Actor, wanted: ComponentFilter | None = None, **page: object) -> list[str]:
    with eyes(actor):
        found = queries.list_components(
            actor, wanted or ComponentFilter(), on=TODAY, **({"cursor": None, "size": 50} | page)
        )
        return [row.code for row in found.rows]


def entries(row: Component) -> list[tuple[str, str]]:
    with eyes(CAST.wu):
        return [(one.deed, one.remark) for one in queries.entries_of(row.pk)]


def test_a_component_gets_its_grid_by_position_and_the_next_serial_of_county_and_type() -> None:
    first, second, lamp = component(), component(GRID_2), component(kind=LAMP)
    assert (first.code, second.code, lamp.code) == (
        f"{COUNTY}{COVER}000001",
        f"{COUNTY}{COVER}000002",
        f"{COUNTY}{LAMP}000001",
    )
    assert (first.grid_code, first.scope_code, second.grid_code) == (GRID_1, GRID_1, GRID_2)
    assert first.inspect_due_on == TODAY + timedelta(days=30)
    assert lamp.inspect_due_on is None
    assert first.keeper_name == "资阳区自来水公司"
    assert entries(first) == [("registered", "")]


def test_a_code_that_comes_along_is_kept_and_the_next_goes_on_behind_it() -> None:
    assert component(code=f"{COUNTY}{COVER}000041").code.endswith("000041")
    assert component().code.endswith("000042")


def test_codes_that_contradict_kind_place_or_each_other_are_refused() -> None:
    component(code=f"{COUNTY}{COVER}000007")
    for code, refusal in [
        (f"{COUNTY}{COVER}000007", refusals.CodeTaken),
        (f"430903{COVER}000008", refusals.CodeElsewhere),
        (f"{COUNTY}{LAMP}000008", refusals.CodeOfOtherKind),
        (f"{COUNTY}{COVER}000000", refusals.BadComponentCode),
    ]:
        with pytest.raises(refusal):
            component(code=code)


def test_a_code_taken_out_of_sight_is_taken_all_the_same() -> None:
    component(GRID_3, actor=CAST.mao, code=f"{COUNTY}{COVER}000009")
    with pytest.raises(refusals.CodeTaken):
        component(code=f"{COUNTY}{COVER}000009")
    assert component().code.endswith("000010")


def test_one_registers_in_ones_own_area_with_a_kind_in_use() -> None:
    with pytest.raises(refusals.OutsideOwnArea):
        component(FAR_GRID)
    with pytest.raises(refusals.KindUnknown):
        component(kind="0199")
    with pytest.raises(OutsideCity):
        services.register_component(
            CAST.wu,
            services.NewComponent(COVER, position(100.0, 20.0, datum=Datum.WGS84), ComponentFacts()),
            at=MONDAY_10,
        )
    with pytest.raises(Forbidden):
        component(actor=CAST.lin)
    with pytest.raises(refusals.DayInFuture):
        component(installed_on=date(2027, 1, 1))


def test_a_position_in_another_datum_is_converted_once_and_the_original_kept() -> None:
    lon, lat = inside(GRID_1)
    given = wgs84_to_gcj02(lon, lat)
    new = services.NewComponent(COVER, position(*given, datum=Datum.GCJ02), ComponentFacts())
    row = services.register_component(CAST.wu, new, at=MONDAY_10)
    assert (row.given_lon, row.given_lat, row.datum) == (*given, "gcj02")
    assert row.position.x == pytest.approx(lon, abs=1e-7)
    assert row.grid_code == GRID_1


def test_it_is_seen_by_area_and_by_the_unit_that_owns_or_keeps_it() -> None:
    code = component().code
    for actor in (CAST.lin, CAST.deng, CAST.wu, CAST.zhao, CAST.sun, CAST.he, CAST.gao, CAST.ding, CAST.feng):
        assert seen_by(actor) == [code], actor.name
    for actor in (CAST.chen, CAST.mao, CAST.zhou, CAST.tang, CAST.qian, CAST.shen):
        assert seen_by(actor) == [], actor.name


def test_without_eyes_the_table_is_empty() -> None:
    component()
    assert Component.objects.unscoped("proof").count() == 0


def test_an_inspection_says_how_it_was_found_and_when_it_is_due_again() -> None:
    row = component()
    later = MONDAY_10 + timedelta(days=20)
    found = services.inspect_component(
        CAST.lin, row.pk, condition=Condition.DAMAGED, remark="盖板开裂", file_ids=(), at=later
    )
    assert (found.condition, found.inspected_at) == (Condition.DAMAGED, later)
    assert found.inspect_due_on == TODAY + timedelta(days=50)
    assert entries(row)[0] == ("inspected", "盖板开裂")


def test_the_same_inspection_sent_twice_is_one() -> None:
    row, entry_id = component(), replace(CAST.lin).person_id
    for _ in range(2):
        services.inspect_component(
            CAST.lin,
            row.pk,
            condition=Condition.GOOD,
            remark="",
            file_ids=(),
            entry_id=entry_id,
            at=MONDAY_10,
        )
    assert [deed for deed, _ in entries(row)].count("inspected") == 1


def test_the_keeper_writes_down_what_was_repaired() -> None:
    row = component()
    services.maintain_component(
        CAST.feng,
        row.pk,
        condition=Condition.GOOD,
        remark="更换盖板",
        cost_yuan=Decimal("380.50"),
        file_ids=(),
        at=MONDAY_10,
    )
    with eyes(CAST.feng):
        newest = queries.entries_of(row.pk)[0]
    assert (newest.deed, newest.cost_yuan, newest.unit_id) == ("maintained", Decimal("380.50"), WATER)
    with pytest.raises(refusals.ComponentNotFound):
        services.maintain_component(
            CAST.qian,
            row.pk,
            condition=Condition.GOOD,
            remark="更换",
            cost_yuan=None,
            file_ids=(),
            at=MONDAY_10,
        )


def test_life_goes_by_its_table_with_a_reason_and_a_retired_one_is_not_inspected() -> None:
    row = component()
    row = services.set_component_life(
        CAST.wu, row.pk, Deed.RETIRED, reason="道路改造拆除", version=row.version, at=MONDAY_10
    )
    assert (row.life, row.life_reason) == (Life.RETIRED, "道路改造拆除")
    with pytest.raises(refusals.LifeRefused):
        services.inspect_component(
            CAST.lin, row.pk, condition=Condition.GOOD, remark="", file_ids=(), at=MONDAY_10
        )
    with pytest.raises(refusals.LifeRefused):
        services.set_component_life(
            CAST.wu, row.pk, Deed.SUSPENDED, reason="停用", version=row.version, at=MONDAY_10
        )
    row = services.set_component_life(
        CAST.wu, row.pk, Deed.RESTORED, reason="误登记", version=row.version, at=MONDAY_10
    )
    assert (row.life, row.life_reason) == (Life.IN_USE, "")


def test_of_two_who_change_it_the_second_is_told_and_the_log_names_what_changed() -> None:
    row = component()
    facts = ComponentFacts(
        name="换过的井盖", keeper_unit_id=WATER, value_yuan=Decimal("1200.00"), inspect_days=10
    )
    moved = position(*inside(GRID_2), datum=Datum.WGS84)
    changed = services.change_component(
        CAST.wu, row.pk, facts, position=moved, version=row.version, remark="核对", at=MONDAY_10
    )
    assert (changed.scope_code, changed.inspect_due_on) == (GRID_2, TODAY + timedelta(days=10))
    with pytest.raises(StaleVersion):
        services.change_component(
            CAST.wu, row.pk, facts, position=None, version=row.version, remark="", at=MONDAY_10
        )
    with eyes(CAST.wu):
        told = queries.entries_of(row.pk)[0].facts
    assert told["name"] == ["春江路口上水井盖", "换过的井盖"]
    assert told["scope_code"] == [GRID_1, GRID_2]
    assert "value_yuan" not in told


def test_lists_are_narrowed_and_go_on_behind_their_cursor() -> None:
    codes = [component().code for _ in range(3)] + [component(kind=LAMP, name="路灯", inspect_days=5).code]
    assert seen_by(CAST.wu) == sorted(codes)
    assert seen_by(CAST.wu, ComponentFilter(kind="01")) == sorted(codes)
    assert seen_by(CAST.wu, ComponentFilter(kind=LAMP)) == codes[3:]
    assert seen_by(CAST.wu, ComponentFilter(words="路灯")) == codes[3:]
    assert seen_by(CAST.wu, ComponentFilter(words=codes[1])) == [codes[1]]
    assert seen_by(CAST.wu, ComponentFilter(area_code=GRID_2)) == []
    assert seen_by(CAST.wu, ComponentFilter(unit_id=WATER)) == sorted(codes)
    assert seen_by(CAST.wu, ComponentFilter(is_due=True)) == []
    assert seen_by(CAST.wu, ComponentFilter(state=("damaged", "retired"))) == []
    with eyes(CAST.wu):
        for order, expected in [(ComponentOrder.CODE, sorted(codes)), (ComponentOrder.DUE, None)]:
            walked, cursor = [], None
            while True:
                page = queries.list_components(
                    CAST.wu, ComponentFilter(), on=TODAY, order=order, cursor=cursor, size=2
                )
                walked += [row.code for row in page.rows]
                cursor = page.next_cursor
                if cursor is None:
                    break
            assert walked == expected if expected else walked[0] == codes[3] and len(set(walked)) == 4


def test_words_over_a_whole_county_need_bounds() -> None:
    with pytest.raises(refusals.SearchTooWide):
        seen_by(CAST.sun, ComponentFilter(words="井盖"))
    component()
    assert len(seen_by(CAST.sun, ComponentFilter(words="井盖", kind=COVER))) == 1


def test_the_nearest_come_nearest_first_and_only_from_ones_own_area() -> None:
    near, far, neighbours = component(east=0.45), component(east=0.9), component(GRID_2, east=0.01)
    lon, lat = inside(GRID_1, east=0.5)
    with eyes(CAST.wu):
        found = nearest(CAST.wu, Component, lon, lat, within_m=2000, limit=10)
    assert [one.thing.pk for one in found] == [near.pk, far.pk, neighbours.pk]
    assert found[0].distance_m == pytest.approx(48.9, abs=0.5)
    with eyes(CAST.lin):
        assert {one.thing.pk for one in nearest(CAST.lin, Component, lon, lat, within_m=2000, limit=10)} == {
            near.pk,
            far.pk,
        }
    with eyes(CAST.feng):
        assert len(nearest(CAST.feng, Component, lon, lat, within_m=2000, limit=10)) == 3
    with eyes(CAST.qian):
        assert nearest(CAST.qian, Component, lon, lat, within_m=2000, limit=10) == []
    with eyes(CAST.wu):
        assert len(nearest(CAST.wu, Component, lon, lat, within_m=100, limit=10)) == 1
        assert nearest(CAST.wu, Component, lon, lat, within_m=2000, limit=10, kinds=[LAMP]) == []


def test_anybody_reads_the_card_of_a_thing_whose_number_they_hold() -> None:
    row = component()
    with eyes(CAST.public):
        card = queries.card_by_code(row.code)
        assert (card.type_name, card.area_code, card.is_retired) == ("上水井盖", GRID_1, False)
        with pytest.raises(refusals.ComponentNotFound):
            queries.card_by_code("4309020101999999")
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from ledger_component")
            assert cursor.fetchone() == (0,)


def test_a_foreign_desk_neither_changes_nor_learns_of_it() -> None:
    row = component(FOREIGN_GRID, actor=CAST.tang)
    with pytest.raises(refusals.ComponentNotFound):
        services.set_component_life(CAST.wu, row.pk, Deed.RETIRED, reason="拆除", version=1, at=MONDAY_10)


def test_who_sees_it_by_its_unit_alone_does_not_take_the_unit_off() -> None:
    row = component(FOREIGN_GRID, actor=CAST.tang, keeper_unit_id=CAST.wu.unit_id)
    with pytest.raises(refusals.PartGivenUp):
        services.change_component(
            CAST.wu, row.pk, ComponentFacts(), position=None, version=1, remark="", at=MONDAY_10
        )
    kept = ComponentFacts(name="代管井盖", keeper_unit_id=CAST.wu.unit_id)
    assert (
        services.change_component(
            CAST.wu, row.pk, kept, position=None, version=1, remark="", at=MONDAY_10
        ).version
        == 2
    )
