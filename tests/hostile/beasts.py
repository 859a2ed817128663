"""What a hostile file is here: its bytes, what it pretends to be, and how it must end."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

MARK = b"<script>alert('jw-mark')</script>"
"""Whatever of it is left in what we store or send would run somewhere."""


class End(StrEnum):
    """How it must end."""

    REFUSED = "refused"  # with a refusal that says what to do; nothing kept
    CLEANED = "cleaned"  # taken, and nothing of what made it hostile is left
    EITHER = "either"  # decoders may draw the line differently: refused, or taken and clean


@dataclass(frozen=True, slots=True)
class Beast:
    """One hostile file."""

    name: str
    make: Callable[[], bytes]
    end: End
    file_name: str = "photo.jpg"
    media_type: str = "image/jpeg"
    is_slow: bool = False
    """Only at depth: it costs seconds even where all is well."""

    def __str__(self) -> str:
        return self.name


def beast(name: str, content: bytes | Callable[[], bytes], end: End = End.REFUSED, **told: object) -> Beast:
    """A beast of fixed bytes, or of bytes made when asked for."""
    make = content if callable(content) else lambda: content
    return Beast(name, make, end, **told)  # type: ignore[arg-type]


def png_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(
    width: int, height: int, *chunks: bytes, depth: int = 1, colour: int = 0, pixels: bytes = b""
) -> bytes:
    """A PNG that says what it is told to say, whatever its pixels hold."""
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    body = png_chunk(b"IDAT", zlib.compress(pixels or b"\0" * 64))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + body + png_chunk(b"IEND", b"")


def box(kind: bytes, *content: bytes) -> bytes:
    """A box of an ISO media file."""
    body = b"".join(content)
    return struct.pack(">I", len(body) + 8) + kind + body


def zeros(size: int) -> bytes:
    """A raw deflate stream of zeros, a thousandth of its size."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece, out = b"\0" * (1 << 20), []
    for _ in range(size >> 20):
        out.append(packer.compress(piece))
    return b"".join(out) + packer.flush()
