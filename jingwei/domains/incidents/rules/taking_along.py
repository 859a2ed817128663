"""Incidents as they are taken along in a workbook: the columns, the words, what is masked."""

import re
from collections.abc import Mapping

from jingwei.domains.clocks.contracts import Colour
from jingwei.domains.incidents.contracts import Channel, Identity
from jingwei.foundation.imports.contracts.exports import TakenColumn
from jingwei.kernel.errors import Invalid

COLUMNS: tuple[TakenColumn, ...] = (
    TakenColumn("receipt_no", "受理编号", "Receipt no.", width=18),
    TakenColumn("title", "标题", "Title", width=36),
    TakenColumn("state", "状态", "State", width=10),
    TakenColumn("clock", "时限", "Clock", width=12),
    TakenColumn("item_code", "事项代码", "Item code", is_usual=False, width=10),
    TakenColumn("item_name", "事项", "Item", width=22),
    TakenColumn("channel", "来源", "Channel", width=12),
    TakenColumn("area_name", "区域", "Area", width=24),
    TakenColumn("scope_code", "区划代码", "Area code", is_usual=False, width=17),
    TakenColumn("address", "地址", "Address", width=36),
    TakenColumn("is_urgent", "紧急", "Urgent", width=8),
    TakenColumn("centre_name", "负责中心", "Centre", width=24),
    TakenColumn("unit_name", "承办单位", "Unit", width=24),
    TakenColumn("reported_at", "上报时间", "Reported", width=17),
    TakenColumn("accepted_at", "受理时间", "Accepted", is_usual=False, width=17),
    TakenColumn("due_at", "本阶段期限", "Due", width=17),
    TakenColumn("closed_at", "结案时间", "Closed", width=17),
    TakenColumn("is_suspended", "挂起", "Suspended", is_usual=False, width=8),
    TakenColumn("words", "反映内容", "Words", is_usual=False, width=60),
    TakenColumn("identity", "反映人身份", "Identity", is_usual=False, width=12),
    TakenColumn("reporter_name", "反映人姓名", "Reporter's name", is_personal=True, is_usual=False, width=14),
    TakenColumn(
        "reporter_phone", "反映人电话", "Reporter's phone", is_personal=True, is_usual=False, width=16
    ),
)
PERSONAL = frozenset(column.name for column in COLUMNS if column.is_personal)
BESIDE_THE_LIST = frozenset({"accepted_at", "words", "identity", *PERSONAL})
"""Columns that a list does not read."""

CHANNEL_WORDS: Mapping[str, tuple[str, str]] = {
    Channel.RESIDENT: ("居民随手拍", "Resident"),
    Channel.OFFICER: ("网格员上报", "Officer"),
    Channel.DESK: ("窗口登记", "Desk"),
    Channel.TIP: ("保密线索", "Confidential tip"),
    Channel.API: ("接口", "Interface"),
    Channel.IMPORT: ("批量导入", "Import"),
    Channel.WORK_LOG: ("工作日志", "Work log"),
    Channel.CONCERN: ("民情", "People's concerns"),
    "hotline": ("热线", "Hotline"),
    "walk_in": ("来访", "Walk-in"),
    "letter": ("来信", "Letter"),
}
IDENTITY_WORDS: Mapping[Identity, tuple[str, str]] = {
    Identity.NAMED: ("实名", "Named"),
    Identity.CONFIDENTIAL: ("保密", "Confidential"),
    Identity.ANONYMOUS: ("匿名", "Anonymous"),
}
CLOCK_WORDS: Mapping[Colour, tuple[str, str]] = {
    Colour.DONE: ("已办结", "done"),
    Colour.RUNNING: ("办理中", "running"),
    Colour.MAY_OVERRUN: ("可能超时", "may overrun"),
    Colour.OVERDUE: ("已超时", "overdue"),
    Colour.WAITING: ("挂起", "waiting"),
}
FILTER_WORDS: Mapping[str, tuple[str, str]] = {
    "area_code": ("区划", "area"),
    "state": ("状态", "state"),
    "item": ("事项", "item"),
    "channel": ("来源", "channel"),
    "is_urgent": ("紧急", "urgent"),
    "is_overdue": ("已超时", "overdue"),
    "is_slipping": ("快到时限", "nearly due"),
    "since": ("上报不早于", "reported from"),
    "until": ("上报早于", "reported before"),
    "receipt_no": ("受理编号", "receipt no."),
    "bucket": ("收件箱", "tray"),
    "is_open": ("未办结", "open"),
    "unit_id": ("承办单位", "unit"),
    "is_mine": ("指派给我", "assigned to me"),
    "words": ("文字", "words"),
    "component_id": ("关于部件", "about component"),
    "shape": ("地图上画的范围", "drawn on the map"),
}


class TipsStay(Invalid):
    code = "incident.tips_stay"
    message = "保密线索不能导出，只在接收岗位的收件箱里办理。请改选其他列表。"
    message_en = (
        "Confidential tips are not exported; they are worked on in the inbox of the post that received them."
    )


LONG_NUMBER = re.compile(r"\d[\d\- ]{5,}\d")


def without_numbers(text: str) -> str:
    """Free text with long numbers (telephones, identity cards) masked: people write them everywhere."""
    return LONG_NUMBER.sub(_masked_number, text)


def _masked_number(found: re.Match[str]) -> str:
    number = found.group()
    return f"{number[:3]}****{number[-2:]}" if sum(letter.isdigit() for letter in number) >= 7 else number
