"""Accepting, and correcting item and place."""

from datetime import timedelta

import pytest

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.refusals import ItemMissing, NotYours, RemarkMissing, StepRefused
from jingwei.domains.incidents.services import Correction
from jingwei.domains.incidents.tests.walking import RUBBISH, SIGNBOARD, Walk, can_see, reported, spot
from jingwei.domains.routing.rules import ItemUnknown
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.areas.rules import OutsideCity
from jingwei.kernel.errors import Forbidden, NotFound
from jingwei.kernel.geo import Datum, Position, position
from tests.cast import (
    CAST,
    COMMUNITY,
    FAR_GRID,
    FOREIGN_GRID,
    GRID_1,
    GRID_2,
    GRID_3,
    MONDAY_10,
    OTHER_COMMUNITY,
    OTHER_COUNTY,
    OTHER_TOWNSHIP,
    centre,
)

pytestmark = pytest.mark.django_db


def corrected(
    walk: Walk,
    by: Actor,
    *,
    place: Position | None = None,
    item: str | None = None,
    address: str | None = None,
) -> Walk:
    correction = Correction(item_code=item, position=place, address=address)
    services.correct_incident(by, walk.case, correction, remark="现场核实后更正", at=walk.later())
    return walk


def test_accepting_settles_the_item_and_starts_the_dispatch_clock() -> None:
    walk = reported()
    row = services.accept_incident(CAST.wu, walk.case, item_code=RUBBISH, at=walk.later())
    assert (row.state, row.version, row.item_code) == (State.ACCEPTED, 2, RUBBISH)
    assert row.accepted_at == walk.at
    assert row.due_at == MONDAY_10 + timedelta(
        hours=4, minutes=10
    )  # 10:10 to noon, and ten minutes from 14:00


def test_the_chief_grid_head_may_accept_for_the_centre() -> None:
    assert reported().accepted(CAST.luo).row.state == State.ACCEPTED


def test_an_item_named_in_the_report_need_not_be_named_again() -> None:
    walk = reported(item_code=RUBBISH)
    assert services.accept_incident(CAST.wu, walk.case, at=walk.later()).item_code == RUBBISH


def test_accepting_without_an_item_is_refused() -> None:
    walk = reported()
    with pytest.raises(ItemMissing, match="请选择事项"):
        services.accept_incident(CAST.wu, walk.case, at=walk.later())
    with pytest.raises(ItemUnknown):
        services.accept_incident(CAST.wu, walk.case, item_code="999999", at=walk.later())
    assert (walk.row.state, walk.row.version) == (State.REPORTED, 1)


def test_an_urgent_item_makes_the_matter_urgent() -> None:
    row = reported().accepted(item_code=SIGNBOARD).row
    assert row.is_urgent
    assert row.due_at - row.accepted_at == timedelta(hours=1)


def test_only_the_centre_in_charge_accepts() -> None:
    walk = reported()
    for above in (CAST.zhao, CAST.sun, CAST.he):
        with pytest.raises(NotYours, match="综治中心"):
            walk.accepted(above)
    for outside in (CAST.mao, CAST.zhou, CAST.tang):
        with pytest.raises(NotFound):
            walk.accepted(outside)
    for without in (CAST.lin, CAST.qian, CAST.li, CAST.cao, CAST.gao):
        with pytest.raises(Forbidden):
            walk.accepted(without)


def test_what_is_accepted_cannot_be_accepted_again() -> None:
    walk = reported().accepted()
    with pytest.raises(StepRefused, match=r"“待派遣”，不能执行“受理”。可执行：.*派遣"):
        walk.accepted()


def test_correcting_needs_a_reason() -> None:
    walk = reported()
    with pytest.raises(RemarkMissing, match="更正"):
        services.correct_incident(CAST.wu, walk.case, Correction(RUBBISH), remark=" 错 ", at=walk.later())


def test_correcting_the_item_keeps_the_clock_running() -> None:
    walk = reported().accepted()
    due_at = walk.row.due_at
    row = corrected(walk, CAST.wu, item="010102").row
    assert (row.item_code, row.due_at, row.state) == ("010102", due_at, State.ACCEPTED)
    assert walk.steps[-1].facts == {"item_before": RUBBISH, "item": "010102"}


def test_correcting_the_address_leaves_the_place() -> None:
    walk = reported()
    row = corrected(walk, CAST.wu, address=" 迎春路20号 ").row
    assert (row.address, row.scope_code) == ("迎春路20号", GRID_1)


def test_a_place_in_the_next_grid_stays_with_the_centre() -> None:
    walk = reported()
    row = corrected(walk, CAST.wu, place=spot(GRID_2)).row
    assert (row.scope_code, row.grid_code, row.centre_area) == (GRID_2, GRID_2, COMMUNITY)
    assert can_see(CAST.chen, walk.case)
    assert not can_see(CAST.lin, walk.case)


@pytest.mark.parametrize(
    ("grid", "receiver", "receiver_area"),
    [
        (GRID_3, CAST.mao, OTHER_COMMUNITY),
        (FAR_GRID, None, "430902002001"),
        (FOREIGN_GRID, None, "430903001001"),
    ],
)
def test_a_place_elsewhere_hands_it_over_and_the_corrector_keeps_sight(
    grid: str, receiver: Actor | None, receiver_area: str
) -> None:
    walk = reported()
    due_at = walk.row.due_at
    corrected(walk, CAST.wu, place=spot(grid))
    row = walk.row
    assert (row.scope_code, row.centre_area, row.centre_id) == (grid, receiver_area, centre(receiver_area))
    assert row.due_at == due_at
    assert can_see(CAST.wu, walk.case)
    assert not can_see(CAST.lin, walk.case)
    with pytest.raises(NotYours):
        walk.accepted()
    if receiver is not None:
        assert walk.accepted(receiver).row.state == State.ACCEPTED


def test_a_township_hands_over_to_the_other_township() -> None:
    walk = reported().escalated()
    corrected(walk, CAST.zhao, place=spot(FAR_GRID))
    assert walk.row.centre_area == OTHER_TOWNSHIP
    assert can_see(CAST.zhou, walk.case)
    assert can_see(CAST.zhao, walk.case)
    assert walk.accepted(CAST.zhou).row.state == State.ACCEPTED


def test_a_county_hands_over_to_the_other_county() -> None:
    walk = reported(CAST.sun)
    assert not can_see(CAST.tang, walk.case)
    corrected(walk, CAST.sun, place=spot(FOREIGN_GRID))
    assert walk.row.centre_area == OTHER_COUNTY
    assert can_see(CAST.tang, walk.case)
    assert can_see(CAST.sun, walk.case)
    assert not can_see(CAST.zhao, walk.case)


def test_a_place_outside_the_city_is_refused_and_nothing_moves() -> None:
    walk = reported()
    with pytest.raises(OutsideCity):
        corrected(walk, CAST.wu, place=position(121.47, 31.23, datum=Datum.WGS84))
    assert (walk.row.version, len(walk.steps)) == (1, 1)


def test_correcting_ends_with_handling() -> None:
    walk = reported().accepted().dispatched().taken().handled()
    with pytest.raises(StepRefused):
        corrected(walk, CAST.wu, item="010102")
