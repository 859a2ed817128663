"""Recordings that fetch, read other files, never end, or are something else besides."""

import struct
import tempfile
from collections.abc import Callable
from pathlib import Path

from jingwei.foundation.files.tests.samples import recording
from tests.hostile.beasts import MARK, Beast, End, beast, box

VIDEO = {"file_name": "clip.mp4", "media_type": "video/mp4"}
SOUND = {"file_name": "memo.mp3", "media_type": "audio/mpeg"}


def recorded(name: str, *options: str) -> Callable[[], bytes]:
    def make() -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            return recording(Path(folder), name, *options)

    return make


def with_mark(make: Callable[[], bytes]) -> Callable[[], bytes]:
    return lambda: make() + MARK


def reference_movie() -> bytes:
    """A QuickTime file whose sound lies elsewhere: in a file of the server."""
    elsewhere = box(b"url ", b"\0\0\0\0file:///etc/passwd\0")
    dref = box(b"dref", struct.pack(">II", 0, 1), elsewhere)
    entry = box(
        b"sowt", b"\0" * 6 + struct.pack(">H", 1), b"\0" * 8, struct.pack(">HHHHI", 1, 16, 0, 0, 8000 << 16)
    )
    table = box(
        b"stbl",
        box(b"stsd", struct.pack(">II", 0, 1), entry),
        box(b"stts", struct.pack(">IIII", 0, 1, 400, 1)),
        box(b"stsc", struct.pack(">IIIII", 0, 1, 1, 400, 1)),
        box(b"stsz", struct.pack(">III", 0, 2, 400)),
        box(b"stco", struct.pack(">III", 0, 1, 0)),
    )
    media = box(
        b"mdia",
        box(b"mdhd", struct.pack(">IIIIIHH", 0, 0, 0, 8000, 400, 0, 0)),
        box(b"hdlr", b"\0" * 4 + b"mhlrsoun" + b"\0" * 13),
        box(b"minf", box(b"smhd", b"\0" * 8), box(b"dinf", dref), table),
    )
    return box(b"ftyp", b"qt  ", b"\0\0\0\0", b"qt  ") + box(b"moov", box(b"trak", media))


TONE = ("-f", "lavfi", "-i", "sine=frequency=300:duration=0.3")
CLIP = ("-f", "lavfi", "-i", "testsrc=size=64x48:rate=15:duration=0.3")
PLAYLIST = b"#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"

RECORDINGS: list[Beast] = [
    beast("playlist of the server's files", PLAYLIST, **VIDEO),
    beast(
        "playlist behind a film's first bytes",
        box(b"ftyp", b"isom", b"\0\0\0\0", b"isom") + PLAYLIST,
        **VIDEO,
    ),
    beast(
        "playlist that asks a neighbour",
        PLAYLIST.replace(b"file:///etc/passwd", b"http://169.254.169.254/"),
        **VIDEO,
    ),
    beast("list of files to join", b"ffconcat version 1.0\nfile /etc/passwd\n", **VIDEO),
    beast("session description", b"v=0\no=- 0 0 IN IP4 127.0.0.1\nm=audio 22 RTP/AVP 0\n", **VIDEO),
    beast("avi with a playlist for subtitles", b"RIFF\0\0\0\0AVI LISThdrl" + b"GAB2" + PLAYLIST, **VIDEO),
    beast("film that lies elsewhere", reference_movie, End.EITHER, **VIDEO),
    beast("film of nothing but its name", box(b"ftyp", b"isom", b"\0\0\0\0", b"isom"), **VIDEO),
    beast(
        "film whose boxes have no end",
        box(b"ftyp", b"isom", b"\0\0\0\0", b"isom") + b"\0\0\0\1moov" + b"\xff" * 40,
        **VIDEO,
    ),
    beast(
        "film of boxes in boxes", lambda: box(b"ftyp", b"isom", b"\0\0\0\0", b"isom") + nested(2_000), **VIDEO
    ),
    beast("matroska of no end", b"\x1a\x45\xdf\xa3\x01" + b"\xff" * 60, **VIDEO),
    beast("page that begins like matroska", b"\x1a\x45\xdf\xa3" + MARK, **VIDEO),
    beast(
        "film of 100 megapixels",
        recorded(
            "large.mkv",
            "-f",
            "lavfi",
            "-i",
            "color=size=10000x10000:rate=1:duration=1",
            "-c:v",
            "ffv1",
            "-pix_fmt",
            "gray",
        ),
        is_slow=True,
        **VIDEO,
    ),
    beast(
        "film of two minutes",
        recorded(
            "long.mp4", "-f", "lavfi", "-i", "color=size=64x48:rate=1:duration=120", "-pix_fmt", "yuv420p"
        ),
        is_slow=True,
        **VIDEO,
    ),
    beast(
        "film with script in its title",
        with_mark(recorded("clip.mp4", *CLIP, "-metadata", f"title={MARK.decode()}", "-pix_fmt", "yuv420p")),
        End.CLEANED,
        is_slow=True,
        **VIDEO,
    ),
    beast(
        "sound of an hour",
        recorded("long.mp3", "-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono", "-t", "3600", "-b:a", "8k"),
        is_slow=True,
        **SOUND,
    ),
    beast(
        "wave that claims four gigabytes",
        b"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0\1\0\1\0" + b"\xff" * 12 + b"data\xff\xff\xff\xff",
        **SOUND,
    ),
    beast(
        "sound with script in its title",
        with_mark(recorded("memo.mp3", *TONE, "-metadata", f"title={MARK.decode()}")),
        End.CLEANED,
        **SOUND,
    ),
    beast("sound with a page for a cover", with_mark(recorded("memo.wav", *TONE)), End.CLEANED, **SOUND),
    beast("noise that begins like sound", b"ID3\3\0\0\0\0\0\0" + MARK * 40, **SOUND),
    beast("ogg of nothing", b"OggS" + b"\0" * 100, **SOUND),
    beast("flash film", b"CWS\x0a" + b"\0" * 60, **VIDEO),
]


def nested(depth: int) -> bytes:
    content = b""
    for _ in range(depth):
        content = box(b"moov", content)
    return content
