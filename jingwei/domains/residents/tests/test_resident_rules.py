"""Names as they are found, ages as they are counted, households as they may be: no database."""

from uuid import uuid4

import pytest

from jingwei.domains.residents.rules.ages import BANDS, band_of, years_of
from jingwei.domains.residents.rules.form import RESIDENT_KIND
from jingwei.domains.residents.rules.households import HEAD, MOST_MEMBERS, require_whole
from jingwei.domains.residents.rules.keys import initials_of, keys_of, sound_of
from jingwei.domains.residents.rules.refusals import HeadMissing, MemberTwice, TooManyMembers
from jingwei.foundation.forms.contracts import Keeping, SeenBy
from jingwei.kernel.redlines import red_line_of
from jingwei.kernel.texts import address_ends, exactly, reach_of, sounds_like_place


@pytest.mark.parametrize(
    ("name", "sound", "initials"),
    [
        ("王小明", "wangxiaoming", "wxm"),
        ("单雄信", "shanxiongxin", "sxx"),
        ("欧阳娜", "ouyangna", "oyn"),
        ("曾 国·藩", "zengguofan", "zgf"),
        ("尉迟恭", "yuchigong", "ycg"),
        ("Mary Smith", "marysmith", "marysmith"),
    ],
)
def test_surnames_are_read_as_surnames(name: str, sound: str, initials: str) -> None:
    assert (sound_of(name), initials_of(name)) == (sound, initials)


def found(words: str, keys: list[str]) -> bool:
    reach = reach_of(words)
    return reach is not None and any(reach[0] <= key < reach[1] for key in keys)


def test_a_name_is_found_by_its_beginning_with_or_without_the_surname() -> None:
    keys = keys_of("王小明", "", [])
    for words in ("王小明", "王小", "小明", "wangx", "WangXiao", "xiaoming", "wxm", "ｗｘ", "王 小明"):
        assert found(words, keys), words
    for words in ("明", "小王", "ming", "%", "_", " ·#"):
        assert not found(words, keys), words


def test_typed_words_never_reach_a_digest_which_is_found_whole_alone() -> None:
    keys = keys_of("", "", ["phone:00ff", "identity~ab"])
    for words in ("phone", "phone:00ff", "#phone:00ff", "＃identity", "identity~ab", "p", "i"):
        assert not found(words, keys), words
    first, behind = exactly("phone:00ff")
    assert [key for key in keys if first <= key < behind] == ["#phone:00ff"]
    assert not any(first <= key < behind for key in keys_of("", "", ["phone:00ff0", "phone:00fe"]))


def test_a_bare_address_is_found_by_any_of_its_parts() -> None:
    ends = address_ends("资阳区迎春路12号3栋")
    assert {"资阳区迎春路12号3栋", "迎春路12号3栋", "12号3栋", "3栋"} <= set(ends)
    assert sounds_like_place("迎春路")
    assert sounds_like_place("12-3")
    assert not sounds_like_place("王小明")


def test_bands_leave_no_age_out_and_no_gap() -> None:
    assert [low for _, low, _ in BANDS[1:]] == [high + 1 for _, _, high in BANDS[:-1]]
    for year in range(1900, 2027):
        band = band_of(year, this_year=2026)
        first, last = years_of(band, this_year=2026)
        assert first <= year <= last
    assert band_of(None, this_year=2026) == ""


def test_a_household_has_one_head_and_everybody_once() -> None:
    one, other = uuid4(), uuid4()
    assert require_whole([(one, HEAD), (other, "10")]) == one
    for wrong, members in (
        (MemberTwice, [(one, HEAD), (one, "10")]),
        (HeadMissing, [(one, "10")]),
        (HeadMissing, [(one, HEAD), (other, HEAD)]),
        (TooManyMembers, [(uuid4(), HEAD if at == 0 else "99") for at in range(MOST_MEMBERS + 1)]),
    ):
        with pytest.raises(wrong):
            require_whole(members)


def test_nothing_that_is_never_kept_stands_in_the_form_and_every_number_is_sealed() -> None:
    for field in RESIDENT_KIND.built_in:
        assert red_line_of(field.label_zh) is None
        assert red_line_of(field.label_en) is None
        assert field.is_personal
        assert field.purpose
        assert field.legal_basis
        assert field.retention_days
    sealed = {one.key for one in RESIDENT_KIND.built_in if one.keeping is Keeping.INDEXED}
    assert sealed == {"identity", "document", "phone", "other_phone"}
    assert all(one.seen_by is SeenBy.NEED for one in RESIDENT_KIND.built_in if one.key in sealed)
