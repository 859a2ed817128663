"""What a file is, from its first bytes; a name proves nothing."""

from dataclasses import dataclass
from enum import StrEnum

from jingwei.foundation.files.contracts import FileKind


class Container(StrEnum):
    """Formats that are taken. The value is the decoder's own name for the format where one is started."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    HEIF = "heif"
    MP4 = "mov"
    MATROSKA = "matroska"
    M4A = "m4a"
    MP3 = "mp3"
    AAC = "aac"
    AMR = "amr"
    WAV = "wav"
    OGG = "ogg"
    PDF = "pdf"


KIND_OF = {
    Container.JPEG: FileKind.PHOTO,
    Container.PNG: FileKind.PHOTO,
    Container.WEBP: FileKind.PHOTO,
    Container.HEIF: FileKind.PHOTO,
    Container.MP4: FileKind.VIDEO,
    Container.MATROSKA: FileKind.VIDEO,
    Container.M4A: FileKind.VOICE,
    Container.MP3: FileKind.VOICE,
    Container.AAC: FileKind.VOICE,
    Container.AMR: FileKind.VOICE,
    Container.WAV: FileKind.VOICE,
    Container.OGG: FileKind.VOICE,
    Container.PDF: FileKind.DOCUMENT,
}
DEMUXER = {
    Container.MP4: "mov",
    Container.M4A: "mov",
    Container.MATROSKA: "matroska",
    Container.MP3: "mp3",
    Container.AAC: "aac",
    Container.AMR: "amr",
    Container.WAV: "wav",
    Container.OGG: "ogg",
}
"""Named to the decoder outright: left to guess, it would open playlists and fetch what they point at."""

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_AUDIO_BRANDS = {b"M4A ", b"M4B "}
_VIDEO_BRANDS = {
    b"isom",
    b"iso2",
    b"iso4",
    b"iso5",
    b"iso6",
    b"mp41",
    b"mp42",
    b"avc1",
    b"M4V ",
    b"qt  ",
    b"MSNV",
}
_PICTURE_NAMES = (
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".heic",
    ".heif",
    ".gif",
    ".bmp",
    ".tif",
    ".tiff",
    ".avif",
)


@dataclass(frozen=True, slots=True)
class Sniffed:
    """The format that the first bytes announce. Decoding has the last word."""

    container: Container
    kind: FileKind


def sniff(head: bytes) -> Sniffed | None:
    """The announced format, or None if it is not one that is taken. ``head`` is at least the first 1,024 bytes."""
    container = _container(head)
    return Sniffed(container, KIND_OF[container]) if container else None


def claims_to_be_a_picture(name: str, media_type: str) -> bool:
    """Whether whoever sent it believes it to be a picture: then the refusal speaks of pictures."""
    is_drawing = media_type.startswith("image/svg") or name.lower().endswith(".svg")
    return not is_drawing and (media_type.startswith("image/") or name.lower().endswith(_PICTURE_NAMES))


def _container(head: bytes) -> Container | None:
    if head.startswith(b"\xff\xd8\xff"):
        return Container.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return Container.PNG
    if head.startswith(b"RIFF"):
        return {b"WEBP": Container.WEBP, b"WAVE": Container.WAV}.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _iso_container(head)
    if head[4:8] in {b"moov", b"mdat", b"wide"}:  # QuickTime files of old have no ftyp box
        return Container.MP4
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return Container.MATROSKA
    if head.startswith(b"OggS"):
        return Container.OGG
    if head.startswith(b"#!AMR"):
        return Container.AMR
    if b"%PDF-" in head[:1024]:
        return Container.PDF
    return _bare_audio(head)


def _iso_container(head: bytes) -> Container | None:
    length = min(int.from_bytes(head[:4], "big"), len(head))
    major = head[8:12]
    brands = {major} | {head[i : i + 4] for i in range(16, length - 3, 4)}
    if b"avif" in brands or b"avis" in brands:
        return None
    if major in _HEIF_BRANDS:
        return Container.HEIF
    if major in _AUDIO_BRANDS:
        return Container.M4A
    if brands & _VIDEO_BRANDS or major.startswith((b"3gp", b"3g2")):
        return Container.MP4
    return Container.HEIF if brands & _HEIF_BRANDS else None


def _bare_audio(head: bytes) -> Container | None:
    if head.startswith(b"ID3"):
        return Container.MP3
    if len(head) < 2 or head[0] != 0xFF:
        return None
    if head[1] & 0xF6 == 0xF0:
        return Container.AAC
    # MPEG audio frame: 11 sync bits, then a version and a layer that are not the reserved ones.
    is_frame = head[1] & 0xE0 == 0xE0 and head[1] & 0x18 != 0x08 and head[1] & 0x06 == 0x02
    return Container.MP3 if is_frame else None
