"""Telephone, identity and credit numbers, as people write them."""

from datetime import date

import pytest

from jingwei.kernel.numbers import (
    BadNumber,
    birth_of,
    credit_code,
    identity_check,
    identity_number,
    phone_number,
)

TODAY = date(2026, 11, 16)
GOOD = "11010519491231002X"


@pytest.mark.parametrize(
    "written",
    [GOOD, GOOD.lower(), "１１０１０５１９４９１２３１００２Ｘ", " 110105 19491231 002x ", "110105-19491231-002X", "110105491231002"],
)  # fmt: skip
def test_an_identity_number_is_read_however_it_is_written(written: str) -> None:
    assert identity_number(written, today=TODAY) == GOOD
    assert birth_of(GOOD) == date(1949, 12, 31)


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("110105194912310021", "check"),
        ("110105194913310029", "birth"),
        ("110105194902300020", "birth"),
        ("110105202612310020", "birth"),
        ("11010519491231002", "shape"),
        ("01010519491231002X", "shape"),
        ("11010519491231X02X", "shape"),
        ("110105491331002", "birth"),
        ("", "shape"),
    ],
)
def test_what_is_wrong_with_an_identity_number_is_said(written: str, part: str) -> None:
    with pytest.raises(BadNumber) as refusal:
        identity_number(written, today=TODAY)
    assert refusal.value.part == part


def test_one_wrong_digit_or_two_exchanged_are_always_found() -> None:
    first = GOOD[:17]
    for place in range(17):
        for digit in "0123456789":
            changed = first[:place] + digit + first[place + 1 :]
            assert (identity_check(changed) == GOOD[17]) == (changed == first)
        if place < 16 and first[place] != first[place + 1]:
            exchanged = first[:place] + first[place + 1] + first[place] + first[place + 2 :]
            assert identity_check(exchanged) != GOOD[17]


def test_a_credit_code_is_checked() -> None:
    assert credit_code("９１３５０１００m000100y43") == "91350100M000100Y43"
    for written, part in (
        ("91350100M000100Y44", "check"),
        ("91350100M000I00Y43", "shape"),
        ("9135", "shape"),
    ):
        with pytest.raises(BadNumber) as refusal:
            credit_code(written)
        assert refusal.value.part == part


def test_a_phone_number_is_read_in_digits() -> None:
    assert phone_number("+86 138 0013 8000") == phone_number("１３８－００１３－８０００") == "13800138000"
    assert phone_number("(0737)1234567") == "07371234567"
    with pytest.raises(BadNumber):
        phone_number("1380013800")
