"""Codes of sixteen digits, the life of a component, when it is due. No database."""

from datetime import date

import pytest

from jingwei.domains.ledger.contracts import Deed, Life, ResourceState
from jingwei.domains.ledger.rules import components as rules
from jingwei.domains.ledger.rules.refusals import BadComponentCode, LifeRefused
from jingwei.domains.ledger.rules.resources import require_change


def test_a_code_is_county_kind_and_serial_and_back() -> None:
    parts = rules.parts_of("4309020102000017")
    assert (parts.county, parts.kind, parts.serial) == ("430902", "0102", 17)
    assert rules.code_of(parts.county, parts.kind, parts.serial) == "4309020102000017"


@pytest.mark.parametrize(
    "code",
    [
        "",
        "430902010200001",
        "43090201020000170",
        "4309020102000000",
        "43090201020000x7",
        "４３０９０２０１０２００００１７",
    ],
)
def test_other_codes_are_refused(code: str) -> None:
    with pytest.raises(BadComponentCode):
        rules.parts_of(code)


def test_every_pair_of_life_and_deed_is_a_move_or_a_refusal_that_says_what_is_possible() -> None:
    for life in Life:
        for deed in (Deed.SUSPENDED, Deed.RESTORED, Deed.RETIRED):
            if (life, deed) in rules.MOVES:
                assert rules.life_after(life, deed, name="井盖") is rules.MOVES[life, deed]
            else:
                with pytest.raises(LifeRefused) as refused:
                    rules.life_after(life, deed, name="井盖")
                assert all(
                    rules.DEED_WORDS[one][0] in refused.value.text for one in rules.deeds_open_to(life)
                )


def test_what_was_retired_is_neither_inspected_nor_maintained() -> None:
    with pytest.raises(LifeRefused):
        rules.require_alive(Life.RETIRED, name="井盖")
    rules.require_alive(Life.OUT_OF_USE, name="井盖")


def test_its_own_period_comes_before_that_of_its_kind_and_none_is_never_due() -> None:
    day = date(2026, 11, 16)
    assert rules.next_due_on(own_days=10, kind_days=30, since_on=day) == date(2026, 11, 26)
    assert rules.next_due_on(own_days=0, kind_days=30, since_on=day) == date(2026, 12, 16)
    assert rules.next_due_on(own_days=0, kind_days=0, since_on=day) is None


def test_a_retired_resource_is_made_ready_before_anything_else() -> None:
    require_change(ResourceState.RETIRED, ResourceState.READY, name="驿站")
    require_change(ResourceState.READY, ResourceState.SHUT, name="驿站")
    for before, after in [
        (ResourceState.RETIRED, ResourceState.BUSY),
        (ResourceState.READY, ResourceState.READY),
    ]:
        with pytest.raises(LifeRefused):
            require_change(before, after, name="驿站")
