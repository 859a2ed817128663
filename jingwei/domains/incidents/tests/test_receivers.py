"""Receivers for dispatch: who serves the place, the responsible kind first, with what they have in hand."""

import pytest

from jingwei.domains.incidents import queries
from jingwei.domains.incidents.queries.receivers import as_corrected
from jingwei.domains.incidents.rules.receiving import Fullness, Load, Receiver
from jingwei.domains.incidents.tests.walking import SIGNBOARD, Walk, reported, tipped
from jingwei.foundation.access.contracts import CENTRE, Actor
from jingwei.foundation.scoping import eyes
from tests.cast import (
    CAST,
    COMMUNITY,
    COUNTY,
    FOREIGN_GRID,
    FOREIGN_URBAN,
    URBAN,
    WATER,
    centre,
    inside,
)

pytestmark = pytest.mark.django_db


def receivers(walk: Walk, by: Actor = CAST.wu, words: str = "", hours: float = 0) -> list[Receiver]:
    at = walk.later(hours=hours) if hours else walk.at
    with eyes(by):
        return queries.receivers_for(queries.incident_for(by, walk.case), words=words, at=at)


def test_the_responsible_kind_comes_first_and_centres_last() -> None:
    found = receivers(reported().accepted(item_code="010103"))
    assert found[0].unit.unit_id == URBAN
    assert found[0].is_responsible
    assert [one.unit.kind == CENTRE for one in found] == sorted(one.unit.kind == CENTRE for one in found)


def test_only_units_that_serve_the_place_and_centres_from_the_one_in_charge_down() -> None:
    units = {one.unit.unit_id for one in receivers(reported().accepted())}
    assert FOREIGN_URBAN not in units
    assert {URBAN, WATER, centre(COMMUNITY)} <= units
    assert centre(COUNTY) not in units


def test_every_receiver_shown_can_be_dispatched_to() -> None:
    for receiver in receivers(reported().accepted()):
        reported().accepted().dispatched(unit_id=receiver.unit.unit_id)


def test_the_unit_the_report_is_about_is_not_proposed() -> None:
    walk = reported(about_unit_id=WATER)
    by = next(one for one in (CAST.sun, CAST.he) if one.unit_id == walk.row.centre_id)
    walk.accepted(by=by)
    units = {one.unit.unit_id for one in receivers(walk, by=by)}
    assert URBAN in units
    assert WATER not in units


def test_words_narrow_the_names() -> None:
    walk = reported().accepted()
    (one,) = [r for r in receivers(walk) if r.unit.unit_id == WATER]
    assert {r.unit.unit_id for r in receivers(walk, words=one.unit.name[:2])} >= {WATER}
    assert receivers(walk, words="没有这样的单位") == []


def test_the_whole_load_of_a_unit_counts_also_what_the_asker_cannot_see() -> None:
    elsewhere = reported().accepted().dispatched()
    elsewhere.taken()
    walk = reported().accepted()
    load = receivers(walk)[0].load
    assert (load.open, load.overdue) == (1, 0)
    assert load.people == 2
    late = receivers(walk, hours=24 * 10)[0].load
    assert (late.open, late.overdue, late.due_soon) == (1, 1, 0)


def test_a_tip_in_a_units_hands_does_not_show_in_its_load() -> None:
    tipped().accepted(CAST.sun).dispatched(CAST.sun)
    assert receivers(reported().accepted())[0].load.open == 0


def test_what_is_handled_no_longer_weighs() -> None:
    reported().accepted().dispatched().taken().handled()
    assert receivers(reported().accepted())[0].load.open == 0


@pytest.mark.parametrize(
    ("load", "fullness"),
    [
        (Load(people=0, open=2), Fullness.NOBODY),
        (Load(people=2), Fullness.LIGHT),
        (Load(people=2, open=8, due_soon=4), Fullness.LIGHT),
        (Load(people=1, open=6, overdue=1, due_soon=2), Fullness.NORMAL),
        (Load(people=1, open=9, overdue=4, due_soon=1), Fullness.FULL),
    ],
)
def test_how_full_hands_are(load: Load, fullness: Fullness) -> None:
    assert load.fullness is fullness


def test_a_units_usual_number_is_what_it_had_at_once_over_the_last_weeks() -> None:
    """Two matters for the whole of ten days, one of them handled half-way: one and a half, which is two."""
    for days in (0, 5):
        walk = reported().accepted().dispatched().taken()
        if days:
            walk.later(days=days)
            walk.handled()
    later = reported().accepted()
    (one,) = [r for r in receivers(later, hours=240) if r.unit.unit_id == URBAN]
    assert (one.load.open, one.load.usual) == (1, 2)
    (fresh,) = [r for r in receivers(later) if r.unit.unit_id == WATER]
    assert fresh.load.usual is None


def test_tips_are_in_no_usual_number() -> None:
    tipped().accepted(CAST.sun).dispatched(CAST.sun)
    walk = reported().accepted()
    (one,) = [r for r in receivers(walk, hours=240) if r.unit.unit_id == URBAN]
    assert one.load.usual is None


def test_receivers_can_be_asked_for_what_the_matter_is_about_to_be_corrected_to() -> None:
    walk = reported().accepted(item_code="010103")
    lon, lat = inside(FOREIGN_GRID)
    with eyes(CAST.wu):
        there = as_corrected(queries.incident_for(CAST.wu, walk.case), "", (lon, lat))
        units = {one.unit.unit_id for one in queries.receivers_for(there, words="", at=walk.at)}
        other = as_corrected(queries.incident_for(CAST.wu, walk.case), SIGNBOARD, None)
    assert FOREIGN_URBAN in units
    assert URBAN not in units
    assert other.item_code == SIGNBOARD
    assert walk.row.scope_code.startswith(COMMUNITY)
