"""The matrix chooses, is read back from words, and says what is wrong with it. No database."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jingwei.domains.routing.contracts import Case, DutyLine, ItemBrief, NewLine, Village
from jingwei.domains.routing.rules.duties import (
    Matrix,
    Party,
    choice_of,
    choose,
    fits,
    is_relieved,
    matrix_of,
    party_of,
    resolve,
)
from jingwei.domains.routing.rules.duty_cells import (
    hours_cell,
    level_cell,
    party_words,
    party_written,
    prefix_cell,
    village_cell,
)
from jingwei.domains.routing.rules.duty_faults import Conflict, conflicts_in, gaps_in, line_faults, missing_in
from jingwei.foundation.access.contracts import CENTRE, UnitBrief
from jingwei.foundation.imports.contracts import BadCell

CITY, COUNTY, TOWN, VILLAGE = "4309", "430902", "430902005", "430902005001"
KINDS = {"城市管理": "urban_management", "公安": "public_security", "乡镇（街道）": "township"}
KEYS = set(KINDS.values())
DAY = Case("010101", VILLAGE + "001", level=12, is_working=True, minute=600)


def unit(kind: str, area: str, code: str = "") -> UnitBrief:
    return UnitBrief(uuid4(), f"{area}{kind}", kind, area, None, code or f"{area}-{kind}")


SERVING = [
    unit(CENTRE, VILLAGE),
    unit("township", TOWN),
    unit("urban_management", COUNTY),
    unit("public_security", COUNTY),
    unit("urban_management", CITY),
]


def matrix(*lines: NewLine) -> Matrix:
    return matrix_of(
        1,
        "清单",
        [
            DutyLine(
                **{name: getattr(line, name) for name in NewLine.__dataclass_fields__}, line_id=no, no=no
            )
            for no, line in enumerate(lines, 1)
        ],
    )


def item(code: str = "010101") -> ItemBrief:
    return ItemBrief(
        1, code, "市容环境", "环境卫生", "暴露垃圾", "sanitation", "2h", "1d", "4h", frozenset(), False
    )


def number(line: DutyLine | None) -> int:
    return line.no if line else 0


@pytest.mark.parametrize(
    ("line", "does_fit"),
    [
        (NewLine(lead="x"), True),
        (NewLine(lead="x", item_prefix="01"), True),
        (NewLine(lead="x", item_prefix="0102"), False),
        (NewLine(lead="x", area_code=TOWN), True),
        (NewLine(lead="x", area_code="430903"), False),
        (NewLine(lead="x", level=12), True),
        (NewLine(lead="x", level=6), False),
        (NewLine(lead="x", hours="working"), True),
        (NewLine(lead="x", hours="off"), False),
        (NewLine(lead="x", hours="10:00-10:01"), True),
        (NewLine(lead="x", hours="22:00-06:00"), False),
    ],
)
def test_a_line_fits_only_where_all_its_conditions_hold(line: NewLine, does_fit: bool) -> None:
    assert fits(line, DAY) is does_fit


@pytest.mark.parametrize(
    ("minute", "is_night"), [(1319, False), (1320, True), (0, True), (359, True), (360, False)]
)
def test_a_stretch_over_midnight_begins_and_ends_to_the_minute(minute: int, is_night: bool) -> None:
    assert fits(NewLine(lead="x", hours="22:00-06:00"), replace(DAY, minute=minute)) is is_night


def test_the_first_line_in_order_decides_whatever_its_prefix() -> None:
    lines = [
        NewLine(lead="a", item_prefix="0101", hours="off"),
        NewLine(lead="b"),
        NewLine(lead="c", item_prefix="010101"),
    ]
    assert number(choose(matrix(*lines), DAY)) == 2
    assert number(choose(matrix(*lines), replace(DAY, is_working=False))) == 1
    assert choose(matrix(lines[0]), DAY) is None


CONDITIONS = st.builds(
    NewLine,
    lead=st.just("township"),
    item_prefix=st.sampled_from(["", "01", "0101", "010101", "02"]),
    area_code=st.sampled_from(["", CITY, COUNTY, TOWN]),
    level=st.sampled_from([0, 6, 12]),
    hours=st.sampled_from(["", "working", "off", "08:00-12:00", "22:00-06:00"]),
)
CASES = st.builds(
    Case,
    item_code=st.sampled_from(["010101", "010102", "020101"]),
    area_code=st.sampled_from([VILLAGE, "430902006001", "430903001001"]),
    level=st.sampled_from([6, 9, 12]),
    is_working=st.booleans(),
    minute=st.integers(0, 1439),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CONDITIONS, max_size=8), st.lists(CASES, min_size=1, max_size=6))
def test_choosing_by_prefix_is_choosing_by_order_and_dead_lines_never_decide(
    lines: list[NewLine], cases: list[Case]
) -> None:
    made = matrix(*lines)
    dead = {one.no for one in conflicts_in(made) if one.is_dead}
    for case in cases:
        plainly = next((line for line in made.lines if fits(line, case)), None)
        assert choose(made, case) == plainly
        assert number(plainly) not in dead


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CONDITIONS, max_size=6), CASES)
def test_where_no_gap_is_reported_somebody_is_chosen(lines: list[NewLine], case: Case) -> None:
    made = matrix(*lines)
    gaps = gaps_in(made, [item(case.item_code)], top=CITY, parts_of=lambda code: [])
    if not gaps:
        assert choose(made, case) is not None
    elif choose(made, replace(case, area_code=CITY)) is None and case.level in (6, 12):
        assert case.level in gaps[0].levels


def test_parties_mean_the_nearest_the_level_or_exactly_one_unit() -> None:
    assert resolve(party_of("urban_management"), SERVING) == SERVING[2]
    assert resolve(party_of("urban_management@4"), SERVING) == SERVING[4]
    assert resolve(party_of(f"={COUNTY}-public_security"), SERVING) == SERVING[3]
    assert resolve(party_of("fire"), SERVING) is None
    with pytest.raises(ValueError, match="城管"):
        party_of("城管")
    assert party_of("=X") == Party(unit_code="X")


def test_a_choice_has_its_line_its_units_and_its_limits_and_falls_back_to_the_item() -> None:
    line = NewLine(
        lead="urban_management", assists=("public_security", "fire", "urban_management@6"), handle_limit="4h"
    )
    found = choice_of(matrix(line), DAY, SERVING, item_kind="township")
    assert (found.lead, found.assists, found.handle_limit) == (SERVING[2], (SERVING[3],), "4h")
    gap = choice_of(matrix(replace(line, item_prefix="02")), DAY, SERVING, item_kind="township")
    assert (gap.line, gap.lead, gap.list_name) == (None, SERVING[1], "清单")
    assert choice_of(None, DAY, SERVING, item_kind="").lead is None


@pytest.mark.parametrize(
    ("village", "refused"), [("", False), ("self", False), ("assist", True), ("relieved", True)]
)
def test_only_the_villages_own_centre_is_protected_by_its_lists(village: str, refused: bool) -> None:
    found = choice_of(matrix(NewLine(lead="township", village=village)), DAY, SERVING, item_kind="")
    assert is_relieved(found, SERVING[0]) is refused
    assert not is_relieved(found, SERVING[1])
    assert not is_relieved(found, unit("property_company", VILLAGE))


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (NewLine(lead="township", item_prefix="011"), "item_prefix"),
        (NewLine(lead="township", area_code="43"), "area_code"),
        (NewLine(lead="township", level=5), "level"),
        (NewLine(lead="township", level=6, area_code=VILLAGE), "level"),
        (NewLine(lead="township", hours="25:00-06:00"), "hours"),
        (NewLine(lead="township", hours="06:00-06:00"), "hours"),
        (NewLine(lead="moon"), "lead"),
        (NewLine(lead="=nowhere"), "lead"),
        (NewLine(lead="城管"), "lead"),
        (NewLine(lead="township", assists=("township",)), "assists"),
        (NewLine(lead="township", assists=tuple(KEYS) + ("=A",) * 5), "assists"),
        (NewLine(lead="township", handle_limit="1x"), "handle_limit"),
        (NewLine(lead="township", assist_limit="一天"), "assist_limit"),
        (NewLine(lead="township", village="perhaps"), "village"),
        (NewLine(lead="centre@12", village=Village.RELIEVED), "lead"),
        (NewLine(lead="township", basis="据" * 301), "basis"),
    ],
)
def test_each_fault_of_a_line_is_named_at_its_column(line: NewLine, column: str) -> None:
    assert column in {fault.column for fault in line_faults(line, kinds=KEYS, codes={"A"})}


def test_a_good_line_has_no_fault() -> None:
    line = NewLine(
        "centre@9", "0101", COUNTY, 6, "22:00-06:00", ("=A", "township"), "4h", "1d", "assist", "依据"
    )
    assert line_faults(line, kinds=KEYS, codes={"A"}) == []


def test_a_special_line_before_a_general_one_is_no_conflict_and_the_other_way_round_is() -> None:
    special, general = NewLine(lead="a", item_prefix="010101"), NewLine(lead="b", item_prefix="01")
    assert conflicts_in(matrix(special, general)) == []
    assert conflicts_in(matrix(general, special)) == [Conflict(2, 1, is_dead=True)]
    by_area, by_hour = NewLine(lead="a", area_code=COUNTY), NewLine(lead="b", hours="off")
    assert conflicts_in(matrix(by_area, by_hour)) == [Conflict(2, 1, is_dead=False)]
    assert conflicts_in(matrix(by_area, replace(by_hour, lead="a"))) == []


def test_gaps_name_the_widest_areas_the_levels_and_the_hours() -> None:
    below = {CITY: [COUNTY, "430903"], COUNTY: [TOWN, "430902006"]}
    made = matrix(
        NewLine(lead="a", area_code="430903"),
        NewLine(lead="a", area_code=TOWN, hours="working"),
        NewLine(lead="a", area_code=COUNTY, level=6),
    )
    (gap,) = gaps_in(made, [item()], top=CITY, parts_of=lambda code: below.get(code, []))
    assert gap.areas == (COUNTY, "430902006")
    assert gap.levels == (4, 9, 12)
    assert gap.hours == ("off", "working")
    assert gaps_in(matrix(NewLine(lead="a")), [item()], top=CITY, parts_of=lambda code: []) == []


def test_a_unit_that_a_county_does_not_have_is_missing_there() -> None:
    made = matrix(
        NewLine(lead="public_security"), NewLine(lead="township@9"), NewLine(lead="fire", area_code=TOWN)
    )
    found = missing_in(made, {COUNTY: SERVING[2:], "430903": SERVING[4:]})
    assert [(one.no, one.areas) for one in found] == [(1, ("430903",)), (3, (COUNTY,))]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("城市管理", "urban_management"),
        ("城市管理@区县", "urban_management@6"),
        ("公安（市）", "public_security@4"),
        ("乡镇（街道）", "township"),
        ("乡镇（街道）@乡镇", "township@9"),
        ("综治中心@街道", "centre@9"),
        ("＝430902-water", "=430902-water"),
        ("月球局", "月球局"),
    ],
)
def test_parties_are_read_as_people_write_them(cell: str, written: str) -> None:
    assert party_written(cell, KINDS) == written


@pytest.mark.parametrize("written", ["urban_management", "township@9", "centre@12", "=ABC"])
def test_what_a_sheet_shows_of_a_party_is_read_back(written: str) -> None:
    assert party_written(party_words(written, {key: name for name, key in KINDS.items()}), KINDS) == written


def test_cells_are_read_and_refused_with_what_would_be_right() -> None:
    assert [prefix_cell("1"), prefix_cell("10101"), prefix_cell("0101")] == ["01", "010101", "0101"]
    assert [level_cell("街道"), level_cell("市"), level_cell("全部")] == [9, 4, 0]
    assert [hours_cell("工作时间"), hours_cell("22：00—6:00"), hours_cell("全天")] == [
        "working",
        "22:00-06:00",
        "",
    ]
    assert [village_cell("不承担"), village_cell("self")] == ["relieved", "self"]
    for read, cell in (
        (prefix_cell, "1234567"),
        (level_cell, "省"),
        (hours_cell, "晚上"),
        (village_cell, "也许"),
    ):
        with pytest.raises(BadCell):
            read(cell)
