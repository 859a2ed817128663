"""What inspectors read: who looked at what, and plain rules that point out acts worth a question. No scores of people."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from jingwei.kernel.clock import local
from jingwei.kernel.codes import lies_within
from jingwei.kernel.errors import Invalid


class ActKind(StrEnum):
    """In which way somebody got to see, or to take along, what not everybody sees."""

    OPENED = "opened"  # 查看了个人信息原文
    SEARCHED = "searched"  # 按号码查找
    EXPORTED = "exported"  # 随导出带走的一条原文
    LISTENED = "listened"  # 打开通话录音
    EXPORT_ASKED = "export_asked"  # 申请导出
    EXPORT_DECIDED = "export_decided"  # 审批导出
    EXPORT_MADE = "export_made"  # 导出做好
    DOWNLOADED = "downloaded"  # 下载导出
    LIST_TAKEN = "list_taken"  # 直接导出名册、统计
    INSPECTED = "inspected"  # 检查员查阅


class Sign(StrEnum):
    """What stands out of an act, or of several. Each says a fact; whether it was right is for people to ask."""

    MANY_IN_AN_HOUR = "many_in_an_hour"
    AT_NIGHT = "at_night"
    OUTSIDE_AREA = "outside_area"
    SAME_AGAIN = "same_again"
    LARGE_EXPORT = "large_export"


MANY = 20
"""Looks by one person within any sixty minutes. A desk that calls back all day makes about ten."""
NIGHT_FROM, NIGHT_UNTIL = 22, 6
"""Hours in China. A hotline works at night: then the sign is a fact like any other."""
AGAIN = 5
"""Looks by one person at the same person or thing within one day."""
LARGE_ROWS = 1000
"""Rows of an export that holds personal data in the clear."""

LONGEST_PERIOD = timedelta(days=92)
USUAL_PERIOD = timedelta(days=7)

SIGN_WORDS = {
    Sign.MANY_IN_AN_HOUR: (f"一小时内查看{MANY}次以上", f"{MANY} looks or more within an hour"),
    Sign.AT_NIGHT: (
        f"夜间（{NIGHT_FROM}点至{NIGHT_UNTIL}点）",
        f"at night ({NIGHT_FROM}:00 to 0{NIGHT_UNTIL}:00)",
    ),
    Sign.OUTSIDE_AREA: ("对象不在本人辖区", "outside the viewer's own area"),
    Sign.SAME_AGAIN: (f"同一天查看同一对象{AGAIN}次以上", f"the same one {AGAIN} times or more in a day"),
    Sign.LARGE_EXPORT: (
        f"含原文的导出达{LARGE_ROWS}行",
        f"an export in the clear of {LARGE_ROWS} rows or more",
    ),
}
KIND_WORDS = {
    ActKind.OPENED: ("查看原文", "looked at in the clear"),
    ActKind.SEARCHED: ("按号码查找", "looked up by number"),
    ActKind.EXPORTED: ("随导出带走", "taken along in an export"),
    ActKind.LISTENED: ("打开录音", "opened a recording"),
    ActKind.EXPORT_ASKED: ("申请导出", "asked for an export"),
    ActKind.EXPORT_DECIDED: ("审批导出", "decided on an export"),
    ActKind.EXPORT_MADE: ("导出做好", "export made"),
    ActKind.DOWNLOADED: ("下载导出", "downloaded an export"),
    ActKind.LIST_TAKEN: ("导出名册或统计", "took a list along"),
    ActKind.INSPECTED: ("检查查阅", "inspection"),
}


class PeriodTooLong(Invalid):
    code = "inspection.period_too_long"
    message = "时间范围最长{days}天，结束要晚于开始。请缩短后再查。"
    message_en = "A period of at most {days} days that ends after it begins, please."


@dataclass(frozen=True, slots=True)
class LookedAt:
    """One act as it was found. ``key`` orders acts of the same moment; ``facts`` are numbers of the audit entry."""

    key: str
    at: datetime
    kind: ActKind
    person_id: UUID | None
    viewer_name: str
    post_id: UUID | None
    unit_id: UUID | None
    field: str
    target: str
    subject_id: UUID | None
    purpose: str
    remark: str
    area_code: str
    viewer_area: str
    rows: int | None
    is_clear: bool

    @property
    def signs(self) -> tuple[Sign, ...]:
        """What can be said of this act alone."""
        found = []
        if self.person_id is not None and self.kind is not ActKind.INSPECTED and is_night(self.at):
            found.append(Sign.AT_NIGHT)
        if is_outside(self.area_code, self.viewer_area):
            found.append(Sign.OUTSIDE_AREA)
        if self.kind is ActKind.EXPORT_MADE and self.is_clear and (self.rows or 0) >= LARGE_ROWS:
            found.append(Sign.LARGE_EXPORT)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class InspectionWish:
    """What an inspector wants to see."""

    person_id: UUID | None = None
    subject_id: UUID | None = None
    target: str = ""
    words: str = ""
    purpose: str = ""
    area: str = ""
    kinds: tuple[ActKind, ...] = ()
    since: datetime | None = None
    until: datetime | None = None

    @property
    def shows_inspection(self) -> bool:
        """Inspectors' own reading would bury what they read: it is shown to who asks for it, or for a person."""
        return bool(self.person_id or self.target or self.words) or ActKind.INSPECTED in self.kinds

    @property
    def shows_exported_rows(self) -> bool:
        """Thousands of lines of one export are one act, unless somebody asks about a person, a thing or just them."""
        return bool(self.subject_id or self.target) or ActKind.EXPORTED in self.kinds


@dataclass(frozen=True, slots=True)
class Standout:
    """Acts that stand out together: by whom, when, how many. The list behind it is found by the same facts."""

    sign: Sign
    person_id: UUID
    viewer_name: str
    since: datetime
    until: datetime
    count: int
    subject_id: UUID | None
    target: str


def is_night(at: datetime) -> bool:
    hour = local(at).hour
    return hour >= NIGHT_FROM or hour < NIGHT_UNTIL


def is_outside(area_code: str, viewer_area: str) -> bool:
    """Whether a thing lies neither in the viewer's area nor around it; unknown places are not."""
    if not area_code or not viewer_area:
        return False
    return not lies_within(area_code, viewer_area) and not lies_within(viewer_area, area_code)


def require_period(since: datetime, until: datetime) -> None:
    """Raises: PeriodTooLong."""
    if not since < until <= since + LONGEST_PERIOD:
        raise PeriodTooLong(days=LONGEST_PERIOD.days)
