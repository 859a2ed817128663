"""The PDF: tagged, in its language, its Chinese letters embedded, and nothing in it comes from anywhere else."""

import io
import re
from uuid import UUID

import pikepdf
import pytest
from PIL import Image, ImageFile

from jingwei.foundation.documents.contracts import (
    Document,
    Facts,
    Lanes,
    Language,
    Mark,
    Note,
    Picture,
    Pictures,
    Section,
    Table,
)
from jingwei.foundation.documents.rules.drawing import IN_A_STRIP, strips_of
from jingwei.foundation.documents.rules.page import page_of
from jingwei.foundation.documents.services.printing import render_pdf

PHOTO = UUID("01936f00-0000-7000-8000-000000000001")
HIDDEN = UUID("01936f00-0000-7000-8000-000000000002")
HOSTILE = '</p><img src="file:///etc/passwd"><script>alert(1)</script>&amp;'


def course(steps: int = 3, word: str = "派遣") -> Lanes:
    marks = tuple(Mark(n % 2, word, "late" if n == 1 else "plain", "11-16 10:00") for n in range(steps))
    return Lanes(("镇街", "村社区"), marks, "办理过程图")


def a_document(words: str = "暴雨后井盖丢失") -> Document:
    blocks = (
        Note(words),
        Facts((("受理编号", "4309260001"), ("空的", ""))),
        Table(("时间", "步骤"), (("2026-11-16 10:00", words),), "办理过程"),
        Pictures((Picture(PHOTO, "处置后照片"), Picture(HIDDEN, "看不到的照片"))),
        course(),
    )
    return Document(
        title="一事一档 · 4309260001",
        language=Language.ZH,
        sections=(Section("all", "基本情况", blocks),),
        lead=(("状态", "处置中"),),
        foot="内部使用 · 吴芳",
        signatures=("当事人（签名）",),
    )


def jpeg() -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (32, 24), "teal").save(content, "JPEG")
    return content.getvalue()


def letters_of(pdf: pikepdf.Pdf) -> set[str]:
    """The letters that can be read out of the embedded fonts, as a screen reader does."""
    found: set[str] = set()
    for page in pdf.pages:
        for font in page.resources.get("/Font", {}).values():
            told = font["/ToUnicode"].read_bytes().decode("ascii")
            for part in re.findall(r"beginbfchar\n(.*?)endbfchar", told, re.DOTALL):
                for code in re.findall(r"<[0-9a-fA-F]+> <([0-9a-fA-F]+)>", part):
                    found |= set(bytes.fromhex(code).decode("utf-16-be"))
    return found


@pytest.fixture(scope="module")
def printed() -> bytes:
    return render_pdf(a_document(), {PHOTO: jpeg()})


def test_it_is_tagged_and_says_its_title_and_language(printed: bytes) -> None:
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        assert pdf.Root["/MarkInfo"]["/Marked"]
        assert str(pdf.Root["/Lang"]) == "zh-CN"
        assert pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"]
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert meta["dc:title"] == "一事一档 · 4309260001"
        tags = {str(one["/S"]) for one in dictionaries(pdf) if one.get("/Type") == "/StructElem"}
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/Figure"} <= tags


def dictionaries(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]


def test_printing_does_not_change_which_uploads_are_taken(printed: bytes) -> None:
    assert printed
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False


def test_its_chinese_letters_are_embedded_and_can_be_read_out(printed: bytes) -> None:
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        assert set("暴雨后井盖丢失一事档基本情况") <= letters_of(pdf)
        fonts = [one for one in dictionaries(pdf) if one.get("/Type") == "/FontDescriptor"]
        embedded = [any(key in one for key in ("/FontFile", "/FontFile2", "/FontFile3")) for one in fonts]
        names = " ".join(str(one["/FontName"]) for one in fonts)
    assert embedded
    assert all(embedded)
    assert re.search("CJK|Hei|Han", names), names


def test_what_people_wrote_is_text_and_fetches_nothing() -> None:
    page = page_of(a_document(HOSTILE), shown=frozenset())
    assert "<script" not in page
    assert "file:///etc/passwd&quot;" in page
    assert re.findall(r'(?:src|href)="([^"]*)"', page) == ["jingwei-part:drawing/0"]
    assert render_pdf(a_document(HOSTILE), {}).startswith(b"%PDF-1.7")


def test_a_photo_that_the_reader_does_not_see_is_not_in_it(printed: bytes) -> None:
    page = page_of(a_document(), shown=frozenset({PHOTO}))
    assert (str(PHOTO) in page, str(HIDDEN) in page) == (True, False)
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        pictures = [
            one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]
        assert [str(one["/Filter"]) for one in pictures] == ["/DCTDecode"]


def test_a_long_course_goes_on_in_strips_and_its_words_are_escaped() -> None:
    strips = strips_of(course(IN_A_STRIP * 2 + 1, word="<b>"))
    assert len(strips) == 3
    svg = "".join(strips)
    assert svg.count("&lt;b&gt;") == IN_A_STRIP * 2 + 1
    assert "<b>" not in svg
    assert svg.count("镇街") == 3
    assert svg.count("<path") == IN_A_STRIP * 2 + 1  # the lines between them, and the late one's triangle


def test_the_same_document_makes_the_same_bytes(printed: bytes) -> None:
    assert render_pdf(a_document(), {PHOTO: jpeg()}) == printed
