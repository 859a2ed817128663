"""Opening hours as people write them, read into spans of a week: “周一至周五 08:30-17:30；周六 09:00-12:00”."""

import re
from dataclasses import dataclass
from datetime import datetime

from jingwei.domains.ledger.rules.refusals import BadHours

DAY_AND_NIGHT = "全天"
EXAMPLE = "周一至周五 08:30-17:30；周六 09:00-12:00"
DAYS = "一二三四五六日"
MINUTES_A_DAY = 24 * 60
PART = re.compile(
    r"(?P<days>每天|工作日|周末|(?:(?:周|星期)?[一二三四五六日天](?:\s*(?:至|到|-|—|~|、|,|，)\s*(?:周|星期)?[一二三四五六日天])*))?"
    r"\s*(?P<times>全天|24小时|\d{1,2}[:：]\d{2}\s*(?:-|—|~|至|到)\s*\d{1,2}[:：]\d{2}"
    r"(?:\s*[、,，]\s*\d{1,2}[:：]\d{2}\s*(?:-|—|~|至|到)\s*\d{1,2}[:：]\d{2})*)"
)
TIMES = re.compile(r"(\d{1,2})[:：](\d{2})\s*(?:-|—|~|至|到)\s*(\d{1,2})[:：](\d{2})")
DAY_RANGE = re.compile(
    r"(?:周|星期)?([一二三四五六日天])\s*(?:至|到|-|—|~)\s*(?:周|星期)?([一二三四五六日天])"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Open on one day of the week (0 is Monday) from a minute until a minute; past midnight it ends beyond 1,440."""

    weekday: int
    from_minute: int
    to_minute: int


def spans_of(hours: str) -> list[Span]:
    """Raises: BadHours naming the part that cannot be read. Nothing said is no span."""
    found: list[Span] = []
    for part in re.split(r"[;；\n]", hours):
        words = part.strip()
        if not words:
            continue
        shape = PART.fullmatch(words)
        if shape is None:
            raise _unread(words)
        for weekday in _weekdays(shape["days"] or "每天", words):
            found += [Span(weekday, start, end) for start, end in _times(shape["times"], words)]
    return found


def is_open(hours: str, at: datetime) -> bool | None:
    """Whether it is open at a moment of local time; None where no hours are known."""
    spans = spans_of(hours)
    if not spans:
        return None
    minute = at.hour * 60 + at.minute
    today, yesterday = at.weekday(), (at.weekday() - 1) % 7
    return any(
        (span.weekday == today and span.from_minute <= minute < span.to_minute)
        or (span.weekday == yesterday and minute + MINUTES_A_DAY < span.to_minute)
        for span in spans
    )


def _weekdays(words: str, part: str) -> list[int]:
    if words == "每天":
        return list(range(7))
    if words == "工作日":
        return list(range(5))
    if words == "周末":
        return [5, 6]
    found: list[int] = []
    for one in re.split(r"[、,，]", words):
        between = DAY_RANGE.fullmatch(one.strip())
        if between:
            first, last = _day(between[1]), _day(between[2])
            found += [(first + step) % 7 for step in range((last - first) % 7 + 1)]
        else:
            found.append(_day(one.strip()[-1]))
    if len(set(found)) != len(found):
        raise _unread(part)
    return found


def _unread(part: str) -> BadHours:
    return BadHours(part=part[:40], example=EXAMPLE, always=DAY_AND_NIGHT)


def _day(sign: str) -> int:
    return 6 if sign == "天" else DAYS.index(sign)


def _times(words: str, part: str) -> list[tuple[int, int]]:
    if words in {DAY_AND_NIGHT, "24小时"}:
        return [(0, MINUTES_A_DAY)]
    found = []
    for shape in TIMES.finditer(words):
        hour, minute, to_hour, to_minute = (int(one) for one in shape.groups())
        start, end = hour * 60 + minute, to_hour * 60 + to_minute
        if start >= MINUTES_A_DAY or end > MINUTES_A_DAY or max(minute, to_minute) > 59 or start == end:
            raise _unread(part)
        found.append((start, end if end > start else end + MINUTES_A_DAY))
    return found
