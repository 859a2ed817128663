"""Personal fields: sealed, found by blind index, masked for everybody, opened only with a recorded purpose."""

import pytest

from jingwei.foundation.privacy import services
from jingwei.foundation.privacy.contracts import Mask, PersonalField
from jingwei.foundation.privacy.rules import BadPhone, clean_phone, masked
from jingwei.kernel.crypto import Unreadable

PHONE = PersonalField("test.phone", "联系电话", "联系反映人", "个人信息保护法第十三条", 730, Mask.PHONE)
OTHER = PersonalField("test.other_phone", "备用电话", "联系反映人", "个人信息保护法第十三条", 730, Mask.PHONE)
NAME = PersonalField("test.name", "姓名", "联系反映人", "个人信息保护法第十三条", 730, Mask.NAME)


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("13800138000", "13800138000"),
        (" 138 0013-8000 ", "13800138000"),
        ("+86 13800138000", "13800138000"),
        ("0086-13800138000", "13800138000"),
        ("１３８００１３８０００", "13800138000"),
        ("（0737）1234567", "07371234567"),
        ("0737－1234567", "07371234567"),
        ("12345", "12345"),
    ],
)
def test_a_phone_is_kept_in_one_form(typed: str, clean: str) -> None:
    assert clean_phone(typed) == clean


@pytest.mark.parametrize(
    "typed", ["", "1234", "23800138000", "138001380001", "电话", "1380013800a", "١٢٣٤٥٦"]
)
def test_what_is_no_phone_is_refused_without_repeating_it_whole(typed: str) -> None:
    with pytest.raises(BadPhone) as refusal:
        clean_phone(typed)
    if len(typed) > 4:
        assert typed not in refusal.value.text


@pytest.mark.parametrize(
    ("mask", "value", "shown"),
    [
        (Mask.PHONE, "13800138000", "138****8000"),
        (Mask.PHONE, "07371234567", "073****4567"),
        (Mask.PHONE, "1234567", "****67"),
        (Mask.NAME, "李四", "李*"),
        (Mask.NAME, "欧阳娜娜", "欧***"),
        (Mask.NAME, "阿卜杜拉·买买提", "阿***"),
        (Mask.NAME, "李", "*"),
        (Mask.NAME, "", "*"),
        (Mask.WHOLE, "益阳市资阳区", "******"),
        (Mask.WHOLE, "", "******"),
    ],
)
def test_a_masked_value_tells_little_and_not_how_long_it_is(mask: Mask, value: str, shown: str) -> None:
    assert masked(mask, value) == shown


def test_the_same_number_in_two_spellings_has_one_index_and_two_ciphertexts() -> None:
    one, two = services.seal_value(PHONE, "138 0013 8000"), services.seal_value(PHONE, "+8613800138000")
    assert (one.index, one.tail_index) == (two.index, two.tail_index)
    assert one.sealed != two.sealed
    assert b"13800138000" not in one.sealed + one.index + one.tail_index
    assert services.index_of(PHONE, "13800138000") == one.index


def test_indexes_of_two_fields_cannot_be_compared() -> None:
    one, two = services.seal_value(PHONE, "13800138000"), services.seal_value(OTHER, "13800138000")
    assert len({one.index, two.index, one.tail_index, two.tail_index}) == 4


def test_the_last_four_digits_find_a_number() -> None:
    assert (
        services.seal_value(PHONE, "13800138000").tail_index
        == services.seal_value(PHONE, "15912348000").tail_index
    )


def test_a_sealed_value_is_shown_masked() -> None:
    sealed = services.seal_value(PHONE, "13800138000").sealed
    assert services.masked_value(PHONE, memoryview(sealed)) == "138****8000"
    assert services.masked_value(NAME, services.seal_value(NAME, " 李四 ").sealed) == "李*"
    assert services.masked_value(PHONE, None) is None


def test_a_value_moved_to_another_field_cannot_be_shown() -> None:
    with pytest.raises(Unreadable):
        services.masked_value(OTHER, services.seal_value(PHONE, "13800138000").sealed)


def test_a_tracking_code_is_derived_and_read_as_people_type_it() -> None:
    code = services.tracking_code_of(b"incident")
    assert services.tracking_code_of(b"incident") == code != services.tracking_code_of(b"another")
    index = services.tracking_index(code)
    for typed in (code.lower(), f" {code[:5]}-{code[5:]} ", f"{code[:4]} {code[4:]}", code.replace("0", "O")):
        assert services.tracking_index(typed) == index
    assert services.tracking_index(code[:-1]) != index
