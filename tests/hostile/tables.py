"""Tables that unpack to too much, read other files, reach outside, or run as formulas."""

import gzip
import io
import struct
import zipfile
from collections.abc import Callable

from tests.hostile.beasts import MARK, Beast, End, beast, zeros

BOOK = {
    "file_name": "units.xlsx",
    "media_type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
TEXT = {"file_name": "units.csv", "media_type": "text/csv"}
SECRET = b"root:x:0:0"
"""What /etc/passwd begins with: an entity that was resolved would bring it in."""

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="xl/workbook.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
BOOK_RELS = (
    RELS.replace("xl/workbook.xml", "worksheets/sheet1.xml")
    .replace('officeDocument"/>', 'worksheet"/>')
    .replace(
        "</Relationships>",
        '<Relationship Id="rId2" Target="sharedStrings.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>',
    )
)
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
WORKBOOK = (
    f'<workbook {MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
HEADERS = ("单位编号", "名称", "类别", "成立日期", "人数")


def cells(*texts: str, row: int = 1) -> str:
    letters = "ABCDEFGHIJ"
    inner = "".join(
        f'<c r="{letters[i]}{row}" t="inlineStr"><is><t>{text}</t></is></c>' for i, text in enumerate(texts)
    )
    return f'<row r="{row}">{inner}</row>'


def sheet(rows: str, before: str = "") -> str:
    return f'<?xml version="1.0"?>{before}<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>'


GOOD = cells(*HEADERS) + cells("T1", "一队", "城管", "2024-01-02", "12", row=2)


def book(members: dict[str, bytes | str] | None = None) -> Callable[[], bytes]:
    """A workbook, with parts replaced or added."""

    def make() -> bytes:
        parts: dict[str, bytes | str] = {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELS,
            "xl/workbook.xml": WORKBOOK,
            "xl/_rels/workbook.xml.rels": BOOK_RELS,
            "xl/worksheets/sheet1.xml": sheet(GOOD),
        } | (members or {})
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for name, content in parts.items():
                made.writestr(name, content)
        return out.getvalue()

    return make


def lying_book(real: int, claimed: int) -> bytes:
    """A member that claims to unpack to little and unpacks to much."""
    content = bytearray(book({"xl/media/x.bin": b"PLACE" * 20})())
    packed = zeros(real)
    name = b"xl/media/x.bin"
    at = len(content)
    header = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0, 0, len(packed), claimed, len(name), 0)
    end = content.rindex(b"PK\5\6")
    directory_at = struct.unpack_from("<I", content, end + 16)[0]
    directory = content[directory_at:end]
    entry = struct.pack(
        "<4sHHHHHHIIIHHHHHII",
        b"PK\1\2",
        20,
        20,
        0,
        8,
        0,
        0,
        0,
        len(packed),
        claimed,
        len(name),
        0,
        0,
        0,
        0,
        0,
        directory_at,
    )
    del at
    body = bytes(content[:directory_at]) + header + name + packed
    count = struct.unpack_from("<H", content, end + 8)[0] + 1
    tail = struct.pack(
        "<4sHHHHIIH", b"PK\5\6", 0, 0, count, count, len(directory) + len(entry) + len(name), len(body), 0
    )
    return body + bytes(directory) + entry + name + tail


def overlapping(count: int, real: int) -> bytes:
    """Many names for one packed kernel: the archive stays small and unpacks to count times its size."""
    parts = io.BytesIO(book()())
    with zipfile.ZipFile(parts) as made:
        names = made.namelist()
        contents = {name: made.read(name) for name in names}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in contents.items():
            made.writestr(name, content)
    content = out.getvalue()
    end = content.rindex(b"PK\5\6")
    directory_at = struct.unpack_from("<I", content, end + 16)[0]
    directory, body = content[directory_at:end], content[:directory_at]
    packed, name = zeros(real), b"xl/media/k"
    body += (
        struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0, 0, len(packed), real, len(name), 0)
        + name
        + packed
    )
    entries = b"".join(
        struct.pack(
            "<4sHHHHHHIIIHHHHHII",
            b"PK\1\2",
            20,
            20,
            0,
            8,
            0,
            0,
            0,
            len(packed),
            real,
            10,
            0,
            0,
            0,
            0,
            0,
            directory_at,
        )
        + b"xl/m/%05d" % number
        for number in range(count)
    )
    total = len(contents) + count
    tail = struct.pack(
        "<4sHHHHIIH", b"PK\5\6", 0, 0, total, total, len(directory) + len(entries), len(body), 0
    )
    return body + directory + entries + tail


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    + "]>"
)
XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
XXE_OUT = '<!DOCTYPE x SYSTEM "http://169.254.169.254/latest/x.dtd">'


def many(element: str, count: int, *, before: str = "", after: str = "") -> str:
    return before + element * count + after


BOOKS: list[Beast] = [
    beast(
        "book that unpacks to 2 GB",
        lambda: book({"xl/media/x.bin": b""})() and lying_book(2 << 30, 2 << 30),
        is_slow=True,
        **BOOK,
    ),
    beast(
        "book that claims little and unpacks to 2 GB", lambda: lying_book(2 << 30, 100), is_slow=True, **BOOK
    ),
    beast("book of 1900 names for one kernel", lambda: overlapping(1_900, 64 << 20), is_slow=True, **BOOK),
    beast("book of 5000 parts", lambda: book({f"xl/media/{n}": b"" for n in range(5_000)})(), **BOOK),
    beast(
        "book of 40 million shared words",
        lambda: book(
            {"xl/sharedStrings.xml": many("<si/>", 40_000_000, before=f"<sst {MAIN}>", after="</sst>")}
        )(),
        is_slow=True,
        **BOOK,
    ),
    beast(
        "book of 20 million cells in one place",
        lambda: book(
            {
                "xl/worksheets/sheet1.xml": sheet(
                    many('<c r="A1"><v>1</v></c>', 20_000_000, before="<row>", after="</row>")
                )
            }
        )(),
        is_slow=True,
        **BOOK,
    ),
    beast(
        "book of 12 million cells without a place",
        lambda: book(
            {
                "xl/worksheets/sheet1.xml": sheet(
                    many("<c><v>1</v></c>", 12_000_000, before="<row>", after="</row>")
                )
            }
        )(),
        is_slow=True,
        **BOOK,
    ),
    beast(
        "book of 3 million merged cells",
        lambda: book(
            {
                "xl/worksheets/sheet1.xml": sheet(GOOD).replace(
                    "</worksheet>",
                    many(
                        '<mergeCell ref="A1:B2"/>',
                        3_000_000,
                        before="<mergeCells>",
                        after="</mergeCells></worksheet>",
                    ),
                )
            }
        )(),
        End.EITHER,
        is_slow=True,
        **BOOK,
    ),
    beast(
        "book of 64 MB of styles",
        lambda: book(
            {
                "xl/styles.xml": many(
                    "<xf/>",
                    13_000_000,
                    before=f"<styleSheet {MAIN}><cellXfs>",
                    after="</cellXfs></styleSheet>",
                )
            }
        )(),
        is_slow=True,
        **BOOK,
    ),
    beast(
        "book that names 600 sheets",
        lambda: book(
            {
                "xl/workbook.xml": WORKBOOK.replace(
                    "</sheets>", many('<sheet name="S" sheetId="2" r:id="rId1"/>', 600) + "</sheets>"
                )
            }
        )(),
        **BOOK,
    ),
    beast(
        "book with a cell at the far end",
        book(
            {
                "xl/worksheets/sheet1.xml": sheet(
                    GOOD + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
                )
            }
        ),
        **BOOK,
    ),
    beast(
        "book with a cell beyond the end",
        book(
            {
                "xl/worksheets/sheet1.xml": sheet(
                    GOOD + '<row r="999999999"><c r="ZZZ999999999"><v>1</v></c></row>'
                )
            }
        ),
        **BOOK,
    ),
    beast(
        "book with a far cell in small letters",
        book({"xl/worksheets/sheet1.xml": sheet(GOOD + '<row><c r="xfd1048576"><v>1</v></c></row>')}),
        **BOOK,
    ),
    beast(
        "book with a far cell behind noughts",
        book(
            {"xl/worksheets/sheet1.xml": sheet(GOOD + f'<row><c r="XFD{"0" * 12}1048576"><v>1</v></c></row>')}
        ),
        **BOOK,
    ),
    beast(
        "book with a far cell on a sheet elsewhere",
        book(
            {
                "xl/_rels/workbook.xml.rels": BOOK_RELS.replace("worksheets/sheet1", "odd/x"),
                "xl/odd/x.xml": sheet(GOOD + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
            }
        ),
        **BOOK,
    ),
    beast(
        "book with a far cell behind a mile of spaces",
        lambda: book(
            {
                "xl/worksheets/sheet1.xml": sheet(
                    GOOD + f'<row><c r{" " * 1_100_000}="XFD1048576"><v>1</v></c></row>'
                )
            }
        )(),
        **BOOK,
    ),
    beast(
        "book that laughs",
        book({"xl/worksheets/sheet1.xml": sheet(cells(*HEADERS) + cells("&j;", row=2), LAUGHS)}),
        End.EITHER,
        **BOOK,
    ),
    beast(
        "book that laughs in its words",
        book({"xl/sharedStrings.xml": f"{LAUGHS}<sst {MAIN}><si><t>&j;</t></si></sst>"}),
        End.EITHER,
        **BOOK,
    ),
    beast(
        "book that reads a file",
        book({"xl/worksheets/sheet1.xml": sheet(cells(*HEADERS) + cells("&e;", "x", row=2), XXE)}),
        End.EITHER,
        **BOOK,
    ),
    beast(
        "book that reads a file for its name",
        book({"xl/workbook.xml": XXE + WORKBOOK.replace('name="S"', 'name="&e;"')}),
        End.EITHER,
        **BOOK,
    ),
    beast(
        "book that asks a neighbour for its grammar",
        book({"xl/workbook.xml": XXE_OUT + WORKBOOK}),
        End.EITHER,
        **BOOK,
    ),
    beast(
        "book in another book", lambda: book({"xl/embeddings/inner.xlsx": book()()})(), End.CLEANED, **BOOK
    ),
    beast(
        "book with a program",
        book({"xl/embeddings/ole.bin": b"MZ" + MARK, "xl/vbaProject.bin": b"Auto_Open"}),
        End.CLEANED,
        **BOOK,
    ),
    beast(
        "book with links to other books",
        book(
            {
                "xl/externalLinks/externalLink1.xml": f'<externalLink {MAIN}><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
                "xl/externalLinks/_rels/externalLink1.xml.rels": RELS.replace(
                    "xl/workbook.xml", "file://evil/x.xlsx"
                ),
            }
        ),
        End.CLEANED,
        **BOOK,
    ),
    beast(
        "book with parts outside itself",
        book({"../../../../tmp/jw-evil": MARK, "/jw-evil": MARK, "..\\jw-evil": MARK}),
        End.EITHER,
        **BOOK,
    ),
    beast(
        "book whose sheet lies outside",
        book(
            {
                "xl/_rels/workbook.xml.rels": BOOK_RELS.replace(
                    "worksheets/sheet1.xml", "../../../../../etc/passwd"
                )
            }
        ),
        End.EITHER,
        **BOOK,
    ),
    beast(
        "book whose sheet is missing",
        book({"xl/_rels/workbook.xml.rels": BOOK_RELS.replace("sheet1", "sheet9")}),
        End.EITHER,
        **BOOK,
    ),
    beast(
        "book of formulas",
        book(
            {
                "xl/worksheets/sheet1.xml": sheet(
                    cells(*HEADERS)
                    + '<row r="2"><c r="A2"><f>HYPERLINK("http://evil.example","x")</f><v>T9</v></c></row>'
                )
            }
        ),
        End.CLEANED,
        **BOOK,
    ),
    beast("archive that is no book", lambda: archive_of("readme.txt", b"x"), **BOOK),
    beast("book, torn", lambda: book()()[:300], **BOOK),
    beast("book with a lock", b"\xd0\xcf\x11\xe0" + b"\0" * 600, **BOOK),
]

TEXTS: list[Beast] = [
    beast(
        "text packed to 2 GB",
        lambda: gzip.compress(b"") and packed_text(2 << 30),
        is_slow=True,
        file_name="a.csv.gz",
        media_type="application/gzip",
    ),
    beast("text packed and torn", lambda: gzip.compress(b"a,b\n" * 1000)[:20], **TEXT),
    beast("text with an open quote", b'"' + b"a" * 300_000, **TEXT),
    beast("text of one endless line", b"a" * 5_000_000, **TEXT),
    beast("text of 5000 columns", b",".join(b"c%d" % n for n in range(5_000)) + b"\n", **TEXT),
    beast("text with NUL", "单位编号,名称\nT1,\x00\n".encode(), **TEXT),
    beast("text in no encoding", b"\xff\xfe\xfd\xfc" * 500 + b"\x81", **TEXT),
    beast("text of halves in utf-16", b"\xff\xfe" + b"\x00\xd8" * 200, **TEXT),
    beast("page called a table", b"<html><table><tr><td>" + MARK, End.EITHER, **TEXT),
    beast("text that begins with a program", b"MZ\x90\0" + b"\0" * 60, **TEXT),
    beast("picture called a table", b"\x89PNG\r\n\x1a\n" + b"\0" * 60, **TEXT),
    beast("nothing for a table", b"", **TEXT),
    beast(
        "formulas in every cell",
        ("单位编号,名称,类别\n" + "=1+1,@SUM(A1),+cmd|' /C calc'!A0\n").encode(),
        End.CLEANED,
        **TEXT,
    ),
]


def archive_of(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(name, content)
    return out.getvalue()


def packed_text(size: int) -> bytes:
    body = zeros(size)
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + body + struct.pack("<II", 0, size & 0xFFFFFFFF)


TABLES = [*BOOKS, *TEXTS]
