"""House plans 楼盘图: a building's units, floors and rooms as data, and the houses that follow from them.

A plan says the regular part in a few numbers and then what is different: rooms that do not exist, flats made of
several rooms, shops on the ground floor, floors that are not counted. Nothing here knows the database.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jingwei.domains.dwellings.rules.addresses import part
from jingwei.domains.dwellings.rules.refusals import BadPlan

MOST_UNITS, MOST_ROOMS, MOST_HOUSES = 30, 40, 2000
LOWEST, HIGHEST = -5, 130
MOST_DIFFERENT = 400
LABEL = re.compile(r"[0-9A-Z甲乙丙丁]{1,4}")
SHOP = "门面"


@dataclass(frozen=True, slots=True)
class Unit:
    """One entrance: floors ``first`` to ``last`` with ``rooms`` on each. ``label`` is empty where a building has one only."""

    label: str
    first: int
    last: int
    rooms: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A building's plan. ``uncounted`` floors do not exist by their number (13, 14). ``shops`` stand on the ground floor.

    ``missing`` and ``merged`` name rooms by ``unit/room``; of a merged flat the first room gives the number.
    """

    units: tuple[Unit, ...]
    uncounted: tuple[int, ...] = ()
    shops: int = 0
    missing: tuple[str, ...] = ()
    merged: tuple[tuple[str, ...], ...] = ()


EMPTY = Plan(())


@dataclass(frozen=True, slots=True)
class Slot:
    """One place on the plan: where it is drawn, how many rooms wide, and what it is called."""

    unit: str
    floor: int
    at: int
    span: int
    room: str
    is_shop: bool = False
    also: tuple[str, ...] = field(default=())

    @property
    def key(self) -> str:
        return key_of(self.unit, self.room)


def key_of(unit: str, room: str) -> str:
    """How a plan names a room."""
    return f"{unit}/{room}"


def room_label(floor: int, number: int) -> str:
    """The usual number of a room: 501, 1203; below the ground B101."""
    return f"B{-floor}{number:02d}" if floor < 0 else f"{floor}{number:02d}"


def floors_of(unit: Unit, plan: Plan) -> list[int]:
    """Floors from the top down, as they are drawn; there is no floor 0."""
    return [one for one in range(unit.last, unit.first - 1, -1) if one != 0 and one not in plan.uncounted]


def slots_of(plan: Plan) -> list[Slot]:
    """Every house the plan foresees, top floor first, left to right. Raises: BadPlan."""
    _check(plan)
    missing = set(plan.missing)
    groups = {group[0]: group for group in plan.merged}
    swallowed = {one for group in plan.merged for one in group[1:]}
    found: list[Slot] = []
    known: set[str] = set()
    for unit in plan.units:
        for floor in floors_of(unit, plan):
            for number in range(1, unit.rooms + 1):
                room = room_label(floor, number)
                key = key_of(unit.label, room)
                known.add(key)
                if key in missing or key in swallowed:
                    continue
                group = groups.get(key, (key,))
                also = tuple(one.split("/", 1)[1] for one in group[1:])
                found.append(Slot(unit.label, floor, number, _span(group), room, also=also))
    found += [Slot("", 1, number, 1, f"{SHOP}{number}", is_shop=True) for number in range(1, plan.shops + 1)]
    strange = sorted((missing | swallowed | set(groups)) - known)
    if strange:
        raise BadPlan(reason=f"没有房间“{strange[0]}”", reason_en=f"there is no room “{strange[0]}”")
    if len(found) > MOST_HOUSES:
        raise BadPlan(
            reason=f"共{len(found)}套，一栋最多{MOST_HOUSES}套",
            reason_en=f"{len(found)} houses, {MOST_HOUSES} at most in one building",
        )
    return found


def read_plan(data: Mapping[str, Any]) -> Plan:
    """A plan as it is kept. Raises: BadPlan."""
    plan = Plan(
        units=tuple(
            Unit(part("unit", str(one["label"])), int(one["first"]), int(one["last"]), int(one["rooms"]))
            for one in data.get("units", ())
        ),
        uncounted=tuple(sorted({int(one) for one in data.get("uncounted", ())})),
        shops=int(data.get("shops", 0)),
        missing=tuple(dict.fromkeys(str(one) for one in data.get("missing", ()))),
        merged=tuple(tuple(str(one) for one in group) for group in data.get("merged", ())),
    )
    _check(plan)
    return plan


def kept_plan(plan: Plan) -> dict[str, Any]:
    """A plan as JSON takes it."""
    return {
        "units": [
            {"label": one.label, "first": one.first, "last": one.last, "rooms": one.rooms}
            for one in plan.units
        ],
        "uncounted": list(plan.uncounted),
        "shops": plan.shops,
        "missing": list(plan.missing),
        "merged": [list(group) for group in plan.merged],
    }


def placed(plan: Plan, houses: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Slot]:
    """Where registered houses (unit, room) are drawn; those the plan does not foresee stand behind the others of a floor.

    The floor of such a house is read from its room number: 3007 stands on 30, 507 on 5, what says nothing on the ground.
    """
    slots = {(one.unit, one.room): one for one in slots_of(plan)} if plan.units or plan.shops else {}
    found: dict[tuple[str, str], Slot] = {}
    behind: dict[tuple[str, int], int] = {}
    for slot in slots.values():
        here = (slot.unit, slot.floor)
        behind[here] = max(behind.get(here, 0), slot.at + slot.span - 1)
    for unit, room in houses:
        if (unit, room) in slots:
            found[unit, room] = slots[unit, room]
            continue
        floor = floor_of(room)
        behind[unit, floor] = behind.get((unit, floor), 0) + 1
        found[unit, room] = Slot(unit, floor, behind[unit, floor], 1, room)
    return found


def floor_of(room: str) -> int:
    """Which floor a room number says; the ground floor where it says none."""
    below = re.fullmatch(r"B([0-9])[0-9]{2}", room)
    if below:
        return -int(below[1])
    number = re.match(r"([0-9]{1,3})[0-9]{2}(?![0-9])", room)
    return int(number[1]) if number and 0 < int(number[1]) <= HIGHEST else 1


def _span(group: Sequence[str]) -> int:
    return len(group)


def _check(plan: Plan) -> None:
    """Raises: BadPlan with the part that is wrong."""
    labels = [one.label for one in plan.units]
    if len(labels) > MOST_UNITS:
        _refuse(f"单元最多{MOST_UNITS}个", f"{MOST_UNITS} units at most")
    if len(set(labels)) != len(labels) or (len(labels) > 1 and "" in labels):
        _refuse("每个单元要有不同的编号", "every unit needs a label of its own")
    for one in plan.units:
        if one.label and not LABEL.fullmatch(one.label):
            _refuse(f"单元“{one.label}”只能用数字、字母或甲乙丙丁", f"“{one.label}” is no label of a unit")
        if not LOWEST <= one.first <= one.last <= HIGHEST:
            _refuse(
                f"楼层应在{LOWEST}至{HIGHEST}之间，且起始层不高于最高层",
                f"floors lie between {LOWEST} and {HIGHEST}, the first not above the last",
            )
        if not 1 <= one.rooms <= MOST_ROOMS:
            _refuse(f"每层应有1至{MOST_ROOMS}户", f"1 to {MOST_ROOMS} rooms on a floor")
    if not 0 <= plan.shops <= MOST_ROOMS:
        _refuse(f"门面最多{MOST_ROOMS}间", f"{MOST_ROOMS} shops at most")
    if len(plan.missing) + sum(len(group) for group in plan.merged) > MOST_DIFFERENT:
        _refuse(f"更正最多{MOST_DIFFERENT}处", f"{MOST_DIFFERENT} corrections at most")
    seen: set[str] = set(plan.missing)
    for group in plan.merged:
        if len(group) < 2 or any(one in seen for one in group) or len(set(group)) != len(group):
            _refuse(
                "合并至少要两间，且一间只能合并一次、不能同时标为没有",
                "a merged flat takes two rooms at least, each once and none that is missing",
            )
        if not _are_neighbours(group):
            _refuse("只能合并同一单元同一层相邻的房间", "only neighbouring rooms of one floor are merged")
        seen |= set(group)


def _are_neighbours(group: Sequence[str]) -> bool:
    units = {one.partition("/")[0] for one in group}
    rooms = [one.partition("/")[2] for one in group]
    if len(units) != 1 or not all(re.fullmatch(r"B?[0-9]{3,5}", one) for one in rooms):
        return False
    numbers = [int(one[-2:]) for one in rooms]
    return len({one[:-2] for one in rooms}) == 1 and numbers == list(
        range(numbers[0], numbers[0] + len(numbers))
    )


def _refuse(reason: str, reason_en: str) -> None:
    raise BadPlan(reason=reason, reason_en=reason_en)
