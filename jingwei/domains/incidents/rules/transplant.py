"""One row of somebody else's table read as an incident, with everything odd about it said and nothing dropped."""

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from enum import StrEnum

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.intake import CLOCK_TOLERANCE, LEAST_WORDS, LONGEST_WORDS, TITLE_LENGTH
from jingwei.domains.incidents.rules.transplant_map import LONGEST_SOURCE, Arrival, ColumnMap
from jingwei.domains.incidents.rules.transplant_place import share_in_frame
from jingwei.foundation.imports.contracts import BadCell, moment
from jingwei.kernel.clock import BEIJING

EARLIEST = datetime(2000, 1, 1, tzinfo=BEIJING)
"""What is older was not reported to a computer system; as a closing time it is a placeholder."""
LONGEST_EXTERNAL_ID = 80
LONGEST_ADDRESS = 200
JOINT = " / "


class Oddity(StrEnum):
    """What can be odd about a row."""

    WORDS_MISSING = "words_missing"
    TIME_UNUSABLE = "time_unusable"
    TOO_MANY_CELLS = "too_many_cells"
    REPEATED = "repeated"
    ID_TAKEN = "id_taken"
    ID_MISSING = "id_missing"
    ID_TOO_LONG = "id_too_long"
    SOURCE_TOO_LONG = "source_too_long"
    TIME_MISSING = "time_missing"
    TIME_UNREADABLE = "time_unreadable"
    TIME_IN_FUTURE = "time_in_future"
    TIME_TOO_OLD = "time_too_old"
    CLOSES_BEFORE_IT_OPENS = "closes_before_it_opens"
    DUE_BEFORE_IT_OPENS = "due_before_it_opens"
    STATUS_DISAGREES = "status_disagrees"
    TITLE_MISSING = "title_missing"
    WORDS_LONG = "words_long"
    ADDRESS_LONG = "address_long"
    DUPLICATE_OF = "duplicate_of"
    SAME_TEXT = "same_text"
    POSITION_MISSING = "position_missing"
    POSITION_HALF = "position_half"
    POSITION_UNREADABLE = "position_unreadable"
    POSITION_OUTSIDE = "position_outside"
    AREA_UNKNOWN = "area_unknown"
    ITEM_UNKNOWN = "item_unknown"
    PHONE_UNREADABLE = "phone_unreadable"


ODDITY_LABELS = {
    Oddity.WORDS_MISSING: ("没有内容也没有标题，未导入", "neither words nor title; not brought in"),
    Oddity.TIME_UNUSABLE: (
        "历史事件没有可用的发生时间，未导入",
        "history without a usable opening time; not brought in",
    ),
    Oddity.TOO_MANY_CELLS: ("单元格比表头多，未导入", "more cells than the header; not brought in"),
    Oddity.REPEATED: (
        "编号在本文件前面已出现，未重复导入",
        "the id stands further up in this file; not brought in again",
    ),
    Oddity.ID_TAKEN: (
        "编号与本文件前面一条相同而内容不同，按内容生成编号导入",
        "the id stands further up with other words; brought in under one made from its content",
    ),
    Oddity.ID_MISSING: (
        "没有编号，按内容生成编号导入",
        "no id; brought in under one made from its content",
    ),
    Oddity.ID_TOO_LONG: ("编号过长，按摘要记录", "the id is too long; kept as a digest"),
    Oddity.SOURCE_TOO_LONG: ("来源名称过长，已截短", "the source's name is too long; cut"),
    Oddity.TIME_MISSING: ("没有时间，按接收时间记录", "no time; the time of receipt is used"),
    Oddity.TIME_UNREADABLE: ("时间无法识别，原文已保留", "the time cannot be read; the original is kept"),
    Oddity.TIME_IN_FUTURE: ("时间在将来，原文已保留", "the time lies in the future; the original is kept"),
    Oddity.TIME_TOO_OLD: ("时间早于2000年，原文已保留", "the time lies before 2000; the original is kept"),
    Oddity.CLOSES_BEFORE_IT_OPENS: (
        "办结早于发生，两个时间都照原样保留",
        "it closes before it opens; both times are kept as they are",
    ),
    Oddity.DUE_BEFORE_IT_OPENS: (
        "期限早于发生，两个时间都照原样保留",
        "it is due before it opens; both times are kept as they are",
    ),
    Oddity.STATUS_DISAGREES: (
        "状态与办结时间不一致，按办结时间处理",
        "status and closing time disagree; the closing time decides",
    ),
    Oddity.TITLE_MISSING: ("没有标题，取内容开头", "no title; the beginning of the words is used"),
    Oddity.WORDS_LONG: ("内容超过界面填写的上限，全文保留", "longer than a form takes; kept whole"),
    Oddity.ADDRESS_LONG: (
        "地址过长，列表中截短，原文已保留",
        "the address is too long; cut, the original is kept",
    ),
    Oddity.DUPLICATE_OF: (
        "来源标明与另一条重复，已导入并注明",
        "the source marks it as a duplicate; brought in and noted",
    ),
    Oddity.SAME_TEXT: (
        "内容与本文件前面一条相同，已导入并注明",
        "the same text stands further up; brought in and noted",
    ),
    Oddity.POSITION_MISSING: ("没有坐标，只落到区划", "no position; placed at the area"),
    Oddity.POSITION_HALF: ("坐标只有一半，只落到区划", "half a position; placed at the area"),
    Oddity.POSITION_UNREADABLE: (
        "坐标无法识别，只落到区划",
        "the position cannot be read; placed at the area",
    ),
    Oddity.POSITION_OUTSIDE: ("坐标在范围之外，只落到区划", "the position lies outside; placed at the area"),
    Oddity.AREA_UNKNOWN: (
        "区划代码不存在或不在导入区域内，落到导入区域",
        "no such area within the one given; placed at the latter",
    ),
    Oddity.ITEM_UNKNOWN: ("事项不在现行清单中，留空待定", "no such item in the list in force; left open"),
    Oddity.PHONE_UNREADABLE: ("电话号码不正确，未保留", "not a phone number; not kept"),
}
REFUSING = frozenset({Oddity.WORDS_MISSING, Oddity.TIME_UNUSABLE, Oddity.TOO_MANY_CELLS, Oddity.REPEATED})


@dataclass(frozen=True, slots=True)
class Remark:
    """Something odd, at a field of ours. It never quotes the cell: that may be somebody's number."""

    field: str
    oddity: Oddity


@dataclass(frozen=True, slots=True)
class Record:
    """A row, read. ``spot`` is a position as given; ``share`` one as a share of its source's frame.

    ``given`` keeps, word for word, the columns the map asks to keep and whatever was read differently.
    """

    number: int
    source: str
    external_id: str
    title: str
    words: str
    reported_at: datetime | None
    closed_at: datetime | None
    due_at: datetime | None
    item_code: str
    area_code: str
    address: str
    reporter_name: str
    reporter_phone: str
    duplicate_of: str
    resolution: str
    closed_by: str
    spot: tuple[float, float] | None
    share: tuple[float, float] | None
    given: Mapping[str, str]
    remarks: tuple[Remark, ...]

    @property
    def is_refused(self) -> bool:
        return any(one.oddity in REFUSING for one in self.remarks)

    @property
    def state(self) -> State:
        """History is closed where its source says when; otherwise it stands as it was left: reported."""
        return State.CLOSED if self.closed_at is not None else State.REPORTED


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads rows under a map. ``width`` is the header's; ``now`` the moment of receipt."""

    chosen: ColumnMap
    places: Mapping[str, int]
    width: int
    now: datetime

    def read(self, number: int, cells: Sequence[str]) -> Record:
        """One row as a record. Never raises for what a cell holds."""
        return _Reading(self, number, cells).record()


def content_id(cells: Sequence[str]) -> str:
    """A stable id for a row without one: equal rows get equal ids."""
    text = "\x1f".join(cells)
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()[:40]


def text_mark(words: str) -> bytes:
    """Equal for texts that differ only in width, spacing or case."""
    plain = "".join(unicodedata.normalize("NFKC", words).split()).lower()
    return hashlib.sha256(plain.encode()).digest()


def read_moment(cell: str, zone: timezone) -> datetime | None:
    """A time as written, in the source's zone unless it names its own; None if it cannot be read."""
    try:
        written = datetime.fromisoformat(cell)
    except ValueError:
        try:
            written = moment(cell).replace(tzinfo=None)
        except BadCell:
            return None
    try:
        aware = written if written.tzinfo else written.replace(tzinfo=zone)
        return aware.astimezone(BEIJING)
    except OverflowError:
        return None


class _Reading:
    """One row being read."""

    def __init__(self, reader: RowReader, number: int, cells: Sequence[str]) -> None:
        self.reader, self.number, self.cells = reader, number, cells
        self.chosen = reader.chosen
        self.remarks: list[Remark] = []
        self.given = {name: text for name in reader.chosen.keep if (text := self.cell(name))}

    def cell(self, column: str) -> str:
        place = self.reader.places[column]
        return self.cells[place].strip() if place < len(self.cells) else ""

    def text(self, field: str) -> str:
        cells = (self.cell(column) for column in self.chosen.columns.get(field, ()))
        return JOINT.join(text for text in cells if text)

    def remark(self, field: str, oddity: Oddity) -> None:
        self.remarks.append(Remark(field, oddity))

    def keep(self, field: str) -> None:
        """Keep the cells of a field word for word: they were read differently, or not at all."""
        self.given |= {name: text for name in self.chosen.columns[field] if (text := self.cell(name))}

    def record(self) -> Record:
        if len(self.cells) > self.reader.width:
            self.remark("", Oddity.TOO_MANY_CELLS)
        source = self.source()
        external_id = self.external_id()
        title, words = self.title_and_words()
        zone = self.chosen.zone_of(source)
        reported_at = self.reported_at(zone)
        closed_at = self.closed_at(zone, reported_at)
        due_at = self.time("due_at", zone)
        if due_at is not None and reported_at is not None and due_at < reported_at:
            self.remark("due_at", Oddity.DUE_BEFORE_IT_OPENS)
        self.compare_status(closed_at)
        spot, share = self.position(source)
        duplicate_of = self.text("duplicate_of")[:LONGEST_EXTERNAL_ID]
        if duplicate_of:
            self.remark("duplicate_of", Oddity.DUPLICATE_OF)
        return Record(
            number=self.number,
            source=source,
            external_id=external_id,
            title=title,
            words=words,
            reported_at=reported_at,
            closed_at=closed_at,
            due_at=due_at,
            item_code=self.item_code(),
            area_code=self.text("area_code"),
            address=self.address(),
            reporter_name=self.text("reporter_name"),
            reporter_phone=self.text("reporter_phone"),
            duplicate_of=duplicate_of,
            resolution=self.text("resolution"),
            closed_by=self.text("closed_by"),
            spot=spot,
            share=share,
            given=self.given,
            remarks=tuple(self.remarks),
        )

    def source(self) -> str:
        source = self.chosen.source or self.cell(self.chosen.source_column) or self.chosen.name
        if len(source) > LONGEST_SOURCE:
            self.remark("source", Oddity.SOURCE_TOO_LONG)
        return source[:LONGEST_SOURCE]

    def external_id(self) -> str:
        written = self.text("external_id")
        if not written:
            if "external_id" in self.chosen.columns:
                self.remark("external_id", Oddity.ID_MISSING)
            return content_id(self.cells)
        if len(written) > LONGEST_EXTERNAL_ID:
            self.remark("external_id", Oddity.ID_TOO_LONG)
            self.keep("external_id")
            return content_id([written])
        return written

    def title_and_words(self) -> tuple[str, str]:
        title, words = self.text("title"), self.text("words")
        if len(title or words) < LEAST_WORDS and len(words) < LEAST_WORDS:
            self.remark("words", Oddity.WORDS_MISSING)
        elif not title and "title" in self.chosen.columns:
            self.remark("title", Oddity.TITLE_MISSING)
        if not words:
            words = title
        elif len(title) > TITLE_LENGTH and not words.startswith(title):
            words = f"{title}\n{words}"  # lists cut the title; the text stays whole
        if len(words) > LONGEST_WORDS:
            self.remark("words", Oddity.WORDS_LONG)
        return title, words

    def reported_at(self, zone: timezone) -> datetime | None:
        found = self.time("reported_at", zone)
        if found is None and "reported_at" in self.chosen.columns and not self.text("reported_at"):
            self.remark("reported_at", Oddity.TIME_MISSING)
        is_live = self.chosen.arrival is Arrival.LIVE
        if found is not None and found < EARLIEST:
            self.remark("reported_at", Oddity.TIME_TOO_OLD)
            self.keep("reported_at")
            found = None if is_live else found
        if found is None and not is_live:
            self.remark("reported_at", Oddity.TIME_UNUSABLE)
        return found

    def closed_at(self, zone: timezone, reported_at: datetime | None) -> datetime | None:
        found = self.time("closed_at", zone)
        if found is None or reported_at is None or found >= reported_at:
            return found
        if found < EARLIEST <= reported_at:
            self.remark("closed_at", Oddity.TIME_TOO_OLD)
            self.keep("closed_at")
            return None
        self.remark("closed_at", Oddity.CLOSES_BEFORE_IT_OPENS)
        return found

    def time(self, field: str, zone: timezone) -> datetime | None:
        """A time, unless it cannot be read or cannot have happened yet; a due time may lie ahead."""
        written = self.text(field)
        if not written:
            return None
        found = read_moment(written, zone)
        is_ahead = found is not None and field != "due_at" and found > self.reader.now + CLOCK_TOLERANCE
        if found is None or is_ahead:
            self.remark(field, Oddity.TIME_IN_FUTURE if is_ahead else Oddity.TIME_UNREADABLE)
            self.keep(field)
            return None
        return found

    def compare_status(self, closed_at: datetime | None) -> None:
        status = self.text("status")
        if status and (status in self.chosen.closed_statuses) != (closed_at is not None):
            self.remark("status", Oddity.STATUS_DISAGREES)
            self.keep("status")

    def item_code(self) -> str:
        """The most particular entry that fits: all columns together, else the first one alone."""
        columns = self.chosen.columns.get("item", ())
        whole = self.text("item")
        if not self.chosen.items:
            return whole if whole.isdigit() else ""
        first = self.cell(columns[0]) if columns else ""
        return self.chosen.items.get(whole) or self.chosen.items.get(first, "")

    def address(self) -> str:
        address = self.text("address")
        if len(address) > LONGEST_ADDRESS:
            self.remark("address", Oddity.ADDRESS_LONG)
            self.keep("address")
            return address[: LONGEST_ADDRESS - 1] + "…"
        return address

    def position(self, source: str) -> tuple[tuple[float, float] | None, tuple[float, float] | None]:
        if "lon" not in self.chosen.columns:
            return None, None
        lon, lat = self.text("lon"), self.text("lat")
        if not lon or not lat:
            self.remark(
                "lon" if lat else "lat", Oddity.POSITION_HALF if lon or lat else Oddity.POSITION_MISSING
            )
            return None, None
        try:
            spot = float(lon), float(lat)
        except ValueError:
            self.remark("lon", Oddity.POSITION_UNREADABLE)
            self.keep("lon")
            self.keep("lat")
            return None, None
        frame = self.chosen.frame_of(source)
        if self.chosen.arrival is Arrival.LIVE or frame is None:
            return spot, None
        share = share_in_frame(*spot, frame)
        if share is None:
            self.remark("lon", Oddity.POSITION_OUTSIDE)
        return None, share
