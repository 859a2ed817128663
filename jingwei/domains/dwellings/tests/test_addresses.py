"""Addresses as people write them: one door has one key, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.dwellings.rules.addresses import (
    Parts,
    called,
    letter_pairs,
    pairs_of,
    parse,
    shown,
    sort_of,
    stem_of,
    tail_of,
)

AREAS = ["益阳市", "资阳区", "大码头街道", "金山社区居民委员会"]
WHOLE = "人民路12号金山花园3栋2单元501室"


def key(text: str, areas: list[str] | None = None) -> tuple[str, str]:
    parts = parse(text, areas or ())
    return stem_of(parts), tail_of(parts)


@pytest.mark.parametrize(
    "written",
    [
        "人民路12号金山花园3栋2单元501",
        "人民路１２号 金山花园三号楼二单元501室",
        "人民路12号金山花园3幢2单元5层501室",
        "人民路十二号金山花园3#楼2单元501房",
        "人民路12号金山花园3-2-501",
        "人民路12号，金山花园03栋2－501室",
        "益阳市资阳区大码头街道金山社区人民路12号金山花园3座2单元501号房",
        "湖南省益阳市资阳区人民路12号金山花园3栋2单元501户",
    ],
)
def test_one_door_has_one_key_however_it_is_written(written: str) -> None:
    assert key(written, AREAS) == key(WHOLE)
    assert shown(parse(written, AREAS)) == WHOLE


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("花园洞村三组十二号", "花园洞村3组12号"),
        ("三里桥小区5幢1单元3楼", "三里桥小区5栋1单元3层"),
        ("五一路8号", "五一路8号"),
        ("人民路12号之3", "人民路12附3号"),
        ("金山大厦A座1203", "金山大厦A栋1203室"),
        ("金山花园1栋门面3", "金山花园1栋门面3"),
        ("区政府大院2栋", "区政府大院2栋"),
        ("长春东路小区2栋", "长春东路小区2栋"),
        ("学府路一百零八号", "学府路108号"),
        ("紫薇村新塘组", "紫薇村新塘组"),
    ],
)
def test_names_keep_their_numbers_and_counted_things_get_digits(written: str, read: str) -> None:
    assert shown(parse(written)) == read


def test_a_village_stays_where_only_a_group_and_a_number_follow_it() -> None:
    areas = ["益阳市", "资阳区", "长春镇", "花园洞村委会"]
    assert called("花园洞村委会") == ["花园洞村委会", "花园洞村"]
    assert shown(parse("资阳区长春镇花园洞村3组12号", areas)) == "花园洞村3组12号"
    assert shown(parse("花园洞村人民路3号", areas)) == "人民路3号"


def test_addresses_sort_in_the_order_of_counting() -> None:
    written = [
        "金山花园10栋1单元101",
        "金山花园2栋10单元101",
        "金山花园2栋2单元1001",
        "金山花园2栋2单元201",
        "金山花园2栋",
    ]
    assert [shown(parse(one)) for one in sorted(written, key=lambda one: sort_of(parse(one)))] == [
        "金山花园2栋",
        "金山花园2栋2单元201室",
        "金山花园2栋2单元1001室",
        "金山花园2栋10单元101室",
        "金山花园10栋1单元101室",
    ]


def test_pairs_and_initials_share_an_index_and_are_not_taken_for_each_other() -> None:
    assert pairs_of("金山3栋") == ["金山", "山3", "3栋"]
    assert letter_pairs("jshy") == ["~js", "~sh", "~hy"]


NUMBERS = st.integers(1, 299).map(str)
REGULAR = st.builds(
    Parts,
    road=st.sampled_from(["", "人民路", "五一大道", "三益街", "花园洞村3组"]),
    number=st.one_of(st.just(""), NUMBERS),
    estate=st.sampled_from(["金山花园", "鹤鸣山庄", "县委家属院"]),
    block=st.one_of(NUMBERS, st.sampled_from("ABCD")),
    unit=st.one_of(st.just(""), st.integers(1, 20).map(str)),
    floor=st.just(""),
    room=st.one_of(st.just(""), st.integers(101, 3299).map(str)),
)


@given(REGULAR)
def test_what_is_written_in_the_one_way_is_read_back_as_it_was(parts: Parts) -> None:
    if not parts.road:
        parts = Parts(estate=parts.estate, block=parts.block, unit=parts.unit, room=parts.room)
    assert parse(shown(parts)) == parts


@given(st.text(alphabet="人民路12号金山花园3栋单元室楼层-–＃#座幢 三十A村组，", max_size=30))
def test_blanks_and_widths_make_no_difference(text: str) -> None:
    spaced = "  ".join(text)
    wide = "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)
    assert parse(spaced) == parse(text) == parse(wide)
