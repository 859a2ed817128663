"""What a file is, what reads like a plate, what is covered between two looks, what waits for staff."""

import pytest

from jingwei.foundation.files.contracts import FileKind
from jingwei.foundation.files.rules.boxes import Box, Found, between, overlap, require_usable, without_doubles
from jingwei.foundation.files.rules.content import Container, claims_to_be_a_picture, sniff
from jingwei.foundation.files.rules.plates import reads_like_plate, shaped_like_plate
from jingwei.foundation.files.rules.publishing import must_be_looked_at
from jingwei.foundation.files.rules.refusals import BadBoxes

FTYP = b"\0\0\0\x18ftyp"


@pytest.mark.parametrize(
    ("head", "container"),
    [
        (b"\xff\xd8\xff\xe1\0\x10Exif", Container.JPEG),
        (b"\x89PNG\r\n\x1a\n\0\0", Container.PNG),
        (b"RIFF\x10\0\0\0WEBPVP8 ", Container.WEBP),
        (b"RIFF\x10\0\0\0WAVEfmt ", Container.WAV),
        (FTYP + b"heic\0\0\0\0mif1heic", Container.HEIF),
        (FTYP + b"mif1\0\0\0\0mif1heic", Container.HEIF),
        (FTYP + b"isom\0\0\x02\0isomavc1", Container.MP4),
        (FTYP + b"qt  \0\0\0\0qt  \0\0\0\0", Container.MP4),
        (FTYP + b"3gp4\0\0\0\0isom3gp4", Container.MP4),
        (FTYP + b"M4A \0\0\0\0M4A mp42", Container.M4A),
        (b"\0\0\0\x08wide\0\0\0\0mdat", Container.MP4),
        (b"\x1a\x45\xdf\xa3\x9f", Container.MATROSKA),
        (b"OggS\0\x02", Container.OGG),
        (b"#!AMR\n<", Container.AMR),
        (b"ID3\x04\0\0", Container.MP3),
        (b"\xff\xfb\x90\x44", Container.MP3),
        (b"\xff\xf1\x50\x80", Container.AAC),
        (b"%PDF-1.7\n", Container.PDF),
        (b"\xef\xbb\xbf\n%PDF-1.4", Container.PDF),
    ],
)
def test_formats_are_known_by_their_first_bytes(head: bytes, container: Container) -> None:
    sniffed = sniff(head)
    assert sniffed is not None
    assert sniffed.container is container


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"hello, I am a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        b"<?xml version='1.0'?><svg/>",
        b"GIF89a\x01\0\x01\0",
        b"BM\x36\0\0\0",
        b"PK\x03\x04",
        b"MZ\x90\0",
        b"#EXTM3U\nhttp://example.com/a.ts",
        b"RIFF\x10\0\0\0AVI LIST",
        FTYP + b"avif\0\0\0\0avifmif1",
        b"\xff\xff\xff\xff",
        b"\xff\xd8",
    ],
)
def test_everything_else_is_not_taken(head: bytes) -> None:
    assert sniff(head) is None


def test_a_drawing_with_script_is_not_called_a_picture() -> None:
    assert claims_to_be_a_picture("photo.JPG", "")
    assert claims_to_be_a_picture("", "image/png")
    assert not claims_to_be_a_picture("logo.svg", "image/svg+xml")
    assert not claims_to_be_a_picture("letter.docx", "application/msword")


@pytest.mark.parametrize(
    "text",
    [
        "湘H·12345",
        "湘H12345",
        "京A·D12345",
        "粤BD12345",
        "川K·EKREV",
        "湘A1234学",
        "警A·12345",
        "H·X8RF2",
        "K1AB34",
        "NA52 BUU",
        "9A24",
        "A 12345",
        "WJ湘1234X",
    ],
)
def test_plates_read_like_plates(text: str) -> None:
    assert reads_like_plate(text, 0.99)


@pytest.mark.parametrize(
    "text",
    [
        "综合治理中心",
        "禁止停车",
        "DUANEread",
        "OPEN",
        "1:00",
        "96",
        "cero",
        "13973712345",
        "联系电话：0737-4223456",
    ],
)
def test_signs_do_not(text: str) -> None:
    assert not reads_like_plate(text, 0.99)


def test_what_can_hardly_be_read_is_taken_for_a_plate() -> None:
    assert reads_like_plate("HXFRWG", 0.5)
    assert not reads_like_plate("HXFRWG", 0.95)


def test_a_billboard_is_not_shaped_like_a_plate() -> None:
    assert shaped_like_plate(110, 35, picture_height=1536)
    assert shaped_like_plate(60, 40, picture_height=1536)  # two lines, as on lorries and motorcycles
    assert not shaped_like_plate(1200, 500, picture_height=1536)
    assert not shaped_like_plate(300, 20, picture_height=1536)


def test_between_two_looks_the_way_of_what_moved_is_covered() -> None:
    was, is_now = Box(100, 100, 40, 50, found=Found.FACE), Box(150, 100, 40, 50, found=Found.FACE)
    (covered,) = between([was], [is_now])
    assert (covered.left, covered.width) == (100, 90)


def test_between_two_looks_who_came_and_who_left_are_covered() -> None:
    left, came = Box(0, 0, 20, 20, found=Found.FACE), Box(500, 300, 20, 20, found=Found.FACE)
    plate = Box(5, 5, 20, 20, found=Found.PLATE)
    assert set(between([left], [came])) == {left, came}
    assert set(between([left], [plate])) == {left, plate}
    assert between([], []) == []


def test_boxes_of_the_same_thing_count_once() -> None:
    weak, strong, other = Box(0, 0, 10, 10, 0.4), Box(1, 1, 10, 10, 0.9), Box(50, 50, 10, 10, 0.3)
    assert without_doubles([weak, strong, other]) == [strong, other]
    assert overlap(weak, other) == 0


def test_corners_are_clipped_to_the_picture() -> None:
    assert Box(-5, -5, 10, 10).corners(100, 100) == (0, 0, 5, 5)
    assert Box(95.2, 0, 10, 10).corners(100, 100) == (95, 0, 100, 10)
    assert Box(200, 0, 10, 10).corners(100, 100) is None
    assert Box(10, 10, 10, 10).grown(2).corners(100, 100) == (5, 5, 25, 25)


@pytest.mark.parametrize("boxes", [[], [Box(0, 0, 1, 1)], [Box(640, 0, 10, 10)], [Box(0, 0, 9, 9)] * 201])
def test_unusable_drawn_boxes_are_refused(boxes: list[Box]) -> None:
    with pytest.raises(BadBoxes):
        require_usable(boxes, 640, 480)


def test_only_photos_in_which_nothing_was_seen_go_out_unseen() -> None:
    assert not must_be_looked_at(FileKind.PHOTO, covered=0, doubtful=0)
    assert must_be_looked_at(FileKind.PHOTO, covered=1, doubtful=0)
    assert must_be_looked_at(FileKind.PHOTO, covered=0, doubtful=1)
    for kind in (FileKind.VIDEO, FileKind.VOICE, FileKind.DOCUMENT):
        assert must_be_looked_at(kind, covered=0, doubtful=0)
