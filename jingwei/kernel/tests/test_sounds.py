"""How words sound: as the dictionary says, each character's first letter with it."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from jingwei.kernel.sounds import first_letters_of, initials_of, readings_of, sound_of, syllables_of


@pytest.mark.parametrize(
    ("text", "syllables", "letters"),
    [
        (
            "重庆路3号a座",
            ("chong", "qing", "lu", "3", "hao", "a", "zuo"),
            ("c", "q", "l", "3", "h", "a", "z"),
        ),
        ("银行", ("yin", "hang"), ("y", "h")),
        ("绿KTV", ("lv", "KTV"), ("l", "KTV")),
        ("长沙，益阳", ("chang", "sha", "，", "yi", "yang"), ("c", "s", "，", "y", "y")),
        ("", (), ()),
    ],
)
def test_words_are_read_as_they_are_said(
    text: str, syllables: tuple[str, ...], letters: tuple[str, ...]
) -> None:
    assert (syllables_of(text), first_letters_of(text)) == (syllables, letters)
    assert (sound_of(text), initials_of(text)) == ("".join(syllables), "".join(letters))


def test_every_character_s_initial_is_that_of_the_dictionary() -> None:
    from pypinyin import Style, lazy_pinyin

    for code in range(0x4E00, 0x9FFF, 7):
        one = chr(code)
        assert [initials_of(one)] == lazy_pinyin(one, style=Style.FIRST_LETTER), one


def test_a_character_is_told_with_all_its_readings() -> None:
    assert readings_of("单")[0][0] == "dan"
    assert "shan" in readings_of("单")[0]


def test_many_may_ask_at_once() -> None:
    with ThreadPoolExecutor(8) as many:
        assert set(many.map(sound_of, ["益阳市资阳区大码头街道"] * 64)) == {"yiyangshiziyangqudamatoujiedao"}
