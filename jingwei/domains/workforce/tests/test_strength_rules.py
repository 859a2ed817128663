"""The structure by area, as a pure rule: what a grid has of its own, what its community gives it, and what is missing."""

from datetime import date

import pytest

from jingwei.domains.workforce.contracts import ForceKind, Ground, Standard, Tier
from jingwei.domains.workforce.rules.refusals import PersonalWords, StandardRefused
from jingwei.domains.workforce.rules.standard import DEFAULT_STANDARD, refuse_faulty_standard, standard_on
from jingwei.domains.workforce.rules.strength import GridFacts, Present, strength_of
from jingwei.domains.workforce.rules.words import refuse_personal_words
from jingwei.foundation.access.contracts import Role
from jingwei.kernel.redlines import RedLineCrossed

A, B = "430902001001", "430902001002"
GRIDS = [GridFacts(f"{A}001", 600), GridFacts(f"{A}002", 300), GridFacts(f"{B}001", None)]
KINDS = [
    ForceKind("officer", "网格员", "Officer", Tier.CORE, Ground.GRID, Role.OFFICER, False),
    ForceKind("grid_head", "网格长", "Head", Tier.CORE, Ground.GRID, Role.GRID_HEAD, False),
    ForceKind("police", "警员", "Police", Tier.FIXED, Ground.GRID, None, True),
    ForceKind("counsellor", "辅导员", "Counsellor", Tier.OTHER, Ground.COMMUNITY, None, True),
]
WANTED = {"officer": 1, "grid_head": 1, "police": 1, "counsellor": 1}
STANDARD = Standard(date(2026, 1, 1), 500, 4, True, WANTED)
PRESENT = {
    (f"{A}001", "officer"): Present(1),
    (f"{A}002", "officer"): Present(0, date(2026, 5, 1)),
    (A, "grid_head"): Present(1),
    (f"{A}001", "police"): Present(2),
    (f"{A}002", "police"): Present(0, date(2026, 6, 1)),
    (B, "police"): Present(0, date(2026, 7, 1)),
    (B, "counsellor"): Present(1),
}


def test_a_township_adds_up_its_communities() -> None:
    total, parts = strength_of("430902001", GRIDS, [A, B], PRESENT, {A: 5, B: 2}, KINDS, STANDARD)
    assert [(one.area_code, one.grids, one.households, one.officers) for one in parts] == [
        (A, 2, 900, 1),
        (B, 1, 0, 0),
    ]
    for name in ("grids", "households", "officers", "people", "without_officer", "without_head", "overloaded", "open_matters", "busy_communities"):  # fmt: skip
        assert getattr(total, name) == sum(getattr(one, name) for one in parts), name
    assert (total.without_officer, total.without_head, total.overloaded, total.people) == (2, 1, 1, 5)
    assert (total.open_matters, total.matters_per_officer, total.busy_communities) == (7, 7.0, 1)
    assert (parts[1].households_per_officer, parts[0].households_per_officer) == (None, 900.0)


def test_gaps_tell_since_when_and_where_nobody_ever_was() -> None:
    total, _ = strength_of("430902001", GRIDS, [A, B], PRESENT, {}, KINDS, STANDARD)
    told = {key: (one.wanted, one.serving, one.lacking, one.never, one.oldest_gap_on) for key, one in total.kinds.items()}  # fmt: skip
    assert told == {
        "officer": (3, 1, 2, 1, date(2026, 5, 1)),
        "grid_head": (3, 1, 1, 1, None),  # the community's head is every grid's
        "police": (3, 2, 2, 0, date(2026, 6, 1)),
        "counsellor": (2, 1, 1, 1, None),
    }


def test_a_community_is_told_by_grids_and_a_grid_by_itself() -> None:
    here = {key: one for key, one in PRESENT.items() if key[0].startswith(A)}
    total, parts = strength_of(A, GRIDS[:2], [A], here, {A: 5}, KINDS, STANDARD)
    assert [one.area_code for one in parts] == [f"{A}001", f"{A}002"]
    assert (total.open_matters, sum(one.open_matters for one in parts)) == (5, 0)
    assert (total.people, sum(one.people for one in parts)) == (4, 3)  # the head works for the whole of it
    alike = {key: one for key, one in here.items() if key[0] in (A, f"{A}002")}
    alone, parts = strength_of(f"{A}002", GRIDS[1:2], [], alike, {}, KINDS, STANDARD)
    assert (alone.grids, alone.without_head, alone.without_officer, len(parts)) == (1, 0, 1, 1)


def test_the_standard_is_dated_and_checked() -> None:
    later = Standard(date(2027, 1, 1), 400, 20, False, {"officer": 2})
    assert standard_on([STANDARD, later], date(2025, 1, 1)) is DEFAULT_STANDARD
    assert standard_on([STANDARD, later], date(2026, 12, 31)) is STANDARD
    assert standard_on([STANDARD, later], date(2027, 1, 1)) is later
    today = date(2026, 11, 16)
    refuse_faulty_standard(later, KINDS, today=today)
    with pytest.raises(StandardRefused):
        refuse_faulty_standard(STANDARD, KINDS, today=today)
    with pytest.raises(StandardRefused):
        refuse_faulty_standard(Standard(today, 1, 1, True, {"stray": 1}), KINDS, today=today)
    odd = ForceKind("zealot", "宗教信仰联络员", "Liaison", Tier.OTHER, Ground.GRID, None, False)
    with pytest.raises(RedLineCrossed):
        refuse_faulty_standard(later, [*KINDS, odd], today=today)


@pytest.mark.parametrize("words", ["电话13873712345", "请拨 138 7371 2345", "身份证430902199001011234", "４３０９０２１９９００１０１１２３Ｘ"])  # fmt: skip
def test_words_hold_no_numbers_of_people(words: str) -> None:
    with pytest.raises(PersonalWords):
        refuse_personal_words("三单元", words)


def test_words_may_hold_other_numbers() -> None:
    refuse_personal_words("3栋2单元501，井盖0118000012，2026年11月16日14:00到")
