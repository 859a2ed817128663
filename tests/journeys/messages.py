"""Citizens' messages: real ones where the file stands beside the repository, else generated ones; and their items."""

import csv
import os
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tests.cast import COMMUNITY
from tests.databases import ROOT
from tests.journeys.servers import House

SAMPLES = Path(os.environ.get("JINGWEI_SAMPLES", ROOT.parent / "shared" / "data"))
REAL = SAMPLES / "tipdm2020_gov_messages" / "hot_messages.csv.gz"
HEADER = ["message_id", "user_id", "created_at", "subject", "detail", "likes", "dislikes", "dup_of"]

PLACES = (
    "东门菜市场",
    "滨河路桥头",
    "老粮站宿舍",
    "三中后门",
    "汽车站旁",
    "迎春路口",
    "自来水厂巷",
    "体育场西侧",
)
TROUBLES = (
    ("夜里施工太吵", "工地半夜还在打桩，老人孩子睡不着，请管一管。"),
    ("路灯好几天不亮", "整条路晚上漆黑一片，下班回家看不清路。"),
    ("垃圾堆着没人收", "桶满了堆到路上，天热味道很大，好几天没有车来。"),
    ("又停水了", "没有通知就停水，楼上已经两天没有水用。"),
    ("餐馆油烟直排", "楼下餐馆没有装烟道，油烟全飘进家里。"),
    ("路面坑洼", "下雨以后坑里全是水，骑车的人摔倒过。"),
    ("消防通道被占", "车子天天停在消防通道上，救护车进不来。"),
    ("物业收费不清楚", "物业涨了停车费，没有公示，也没有开会。"),
)

ITEM_WORDS = (
    (r"施工|搅拌站|桩", "夜间施工噪声"),
    (r"噪|扰民|喇叭", "经营设备噪声"),
    (r"油烟|餐饮|餐馆|饭店|夜宵", "餐饮油烟扰民"),
    (r"路灯", "路灯不亮"),
    (r"停水", "居民停水"),
    (r"自来水|水改|漏水", "水表井阀门渗漏"),
    (r"垃圾", "垃圾容器满溢"),
    (r"粪|污水|排水", "排水管网堵塞冒溢"),
    (r"僵尸车", "长期弃置车辆"),
    (r"停车|乱停|违停|车位", "机动车违停"),
    (r"消防", "占用消防车通道"),
    (r"违建|违规搭建|乱建|违规改建|改建|搭建", "违法建设"),
    (r"住改商|麻将馆|商铺|旅馆", "住宅改作经营"),
    (r"群租|隔成", "群租房隐患"),
    (r"物业", "物业收费争议"),
    (r"工资|用工|五险", "拖欠职工工资"),
    (r"公积金", "住房公积金缴存问题"),
    (r"交房|开发商|购房|买房|房产证|两证", "逾期交房停工"),
    (r"公交|地铁|轨道", "公交线路站点诉求"),
    (r"斑马线|天桥|红绿灯|信号灯", "过街与减速设施缺失"),
    (r"坑|路面|修复", "路面破损坑洞"),
    (r"占道|人行道|摆", "占道堆放物料"),
    (r"幼儿园|学校|小学|入学|学区|上学", "入学转学诉求"),
    (r"培训|驾校", "校外培训违规"),
    (r"退费|退钱|欺诈|欺骗|忽悠", "商品质量三包"),
    (r"征地|拆迁|外嫁女|安置", "征地补偿纠纷"),
    (r"集资|传销", "非法集资线索"),
    (r"渣土|扬尘|污染", "工地扬尘"),
    (r"绿地|山体", "侵占毁坏绿地"),
    (r"燃气", "水电气暖收费争议"),
)
OTHERWISE = "政务窗口服务投诉"


def words_to_search(text: str) -> str:
    """What the desk types to find the item of a message."""
    return next((words for pattern, words in ITEM_WORDS if re.search(pattern, text)), OTHERWISE)


@dataclass(frozen=True)
class Receipt:
    """What the import hands out for a message, to be passed on to whoever wrote it."""

    external_id: str
    receipt_no: str
    tracking_code: str


@dataclass(frozen=True)
class BroughtIn:
    """The outcome of the import: the receipts, what the command said, and whether the messages are real."""

    receipts: list[Receipt]
    said: str
    is_real: bool


def bring_in(house: House, count: int) -> BroughtIn:
    """``./jw import-messages FILE --area COMMUNITY --limit COUNT --receipts …``."""
    is_real = REAL.is_file()
    path = REAL if is_real else _generated(house.folder / "messages.csv", count)
    receipts = house.folder / "receipts.csv"
    words = ("--area", COMMUNITY, "--limit", str(count), "--receipts", str(receipts))
    said = house.command("import-messages", str(path), *words)
    with receipts.open(encoding="utf-8-sig", newline="") as lines:
        handed = [Receipt(row["编号"], row["受理编号"], row["查询码"]) for row in csv.DictReader(lines)]
    return BroughtIn(handed, said, is_real)


def _generated(path: Path, count: int) -> Path:
    began = datetime(2019, 3, 1, 8)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number in range(count):
            subject, detail = TROUBLES[number % len(TROUBLES)]
            place = PLACES[number // len(TROUBLES) % len(PLACES)]
            at = began + timedelta(hours=7 * number)
            text = f"{place}{subject}", f"{detail}（{place}，第{number + 1}号来信）"
            writer.writerow(
                [str(910000 + number), f"A{number:06}", f"{at:%Y-%m-%d %H:%M:%S}", *text, 0, 0, ""]
            )
    return path
