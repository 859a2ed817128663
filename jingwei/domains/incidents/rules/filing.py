"""One incident one file 一事一档: its two forms, its words, and what people outside government do not read. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from jingwei.domains.incidents.rules.clock_ledger import OwnerKind
from jingwei.domains.incidents.rules.lanes import Lane
from jingwei.domains.incidents.rules.taking_along import without_numbers
from jingwei.kernel.errors import Invalid

LEAST_PURPOSE = 4
MOST_STEPS = 1000
"""In one file; a course longer than this is said to be, and read on the page."""
MOST_PICTURES = 60
MOST_FILES = 200
"""In one package: each takes about a second to lay out."""


class FileForm(StrEnum):
    """For whom a file is written."""

    INSIDE = "inside"  # 内部完整版
    OUTSIDE = "outside"  # 对外脱敏版


FORM_LABELS: Mapping[FileForm, tuple[str, str]] = {
    FileForm.INSIDE: ("内部完整版", "whole, for use inside"),
    FileForm.OUTSIDE: ("对外脱敏版", "without names, for people outside"),
}


class FilePart(StrEnum):
    """What a file consists of, in its order; what other apps add stands among them by its own order."""

    BASICS = "basics"  # 基本情况
    COURSE = "course"  # 办理过程
    EVIDENCE = "evidence"  # 证据材料
    TIME = "time"  # 时限与时间账
    HANDS = "hands"  # 派遣、协办与异议
    BESIDE = "beside"  # 联合、督办、回访等


PART_LABELS: Mapping[FilePart, tuple[str, str]] = {
    FilePart.BASICS: ("基本情况", "The matter"),
    FilePart.COURSE: ("办理过程", "The course"),
    FilePart.EVIDENCE: ("证据材料", "Evidence"),
    FilePart.TIME: ("时限与时间账", "Clocks and the clock ledger"),
    FilePart.HANDS: ("派遣、协办与异议", "Tasks, assists, objections"),
    FilePart.BESIDE: ("联合、督办、回访等", "Joint work, supervision, return visits"),
}
WHOLE = frozenset(FilePart)


class PurposeNeeded(Invalid):
    code = "incident.file_purpose_needed"
    message = "打印内部完整版要写明用途，至少{least}个字。请填写用途，或改打对外脱敏版。"
    message_en = (
        "Say what the whole file is for, in {least} letters at least; or print the form without names."
    )


LANES: tuple[Lane, ...] = ("city", "county", "township", "community", "unit", "grid", "reporter")
"""From the top down, as they are drawn."""
LANE_LABELS: Mapping[Lane, tuple[str, str]] = {
    "city": ("市级", "City"),
    "county": ("区县", "County"),
    "township": ("镇街", "Township"),
    "community": ("村社区", "Community"),
    "unit": ("承办单位", "Unit"),
    "grid": ("网格", "Grid"),
    "reporter": ("反映人", "Reporter"),
}
FACT_LABELS: Mapping[str, tuple[str, str]] = {
    "unit_name": ("单位", "unit"),
    "post_title": ("岗位", "post"),
    "from_title": ("原岗位", "from"),
    "centre_name": ("中心", "centre"),
    "limit": ("时限", "limit"),
    "until": ("至", "until"),
    "item_before": ("原事项", "item before"),
    "item": ("事项", "item"),
    "stars": ("评价", "stars"),
    "is_solved": ("已解决", "solved"),
    "duty_line": ("权责清单", "duty line"),
    "named_unit_name": ("认为应由", "whose it should be"),
    "referee_name": ("裁决", "decided by"),
    "child_no": ("子任务", "child task"),
}
OF_PERSONS = frozenset({"post_title", "from_title"})

OWNER_LABELS: Mapping[OwnerKind, tuple[str, str]] = {
    OwnerKind.CENTRE: ("综治中心", "centre"),
    OwnerKind.UNIT: ("承办单位", "unit"),
    OwnerKind.POST: ("承办岗位", "post"),
    OwnerKind.REPORTER: ("等反映人回答", "waiting for the reporter"),
    OwnerKind.HEAD: ("并入的事项", "the matter it was folded into"),
    OwnerKind.NOBODY: ("谁也不归", "nobody"),
}
ENDS: Mapping[str, tuple[str, str]] = {
    "": ("进行中", "going on"),
    "handled": ("已处置", "handled"),
    "returned": ("已退回", "returned"),
    "recalled": ("已撤回", "recalled"),
    "rerouted": ("已改派", "rerouted"),
    "upheld": ("异议成立", "objection upheld"),
    "voided": ("随事件作废", "void with the matter"),
    "done": ("已完成", "done"),
    "excused": ("已免除", "excused"),
    "leads": ("转为主办", "leads now"),
    "ended": ("事件结束", "the matter ended"),
}
"""How a task or an assist ended; another word stands as it is."""
FILE_WORDS: Mapping[str, tuple[str, str]] = {
    "photo": ("照片", "photo"),
    "video": ("视频", "video"),
    "voice": ("语音", "voice message"),
    "document": ("文书", "document"),
}
LIMIT = re.compile(r"(\d+)([hdHD])")
LIMIT_UNITS = {
    "h": ("个工作小时", " working hours"),
    "d": ("个工作日", " working days"),
    "H": ("小时", " hours"),
    "D": ("天", " days"),
}
HIDDEN = "＊＊"


def limit_words(limit: str) -> tuple[str, str]:
    """A limit as data says it (4h, 2D), in words."""
    found = LIMIT.fullmatch(limit)
    if found is None:
        return (limit, limit)
    unit = LIMIT_UNITS[found[2]]
    return (found[1] + unit[0], found[1] + unit[1])


def whole_minutes(seconds: Sequence[int]) -> list[int]:
    """Lengths that follow each other, in whole minutes that add up to the whole minutes of their sum."""
    found, passed = [], 0
    for one in seconds:
        found.append((passed + one) // 60 - passed // 60)
        passed += one
    return found


def without_names(text: str, names: Iterable[str]) -> str:
    """Free text for people outside: long numbers masked, and the names that are known from the course."""
    shown = without_numbers(text)
    for name in sorted({one.strip() for one in names}, key=len, reverse=True):
        if len(name) >= 2:  # a single sign would take parts of other words away
            shown = shown.replace(name, HIDDEN)
    return shown
