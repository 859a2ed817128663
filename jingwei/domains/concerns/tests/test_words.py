"""What is taken for somebody in the words of a note, and what is not."""

import pytest

from jingwei.domains.concerns.rules.refusals import ConcernNamesSomebody
from jingwei.domains.concerns.rules.words import Told, require_nobody, told_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("身份 43010319900101123X", Told.IDENTITY),
        ("4301 0319 9001 0112 34", Told.IDENTITY),
        ("４３０１０３１９９００１０１１２３４", Told.IDENTITY),
        ("老号430103900101123", Told.IDENTITY),
        ("打13800001111", Told.PHONE),
        ("打138-0000-1111", Told.PHONE),
        ("打１３８００００１１１１", Told.PHONE),
        ("打138\u200b00001111", Told.PHONE),
        ("打一三八零零零零一一一一", Told.PHONE),
        ("0737-4221234", Told.PHONE),
        ("联系电话 4221234", Told.PHONE),
        ("卡号6222021234567890128", Told.CARD),
        ("3栋502", Told.DOOR),
        ("502室漏水", Told.DOOR),
        ("3-2-501漏水", Told.DOOR),
        ("王女士反映太吵", Told.SPEAKER),
        ("李老师说不用交", Told.SPEAKER),
        ("该住户很不满", Told.SPEAKER),
        ("姓名：某某", Told.SPEAKER),
    ],
)
def test_it_is_found_however_it_is_written(text: str, told: Told) -> None:
    assert told_of(text) is told
    with pytest.raises(ConcernNamesSomebody) as refused:
        require_nobody(text, place_zh="内容", place_en="What it is about")
    assert not any(
        word in refused.value.text + refused.value.text_en for word in text.split() if len(word) > 4
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "广场舞晚上10点还在跳，声音大",
        "3号楼2单元楼道灯不亮",
        "共有320户，2024年加装电梯，每天3-5次停运",
        "12路、15路公交2026-11-16起改道",
        "张师傅修鞋摊挡住盲道",
        "居民反映12345热线难打进",
        "网格430103001001001的井盖",
        "部件4301030101000123松动",
        "3室2厅的新楼盘",
    ],
)
def test_places_numbers_of_things_and_shops_are_let_in(text: str) -> None:
    assert told_of(text) is None
