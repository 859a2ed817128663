"""Words of danger are recognised, ordinary ones are not; nobody but a person decides."""

import pytest

from jingwei.domains.hotline.contracts import Emergency
from jingwei.domains.hotline.rules.danger import Danger, services_for, signs_of_danger

ALARMING = [
    ("三楼厨房着火了", Danger.FIRE, Emergency.FIRE),
    ("窗户里冒很大的烟", Danger.FIRE, Emergency.FIRE),
    ("楼道里闻到很浓的煤气味", Danger.GAS, Emergency.FIRE),
    ("隔壁天然气好像漏了", Danger.GAS, Emergency.FIRE),
    ("电梯里关了三个人出不来了", Danger.TRAPPED, Emergency.FIRE),
    ("小孩掉进井里了", Danger.TRAPPED, Emergency.FIRE),
    ("老人家晕倒在菜市场", Danger.MEDICAL, Emergency.MEDICAL),
    ("食堂好多人食物中毒", Danger.MEDICAL, Emergency.MEDICAL),
    ("有个孩子掉到河里了", Danger.DROWNING, Emergency.POLICE),
    ("楼下有人持刀砍人", Danger.VIOLENCE, Emergency.POLICE),
    ("老公正在打人，家暴", Danger.VIOLENCE, Emergency.POLICE),
    ("有人撬门入室偷东西", Danger.CRIME, Emergency.POLICE),
    ("我妈被骗转账，正在转账", Danger.CRIME, Emergency.POLICE),
    ("他说不想活了，站在楼顶", Danger.SELF_HARM, Emergency.POLICE),
    ("我家老人走丢了找不到", Danger.LOST_CHILD, Emergency.POLICE),
    ("路口出了车祸，撞了人", Danger.ROAD_CRASH, Emergency.MEDICAL),
    ("电线断了掉到地上冒火花", Danger.ELECTRIC, Emergency.FIRE),
    ("后面山体滑坡了，房子要塌", Danger.COLLAPSE, Emergency.FIRE),
]
ORDINARY = [
    "路灯不亮，晚上看不见路",
    "楼道里堆了杂物，有火灾隐患",
    "请来检查一下灭火器和消防栓",
    "餐馆的油烟直排，味道很大",
    "天然气费怎么缴，煤气公司电话多少",
    "小区想办一次防诈骗宣传",
    "火车站前面乱停车",
    "火锅店占道经营",
    "水枪冲地把水溅到路上",
    "垃圾没人收",
    "",
]


@pytest.mark.parametrize(("words", "danger", "service"), ALARMING)
def test_danger_is_recognised(words: str, danger: Danger, service: Emergency) -> None:
    signs = signs_of_danger(words)
    assert danger in {sign.danger for sign in signs}
    assert service in services_for(signs)


@pytest.mark.parametrize("words", ORDINARY)
def test_ordinary_words_do_not_alarm(words: str) -> None:
    assert signs_of_danger(words) == []


@pytest.mark.parametrize("words", ["没有着火，只是有点味道", "没有人员被困", "并未发生燃气泄漏"])
def test_what_is_said_to_be_over_or_not_to_be_does_not_alarm(words: str) -> None:
    assert signs_of_danger(words) == []


def test_the_sign_names_the_very_words() -> None:
    (sign,) = [one for one in signs_of_danger("二楼起火，浓烟很大") if one.danger is Danger.FIRE]
    assert sign.matched == ("起火", "浓烟")
    assert (sign.label, bool(sign.label_en)) == ("起火、冒烟或爆炸", True)


def test_blanks_between_characters_hide_nothing() -> None:
    assert signs_of_danger("着 火 了")


def test_whom_to_tell_comes_once_and_the_most_named_first() -> None:
    signs = signs_of_danger("车祸撞了人，流了很多血，有人昏迷")
    assert services_for(signs)[0] is Emergency.MEDICAL
    assert len(services_for(signs)) == len(set(services_for(signs)))


def test_a_long_complaint_is_read_in_no_time() -> None:
    assert signs_of_danger("楼上漏水，" * 1600) == []
