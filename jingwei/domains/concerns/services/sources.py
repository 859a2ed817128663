"""Notes to take along: each by itself, with nobody in it."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, StringConstraints, TypeAdapter

from jingwei.domains.concerns.contracts import ConcernOccasion, ConcernStage
from jingwei.domains.concerns.models import Concern
from jingwei.domains.concerns.queries.concerns import (
    LARGEST_PAGE,
    ConcernFilter,
    count_concerns,
    list_concerns,
)
from jingwei.domains.concerns.queries.topics import names_of_topics
from jingwei.domains.concerns.rules.concerns import OCCASION_WORDS, STAGE_WORDS, stage_of
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import names_of, path_names
from jingwei.foundation.imports.contracts.exports import (
    Cell,
    Language,
    Source,
    TakenColumn,
    TakenPage,
    Taking,
    Wish,
)
from jingwei.foundation.imports.contracts.wishes import AreaCode, Readers, Words, kept_wish, read_values
from jingwei.kernel.clock import local
from jingwei.kernel.shapes import read_shape


def _shape(text: str) -> str:
    read_shape(text)
    return text


TopicCode = Annotated[str, StringConstraints(pattern=r"^(\d{2}|\d{4})$")]
READERS: Readers = {
    "area_code": TypeAdapter(AreaCode),
    "topic": TypeAdapter(tuple[TopicCode, ...]),
    "occasion": TypeAdapter(tuple[ConcernOccasion, ...]),
    "stage": TypeAdapter(tuple[ConcernStage, ...]),
    "since": TypeAdapter(date),
    "until": TypeAdapter(date),
    "is_mine": TypeAdapter(bool),
    "words": TypeAdapter(Words),
    "shape": TypeAdapter(Annotated[str, StringConstraints(max_length=2000), AfterValidator(_shape)]),
}
FILTER_WORDS = {
    "area_code": ("区划", "area"),
    "topic": ("主题", "topic"),
    "occasion": ("来自", "occasion"),
    "stage": ("进展", "what became of it"),
    "since": ("从", "from"),
    "until": ("到", "until"),
    "is_mine": ("只看自己的", "own only"),
    "words": ("文字", "words"),
    "shape": ("地图上画的范围", "drawn on the map"),
}
COLUMNS = (
    TakenColumn("heard_at", "听到时间", "Heard", width=18),
    TakenColumn("class_name", "大类", "Class", width=18),
    TakenColumn("topic", "主题", "Topic", width=20),
    TakenColumn("words", "内容", "Words", width=48),
    TakenColumn("address", "地点说明", "Place in words", width=28),
    TakenColumn("area", "所在区划", "Area", width=28),
    TakenColumn("occasion", "来自", "Occasion", width=12),
    TakenColumn("times", "听到次数", "Times heard"),
    TakenColumn("stage", "进展", "What became of it", width=12),
    TakenColumn("receipt_no", "转成的事件", "Matter", width=20),
)


def filter_of(wish: Wish) -> ConcernFilter:
    """Raises: WishRefused."""
    return ConcernFilter(**read_values(wish, READERS))


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side, wanted = 0 if language is Language.ZH else 1, filter_of(wish)
    area, topics = wanted.area_code or "", names_of_topics(wanted.topic)
    said = {
        "area_code": names_of({area}).get(area, area) if area else "",
        "topic": ", ".join(topics.get(one, one) for one in wanted.topic),
        "occasion": ", ".join(OCCASION_WORDS[one][side] for one in wanted.occasion),
        "stage": ", ".join(STAGE_WORDS[one][side] for one in wanted.stage),
        "since": wanted.since.isoformat() if wanted.since else "",
        "until": wanted.until.isoformat() if wanted.until else "",
        "is_mine": (("是", "否"), ("yes", "no"))[side][not wanted.is_mine],
        "words": wanted.words or "",
        "shape": "",
    }
    parts = [f"{FILTER_WORDS[name][side]} {said[name]}".strip() for name in wish]
    return ("；" if side == 0 else "; ").join(parts) or ("不限" if side == 0 else "everything within sight")


def count_rows(actor: Actor, taking: Taking, *, most: int) -> int:
    return count_concerns(actor, filter_of(taking.wish), most=most)


def read_rows(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = list_concerns(actor, filter_of(taking.wish), cursor=cursor, size=LARGEST_PAGE)
    areas = path_names({row.scope_code for row in page.rows})
    topics = names_of_topics({row.topic_id for row in page.rows})
    side = 0 if taking.language is Language.ZH else 1
    rows = [_cells(row, areas, topics, side) for row in page.rows]
    return TakenPage([[cells[name] for name in taking.columns] for cells in rows], page.next_cursor)


def _cells(row: Concern, areas: dict[str, str], topics: dict[str, str], side: int) -> dict[str, Cell]:
    stage = stage_of(is_taken_up=row.is_taken_up, times=row.times_all)
    return {
        "heard_at": local(row.heard_at),
        "class_name": topics.get(row.topic_id[:2], ""),
        "topic": topics.get(row.topic_id, row.topic_id),
        "words": row.words,
        "address": row.address,
        "area": areas.get(row.scope_code, ""),
        "occasion": OCCASION_WORDS[ConcernOccasion(row.occasion)][side],
        "times": row.times_all,
        "stage": STAGE_WORDS[stage][side],
        "receipt_no": row.receipt_no,
    }


CONCERN_SOURCE = Source(
    key="concerns.notes",
    title_zh="民情",
    title_en="People's concerns",
    columns=COLUMNS,
    permission=Permission.READ_CONCERNS,
    read=lambda wish: kept_wish(wish, READERS),
    say=say_wish,
    count=count_rows,
    rows=read_rows,
)
