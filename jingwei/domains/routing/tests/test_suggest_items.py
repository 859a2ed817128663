"""What people say finds the item they mean, in the list the city was planted with."""

import time
from datetime import date

import pytest
from django.test import Client

from jingwei.domains.routing import queries
from jingwei.domains.routing.rules.spoken import SPOKEN

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 16)

SAID = [
    ("路灯不亮", "路灯不亮", 1),
    ("井盖", "井盖破损松动", 1),
    ("井盖不见了", "井盖缺失", 1),
    ("噪音", "夜间施工噪声", 3),
    ("垃圾没人收", "垃圾容器满溢", 2),
    ("垃圾没人收", "暴露垃圾", 2),
    ("楼上天天晚上蹦迪吵死了", "生活噪声纠纷", 1),
    ("我家门口的路灯坏了好几天，晚上黑漆漆的", "路灯不亮", 1),
    ("工地半夜还在打桩", "夜间施工噪声", 1),
    ("下水道堵了污水冒出来", "排水管网堵塞冒溢", 1),
    ("有人在楼道里给电瓶车充电", "电动车进楼入户", 2),
    ("饭店的油烟直接排到我家窗户", "餐饮油烟扰民", 1),
    ("老板拖欠工资三个月", "拖欠职工工资", 2),
    ("楼上漏水把我家天花板泡了", "渗漏水损害纠纷", 1),
    ("马路上有个大坑", "路面破损坑洞", 1),
    ("狗没牵绳咬了小孩", "犬只伤人扰民", 1),
    ("闻到很浓的煤气味", "燃气泄漏", 1),
    ("红绿灯不亮", "交通信号灯故障", 2),
    ("水龙头流出来的水发黄", "自来水水质异常", 1),
    ("邻居在楼顶搭棚子", "违法建设", 1),
    ("路上有死狗", "公共区域动物尸体", 1),
    ("电线掉到地上了", "电力线断落垂挂", 1),
    ("房东不退押金", "房屋租赁纠纷", 1),
    ("树快要倒了", "枯树断枝危及安全", 2),
    ("物业乱涨停车费", "物业收费争议", 2),
    ("有人占道摆摊卖水果", "流动摊贩占道", 1),
]


def found(words: str) -> list[str]:
    return [one.item.brief.item_name for one in queries.suggested_items(words, on=TODAY)]


@pytest.mark.parametrize(("words", "name", "within"), SAID)
def test_what_is_said_finds_the_item(words: str, name: str, within: int) -> None:
    assert name in found(words)[:within]


@pytest.mark.parametrize("words", ["你好", "喂，听得到吗", "", "。", "zzzz"])
def test_nothing_is_suggested_for_nothing(words: str) -> None:
    assert found(words) == []


def test_every_suggestion_says_why() -> None:
    first = queries.suggested_items("工地半夜还在打桩", on=TODAY)[0]
    assert first.matched
    assert "半夜…工地" in first.matched


def test_every_spoken_phrase_leads_to_an_item_of_the_standard_list() -> None:
    names = [item.brief.item_name for item in queries.find_items(on=TODAY, limit=400).rows]
    lost = {
        target for _, targets in SPOKEN for target in targets if not any(target in name for name in names)
    }
    assert lost == set()


def test_a_sentence_is_answered_in_a_few_milliseconds() -> None:
    queries.suggested_items("路灯", on=TODAY)
    begun = time.process_time()  # what others do on this machine is not its fault
    for words, _, _ in SAID:
        queries.suggested_items(words, on=TODAY)
    assert (time.process_time() - begun) / len(SAID) < 0.05


def test_over_http_without_an_account() -> None:
    answer = Client().get("/api/v1/items/find", {"words": "路灯坏了", "limit": 3}).json()
    assert answer[0]["item"]["item_name"] == "路灯不亮"
    assert answer[0]["matched"]
    assert len(answer) <= 3
