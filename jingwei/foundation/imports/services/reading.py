"""Rows of cells out of uploaded files. Everything here distrusts the file."""

import codecs
import csv
import gzip
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from jingwei.foundation.imports.rules.refusals import FileRefused
from jingwei.foundation.imports.rules.texts import text_of
from jingwei.foundation.imports.services.features import (
    FeatureTable,
    looks_like_features,
    rows_of,
    table_of,
)

MOST_BYTES = 100 * 1024 * 1024
MOST_BYTES_UNPACKED = 1024 * 1024 * 1024
MOST_ROWS = 500_000
MOST_COLUMNS = 300
MOST_CELLS = 30_000_000
"""Calamine lays a worksheet out as a full rectangle (24 bytes a cell), however few of its cells are filled."""
MOST_MEMBERS = 2_000
PIECE = 1 << 20

MOST_FILLED = 10_000_000
MOST_WORDS = 5_000_000
MOST_SHEETS = 500
"""What calamine makes of each filled cell and each shared word takes far more memory than it takes room in the file."""
MOST_BYTES_OF_FRAME = 32 * 1024 * 1024
"""Of each part that is read as a whole on opening: the list of sheets, styles, relations."""
FRAME = re.compile(r"(?i)(?:.*/)?(?:workbook|styles|\[content_types\])\.xml|.*\.rels")

CELL_COLUMN = re.compile(rb"\br ?= ?[\"']([A-Za-z]{1,3})[0-9]")
CELL_ROW = re.compile(rb"\br ?= ?[\"'][A-Za-z]{0,3}([0-9]{1,9})[\"']")
ODD_PLACE = re.compile(rb"\br ?= ?[\"'](?:[A-Za-z]{4,}[0-9]|[A-Za-z]*[0-9]{10})")
CELL = re.compile(rb"<(?:[\w.-]+:)?c[ />]")
WORD = re.compile(rb"<(?:[\w.-]+:)?si[ />]")
SHEET = re.compile(rb"<(?:[\w.-]+:)?sheet[ />]")
SPACES = re.compile(rb"\s+")
OVERLAP = 256
LINE_ENDS = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")

Numbered = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file turned out to be. ``suffix`` is decided by content. ``features`` is what a first pass found in GeoJSON."""

    suffix: str
    encoding: str
    worksheets: tuple[str, ...]
    worksheet: str
    features: FeatureTable | None = None

    @property
    def says(self) -> Mapping[str, str]:
        """What the file proposes for the options of a sheet."""
        return self.features.says if self.features else {}

    @property
    def is_of_features(self) -> bool:
        return self.suffix in {"geojson", "json.gz"}


def examine(path: Path, *, worksheet: str = "") -> FileFacts:
    """Find out what a file is and that it is safe to read. Raises: FileRefused."""
    with path.open("rb") as file:
        start = file.read(8)
    if not start:
        raise FileRefused("文件是空的", "the file is empty")
    if start.startswith(b"PK\x03\x04"):
        _require_harmless_workbook(path)
        with _workbook(path) as book:
            names = _worksheet_names(book)
            chosen = worksheet or _first_filled(book, names)
        if chosen not in names:
            listed = "、".join(names)
            raise FileRefused(
                f"没有名为“{chosen}”的工作表，现有：{listed}",
                f"there is no worksheet “{chosen}”, only: {listed}",
            )
        return FileFacts("xlsx", "", tuple(names), chosen)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileRefused(
            "这是旧版 .xls 或设有密码的文件。请去掉密码，另存为 .xlsx 后重新上传",
            "this is an old .xls or a file with a password; save it without one as .xlsx and upload again",
        )
    suffix = "csv.gz" if start.startswith(b"\x1f\x8b") else "csv"
    facts = FileFacts(suffix, _encoding_of(path, suffix), (), "")
    if not looks_like_features(next(_text_pieces(path, facts), "")):
        return facts
    suffix = "json.gz" if suffix == "csv.gz" else "geojson"
    return replace(facts, suffix=suffix, features=_features_of(path, facts))


def read_rows(path: Path, facts: FileFacts) -> Iterator[Numbered]:
    """Rows that are not empty, with their number in the file (the first is 1), as text.

    .csv and GeoJSON are read in constant memory; .xlsx as a whole, within ``MOST_CELLS``.
    Raises: FileRefused, also half-way.
    """
    if facts.suffix == "xlsx":
        source = _workbook_rows(path, facts)
    elif facts.is_of_features:
        source = rows_of(_text_pieces(path, facts), facts.features or _features_of(path, facts))
    else:
        source = _csv_rows(path, facts)
    count = 0
    for number, cells in source:
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        if len(cells) > MOST_COLUMNS:
            raise FileRefused(
                f"第{number}行有{len(cells)}列，最多{MOST_COLUMNS}列",
                f"row {number} has {len(cells)} columns, {MOST_COLUMNS} at most",
            )
        count += 1
        if count > MOST_ROWS + 20:
            raise FileRefused(
                f"超过{MOST_ROWS // 10000}万行，请分成几个文件上传",
                f"more than {MOST_ROWS:,} rows; upload it in several files",
            )
        yield number, cells


def _features_of(path: Path, facts: FileFacts) -> FeatureTable:
    return table_of(_text_pieces(path, facts), most_rows=MOST_ROWS, most_columns=MOST_COLUMNS)


# --- .csv -------------------------------------------------------------------------------------------------


def _csv_rows(path: Path, facts: FileFacts) -> Iterator[Numbered]:
    delimiter = _delimiter_of(path, facts)
    reader = csv.reader(_lines_of(_text_pieces(path, facts)), delimiter=delimiter)
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise FileRefused(
                f"第{number + 1}行无法读取，多半是引号没有成对",
                f"row {number + 1} cannot be read: unpaired quotes",
            ) from None
        number += 1
        yield number, [text_of(cell) for cell in cells]


def _text_pieces(path: Path, facts: FileFacts) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(facts.encoding)()
    with _opened(path, facts.suffix) as raw:
        while piece := raw.read(PIECE):
            yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)


def _lines_of(pieces: Iterator[str]) -> Iterator[str]:
    """Lines as csv wants them: only \\n, \\r\\n and \\r end one (``splitlines`` also breaks at \\u2028 and the like)."""
    rest = ""
    for piece in pieces:
        rest += piece
        keep = "\r" if rest.endswith("\r") else ""  # perhaps half of a \r\n
        lines = LINE_ENDS.split(rest[: len(rest) - len(keep)])
        rest = lines.pop() + keep
        if len(rest) > 4 * PIECE:
            raise FileRefused("没有换行，不像是表格文件", "there are no line breaks; this is no table")
        yield from lines
    if rest:
        yield rest


def _delimiter_of(path: Path, facts: FileFacts) -> str:
    with _opened(path, facts.suffix) as raw:
        head = codecs.getincrementaldecoder(facts.encoding)().decode(raw.read(16_384))
    bare = re.sub(r'"[^"]*"', "", head)
    counts = {mark: bare.count(mark) for mark in (",", "\t", ";")}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] else ","


def _encoding_of(path: Path, suffix: str) -> str:
    """UTF-8 with or without mark, UTF-16 with mark, or GB18030; the whole file must agree."""
    with _opened(path, suffix) as raw:
        start = raw.read(4)
    if start.startswith(codecs.BOM_UTF8):
        candidates = ["utf-8-sig"]
    elif start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        candidates = ["utf-16"]
    else:
        candidates = ["utf-8", "gb18030"]
    for encoding in candidates:
        if _decodes(path, suffix, encoding):
            return encoding
    raise FileRefused(
        "不是文本表格：编码应为 UTF-8 或 GB18030（GBK）。请用表格软件另存为 .xlsx 后重新上传",
        "this is no text table in UTF-8 or GB18030; save it as .xlsx and upload again",
    )


def _decodes(path: Path, suffix: str, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with _opened(path, suffix) as raw:
        try:
            while piece := raw.read(PIECE):
                if "\x00" in decoder.decode(piece):
                    return False
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


@contextmanager
def _opened(path: Path, suffix: str) -> Iterator["_Counted"]:
    with path.open("rb") as file:
        if suffix.endswith(".gz"):
            with gzip.GzipFile(fileobj=file) as unpacked:
                yield _Counted(unpacked)
        else:
            yield _Counted(file)


class _Counted:
    """Bytes of a stream up to what may be unpacked; a torn archive is a refusal, not a crash."""

    def __init__(self, stream: IO[bytes] | gzip.GzipFile) -> None:
        self.stream = stream
        self.left = MOST_BYTES_UNPACKED

    def read(self, size: int = -1) -> bytes:
        try:
            piece = self.stream.read(min(PIECE, size) if size >= 0 else PIECE)
        except (EOFError, gzip.BadGzipFile, zlib.error):
            raise _torn() from None
        self.left -= len(piece)
        if self.left < 0:
            raise _too_large()
        return piece


# --- .xlsx ------------------------------------------------------------------------------------------------


def _workbook(path: Path) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError:
        raise FileRefused(
            "文件设有密码，请去掉密码后上传", "the file has a password; remove it and upload again"
        ) from None
    except CalamineError:
        raise _torn() from None


def _worksheet_names(book: CalamineWorkbook) -> list[str]:
    return [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]


def _first_filled(book: CalamineWorkbook, names: list[str]) -> str:
    for name in names:
        try:
            if book.get_sheet_by_name(name).height:
                return name
        except CalamineError:
            raise _torn() from None
    raise FileRefused("工作簿里没有填了内容的工作表", "no worksheet of this workbook holds anything")


def _workbook_rows(path: Path, facts: FileFacts) -> Iterator[Numbered]:
    with _workbook(path) as book:
        try:
            rows = book.get_sheet_by_name(facts.worksheet).iter_rows()
        except CalamineError:
            raise _torn() from None
        for index, cells in enumerate(rows):
            yield index + 1, [text_of(cell) for cell in cells]


def _require_harmless_workbook(path: Path) -> None:
    """Unpack once, counting, before a reader trusts the sizes that the archive declares.

    Raises: FileRefused if it unpacks to too much, or if a far-off cell would make too large a rectangle.
    """
    try:
        with zipfile.ZipFile(path) as archive, path.open("rb") as raw:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise _too_large()
            if not any(member.filename == "xl/workbook.xml" for member in members):
                raise FileRefused("不是 .xlsx 工作簿", "this is no .xlsx workbook")
            left = MOST_BYTES_UNPACKED
            for member in members:
                # Every part is looked at: which of them are worksheets is for the book itself to say.
                extent, size = _Extent(), 0
                is_frame = FRAME.fullmatch(member.filename) is not None
                for piece in _unpacked(raw, member):
                    left -= len(piece)
                    size += len(piece)
                    if left < 0 or (is_frame and size > MOST_BYTES_OF_FRAME):
                        raise _too_large()
                    extent.look(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        raise _torn() from None


def _unpacked(raw: IO[bytes], member: zipfile.ZipInfo) -> Iterator[bytes]:
    """All that a member's stored bytes unpack to, whatever size it claims (``ZipFile`` would stop at the claim)."""
    if member.flag_bits & 0x1 or member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise _torn()
    raw.seek(member.header_offset + 26)
    name_length, extra_length = (int.from_bytes(raw.read(2), "little") for _ in range(2))
    raw.seek(member.header_offset + 30 + name_length + extra_length)
    left = member.compress_size
    inflate = zlib.decompressobj(-15) if member.compress_type == zipfile.ZIP_DEFLATED else None
    while left > 0:
        packed = raw.read(min(PIECE, left))
        if not packed:
            raise _torn()
        left -= len(packed)
        if inflate is None:
            yield packed
            continue
        while packed and not inflate.eof:
            yield inflate.decompress(packed, PIECE)
            packed = inflate.unconsumed_tail


class _Extent:
    """What a part asks of its reader: the rectangle its cells span, and how many cells, words and sheets there are."""

    def __init__(self) -> None:
        self.tail = b""
        self.width = self.height = 1
        self.cells = self.words = self.sheets = 0

    def look(self, piece: bytes) -> None:
        # Spaces may be stretched at will; joined, nothing of interest is longer than the overlap.
        text = SPACES.sub(b" ", self.tail + piece)
        for letters in {one.upper() for one in CELL_COLUMN.findall(text)}:
            number = 0
            for letter in letters:
                number = number * 26 + letter - 64
            self.width = max(self.width, number)
        rows: Callable[[bytes], list[bytes]] = CELL_ROW.findall
        self.height = max(self.height, *map(int, set(rows(text))), 1)
        if self.width * self.height > MOST_CELLS or ODD_PLACE.search(text):
            raise _too_wide()
        self.cells += len(CELL.findall(text))
        self.words += len(WORD.findall(text))
        self.sheets += len(SHEET.findall(text))
        if self.cells > MOST_FILLED or self.words > MOST_WORDS or self.sheets > MOST_SHEETS:
            raise _too_much()
        self.tail = text[-OVERLAP:]


def _too_wide() -> FileRefused:
    return FileRefused(
        "工作表的范围过大（可能在很远的单元格里有内容或格式）。请把有用的区域复制到新工作簿后上传",
        "the worksheet spans too many cells (something stands far off); copy the useful part to a new workbook",
    )


def _torn() -> FileRefused:
    return FileRefused(
        "文件已损坏或不完整，请重新导出后上传", "the file is damaged or incomplete; export it again"
    )


def _too_much() -> FileRefused:
    return FileRefused(
        f"内容过多（最多{MOST_FILLED // 10000}万个单元格、{MOST_WORDS // 10000}万条文字、{MOST_SHEETS}个工作表），"
        "请分成几个文件上传",
        f"it holds too much ({MOST_FILLED:,} cells, {MOST_WORDS:,} texts and {MOST_SHEETS} sheets at most); split it",
    )


def _too_large() -> FileRefused:
    limit = MOST_BYTES_UNPACKED // 1024**3
    return FileRefused(
        f"解压后超过{limit} GB，请分成几个文件上传", f"it unpacks to more than {limit} GB; split it"
    )
