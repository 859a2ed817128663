"""House plans: the regular part in a few numbers, then what is different."""

from typing import Any

import pytest

from jingwei.domains.dwellings.rules.plans import EMPTY, floor_of, kept_plan, placed, read_plan, slots_of
from jingwei.domains.dwellings.rules.refusals import BadPlan

TWO = {
    "units": [
        {"label": "1", "first": 1, "last": 6, "rooms": 2},
        {"label": "二单元", "first": 1, "last": 6, "rooms": 2},
    ]
}


def rooms(**more: Any) -> list[str]:
    return [one.key for one in slots_of(read_plan(TWO | more))]


def test_units_floors_and_rooms_make_the_houses_from_the_top_down() -> None:
    found = rooms()
    assert len(found) == 24
    assert found[:3] == ["1/601", "1/602", "1/501"]
    assert found[12] == "2/601"


def test_a_plan_says_what_is_missing_merged_and_for_shops() -> None:
    plan = read_plan(
        TWO | {"missing": ["1/101", "1/102"], "merged": [["2/501", "2/502"]], "shops": 3, "uncounted": [4]}
    )
    slots = {one.key: one for one in slots_of(plan)}
    assert len(slots) == 24 - 4 - 2 - 1 + 3
    assert "1/101" not in slots
    assert "1/401" not in slots
    assert "2/502" not in slots
    assert (slots["2/501"].span, slots["2/501"].also) == (2, ("502",))
    assert slots["/门面3"].is_shop
    assert slots["/门面3"].floor == 1
    assert read_plan(kept_plan(plan)) == plan


def test_below_the_ground_there_is_no_floor_zero() -> None:
    plan = read_plan({"units": [{"label": "", "first": -2, "last": 1, "rooms": 1}]})
    assert [one.room for one in slots_of(plan)] == ["101", "B101", "B201"]
    assert [floor_of(one) for one in ("B201", "1203", "507", "门面1", "A")] == [-2, 12, 5, 1, 1]


def test_houses_that_a_plan_does_not_foresee_are_drawn_behind_the_others_of_their_floor() -> None:
    found = placed(read_plan(TWO), [("1", "601"), ("1", "603"), ("3", "201")])
    assert (found["1", "603"].floor, found["1", "603"].at) == (6, 3)
    assert (found["3", "201"].floor, found["3", "201"].at) == (2, 1)
    assert placed(EMPTY, [("", "101")])["", "101"].floor == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"units": [{"label": "1", "first": 6, "last": 1, "rooms": 2}]},
        {"units": [{"label": "1", "first": 1, "last": 6, "rooms": 41}]},
        {"units": [{"label": "1", "first": 1, "last": 2, "rooms": 2}] * 2},
        {"units": [{"label": "楼", "first": 1, "last": 2, "rooms": 2}]},
        {"missing": ["1/999"]},
        {"merged": [["1/501"]]},
        {"merged": [["1/501", "1/602"]]},
        {"merged": [["1/501", "2/501"]]},
        {"merged": [["1/501", "1/502"]], "missing": ["1/502"]},
        {"units": [{"label": str(n), "first": 1, "last": 100, "rooms": 10} for n in range(3)]},
    ],
)
def test_a_plan_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadPlan):
        slots_of(read_plan(TWO | wrong))
