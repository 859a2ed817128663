"""Territory codes: prefixes of each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.kernel.codes import (
    LEVEL_LABELS,
    BadCode,
    Level,
    ancestor,
    ancestor_codes,
    level_of,
    lies_within,
    parent_of,
)

codes = st.sampled_from(list(Level)).flatmap(
    lambda level: st.text(alphabet="0123456789", min_size=int(level), max_size=int(level))
)


@given(codes)
def test_every_code_lies_within_all_its_ancestors(code: str) -> None:
    for level in Level:
        above = ancestor(code, level)
        assert (above is None) == (len(code) < level)
        if above is not None:
            assert lies_within(code, above)
            assert level_of(above) is level


@given(codes)
def test_climbing_the_parents_ends_at_the_city(code: str) -> None:
    steps = [code]
    while (parent := parent_of(steps[-1])) is not None:
        steps.append(parent)
    assert [len(step) for step in steps] == [int(one) for one in reversed(Level) if one <= len(code)]
    assert all(lies_within(code, step) for step in steps)


@given(codes)
def test_the_stored_columns_are_the_codes_own_beginnings(code: str) -> None:
    split = ancestor_codes(code)
    columns = [split.city, split.county, split.township, split.community, split.grid]
    assert split.scope == code
    assert [column for column in columns if column is not None][-1] == code
    assert all(column is None or code.startswith(column) for column in columns)
    assert [len(column) for column in columns if column] == [int(one) for one in Level if one <= len(code)]


@given(codes, codes)
def test_two_areas_contain_each_other_only_if_they_are_the_same(one: str, other: str) -> None:
    assert (lies_within(one, other) and lies_within(other, one)) == (one == other)


@pytest.mark.parametrize("code", ["4309", "430902001001001"])
def test_an_empty_scope_contains_nothing(code: str) -> None:
    assert not lies_within(code, "")


@pytest.mark.parametrize(
    "code", ["", "4", "43", "43090", "4309020010010011", "430x", "４３０９", "43 9", "-309", "4309\n", "١٢٣٤"]
)
def test_what_is_no_code_is_refused_with_the_code_named(code: str) -> None:
    with pytest.raises(BadCode) as refusal:
        level_of(code)
    assert refusal.value.data == {"value": code}
    with pytest.raises(BadCode):
        ancestor_codes(code)


def test_every_level_is_named_and_stands_under_the_next() -> None:
    assert set(LEVEL_LABELS) == set(Level)
    assert [level.above for level in Level] == [None, *list(Level)[:-1]]
