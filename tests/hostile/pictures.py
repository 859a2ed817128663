"""Pictures that are none, are too much, or are something else besides."""

import gzip
import io
import struct
import zipfile
import zlib

from PIL import Image

from jingwei.foundation.files.tests.samples import encoded, jpeg, picture
from tests.hostile.beasts import MARK, Beast, End, beast, box, png, png_chunk

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">' + MARK + b"</svg>"
HTML = b"<!doctype html><html><body>" + MARK + b"</body></html>"


def archive() -> bytes:
    """A Java archive, as it used to hide behind pictures."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("META-INF/MANIFEST.MF", "Main-Class: Evil")
        made.writestr("Evil.class", MARK)
    return out.getvalue()


def jpeg_of_size(width: int, height: int) -> bytes:
    """A JPEG whose frame header claims another size."""
    content = bytearray(encoded(picture(64, 64)))
    at = content.index(b"\xff\xc0")
    content[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(content)


def jpeg_of_scans(count: int, side: int) -> bytes:
    """A progressive JPEG with one scan sent over and over: each makes the decoder walk the whole picture."""
    content = encoded(Image.new("L", (side, side), 128), progressive=True, quality=30)
    last = content.rindex(b"\xff\xda")
    scan = content[last:-2]
    return content[:-2] + scan * count + content[-2:]


def jpeg_with(segment: bytes) -> bytes:
    content = encoded(picture())
    return content[:2] + b"\xff\xfe" + struct.pack(">H", len(segment) + 2) + segment + content[2:]


def webp_of_size(width: int, height: int) -> bytes:
    """A WebP whose canvas claims another size."""
    canvas = b"\x10\0\0\0" + struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    frame = encoded(picture(16, 16), "WEBP", lossless=True)[12:]
    body = b"WEBPVP8X" + struct.pack("<I", 10) + canvas + frame
    return b"RIFF" + struct.pack("<I", len(body)) + body


def animated(file_format: str, frames: int) -> bytes:
    shades = [Image.new("RGB", (32, 32), (shade % 256, 0, 0)) for shade in range(frames)]
    return encoded(shades[0], file_format, save_all=True, append_images=shades[1:], duration=10)


def gif_of_size(width: int, height: int) -> bytes:
    return (
        b"GIF89a"
        + struct.pack("<HH", width, height)
        + b"\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
    )


def tiff_of_size(width: int, height: int) -> bytes:
    tags = [
        (256, 4, 1, width),
        (257, 4, 1, height),
        (258, 3, 1, 8),
        (259, 3, 1, 1),
        (273, 4, 1, 8),
        (279, 4, 1, 1),
    ]
    body = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    return b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(tags)) + body + b"\0\0\0\0"


def heic(**changes: int) -> bytes:
    """A real HEIC, its stated size altered where asked."""
    import pillow_heif

    out = io.BytesIO()
    pillow_heif.from_pillow(picture(128, 96)).save(out, quality=50)
    content = bytearray(out.getvalue())
    if changes:
        at = content.index(b"ispe") + 8
        content[at : at + 8] = struct.pack(">II", changes["width"], changes["height"])
    return bytes(content)


def torn(content: bytes, part: float) -> bytes:
    return content[: int(len(content) * part)]


def jp2() -> bytes:
    return box(b"jP  ", b"\r\n\x87\n") + box(b"ftyp", b"jp2 ", b"\0\0\0\0", b"jp2 ") + b"\0" * 200


def spelling() -> bytes:
    """A PNG whose pixels, stored without compression, spell out a page."""
    row = (HTML + b" " * 300)[:300]
    return png(100, 100, depth=8, colour=2, pixels=b"".join(b"\0" + row for _ in range(100)))


BOMBS: list[Beast] = [
    beast("png 1.6 gigapixels in 100 bytes", png(40_000, 40_000)),
    beast("png of the widest possible row", png(2**31 - 1, 1)),
    beast("png of no width", png(0, 10)),
    beast("png grey 16 bit, 51 megapixels", png(7_200, 7_200, depth=16)),
    beast(
        "png with 64 MB of compressed remarks",
        lambda: png(
            8, 8, png_chunk(b"zTXt", b"note\0\0" + zlib.compress(b"A" * 64_000_000)), pixels=b"\0\0" * 8
        ),
        End.EITHER,
        is_slow=True,
    ),
    beast(
        "png with 64 MB of colour profile",
        lambda: png(
            8, 8, png_chunk(b"iCCP", b"p\0\0" + zlib.compress(b"\0" * 64_000_000)), pixels=b"\0\0" * 8
        ),
        End.EITHER,
        is_slow=True,
    ),
    beast(
        "png with 2000 remarks of 60 kB",
        lambda: png(
            8, 8, png_chunk(b"zTXt", b"n\0\0" + zlib.compress(b"A" * 60_000)) * 2000, pixels=b"\0\0" * 8
        ),
        End.EITHER,
        is_slow=True,
    ),
    beast("animated png of 600 frames", lambda: animated("PNG", 600), End.EITHER, is_slow=True),
    beast("jpeg 4.3 gigapixels", lambda: jpeg_of_size(65_535, 65_535)),
    beast(
        "jpeg that claims more lines than it has",
        lambda: jpeg_of_size(5_000, 9_000),
        End.EITHER,
        is_slow=True,
    ),
    beast("jpeg of 4000 scans over 25 megapixels", lambda: jpeg_of_scans(4_000, 5_000), is_slow=True),
    beast("jpeg of 60 scans", lambda: jpeg_of_scans(60, 200)),
    beast(
        "jpeg of scans behind a false end",
        lambda: jpeg_with(b"\xff\xd9") + b"\xff\xda" * 99,
        End.CLEANED,
        is_slow=True,
    ),
    beast("webp 268 megapixels", lambda: webp_of_size(16_384, 16_383)),
    beast("webp of the widest canvas", lambda: webp_of_size(1 << 24, 1 << 24)),
    beast("animated webp of 300 frames", lambda: animated("WEBP", 300), End.EITHER, is_slow=True),
    beast("gif 4.3 gigapixels", gif_of_size(65_535, 65_535), file_name="party.gif", media_type="image/gif"),
    beast("gif of 300 frames", lambda: animated("GIF", 300), file_name="party.gif", media_type="image/gif"),
    beast(
        "tiff 4.3 gigapixels", tiff_of_size(65_535, 65_535), file_name="scan.tiff", media_type="image/tiff"
    ),
    beast("tiff called a jpeg", tiff_of_size(10, 10)),
    beast("heic 4.2 gigapixels", lambda: heic(width=65_000, height=65_000)),
    beast(
        "png 49 megapixels of nothing",
        lambda: png(7_000, 7_000, pixels=b"\0" * (876 * 7_000)),
        End.CLEANED,
        is_slow=True,
    ),
]

POLYGLOTS: list[Beast] = [
    beast("jpeg with a page in its comment", lambda: jpeg_with(HTML), End.CLEANED, is_slow=True),
    beast("jpeg with a page behind it", lambda: jpeg() + HTML, End.CLEANED),
    beast("jpeg with an archive behind it", lambda: jpeg() + archive(), End.CLEANED, is_slow=True),
    beast(
        "jpeg with php in its artist",
        lambda: encoded(picture(), comment=b"<?php " + MARK),
        End.CLEANED,
        is_slow=True,
    ),
    beast(
        "jpeg called a page",
        lambda: jpeg() + HTML,
        End.CLEANED,
        is_slow=True,
        file_name="x.html",
        media_type="text/html",
    ),
    beast("png whose pixels spell a page", spelling, End.CLEANED),
    beast("png with a page behind it", lambda: encoded(picture(), "PNG") + HTML, End.CLEANED, is_slow=True),
    beast(
        "png with script in a remark",
        lambda: png(8, 8, png_chunk(b"tEXt", b"Comment\0" + MARK), pixels=b"\0\0" * 8),
        End.CLEANED,
    ),
    beast(
        "gif that is an archive",
        lambda: gif_of_size(1, 1) + archive(),
        file_name="a.gif",
        media_type="image/gif",
    ),
    beast("gif that is a script", b"GIF89a/*" + b"\0" * 8 + b"*/=1;alert(1)//" + MARK, file_name="a.gif"),
    beast("page that begins like a jpeg", b"\xff\xd8\xff" + HTML),
    beast("page that begins like a png", b"\x89PNG\r\n\x1a\n" + HTML),
    beast("page that begins like a webp", b"RIFF\0\0\0\0WEBP" + HTML),
]

DRAWINGS: list[Beast] = [
    beast("svg", SVG, file_name="a.svg", media_type="image/svg+xml"),
    beast("svg called a jpeg", SVG),
    beast(
        "svg behind a declaration",
        b'<?xml version="1.0"?><!-- x -->' + SVG,
        file_name="a.png",
        media_type="image/png",
    ),
    beast("svg in utf-16", b"\xff\xfe" + SVG.decode().encode("utf-16-le")),
    beast("svg behind spaces", b" \r\n\t" + SVG),
    beast("svg, packed", lambda: gzip.compress(SVG), file_name="a.svgz", media_type="image/svg+xml"),
    beast(
        "svg that reads a file",
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
    ),
    beast("page", HTML, file_name="a.jpg.html", media_type="text/html"),
    beast("xhtml", b'<html xmlns="http://www.w3.org/1999/xhtml">' + MARK + b"</html>"),
    beast("postscript", b"%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%id) (w) file closefile", file_name="a.eps"),
    beast(
        "drawing commands",
        b"push graphic-context\nfill 'url(https://e.example/x\"|id\")'\npop graphic-context",
    ),
    beast("bitmap", lambda: encoded(picture(8, 8), "BMP"), file_name="a.bmp"),
    beast("icon", lambda: encoded(picture(16, 16), "ICO"), file_name="a.ico"),
    beast("photoshop", b"8BPS\0\1" + b"\0" * 40),
    beast("jpeg 2000", jp2()),
    beast("jpeg xl", b"\xff\x0a" + b"\0" * 60),
    beast("avif", box(b"ftyp", b"avif", b"\0\0\0\0", b"avifmif1") + b"\0" * 200, file_name="a.avif"),
    beast("program", b"\x7fELF\2\1\1" + b"\0" * 60),
    beast("windows program", b"MZ" + b"\0" * 60, file_name="photo.jpg.exe"),
    beast("one byte", b"\xff"),
    beast("nothing", b""),
]

BROKEN: list[Beast] = [
    *(beast(f"jpeg torn at {part:.0%}", lambda part=part: torn(jpeg(), part)) for part in (0.05, 0.4)),  # type: ignore[misc]
    *(
        beast(f"png torn at {part:.0%}", lambda part=part: torn(encoded(picture(), "PNG"), part))
        for part in (0.1, 0.6)
    ),  # type: ignore[misc]
    *(
        beast(f"heic torn at {part:.0%}", lambda part=part: torn(heic(), part))
        for part in (0.05, 0.3, 0.6, 0.95)
    ),  # type: ignore[misc]
    beast("heic of nothing but its name", box(b"ftyp", b"heic", b"\0\0\0\0", b"mif1heic")),
    beast(
        "heic whose boxes have no end",
        box(b"ftyp", b"heic", b"\0\0\0\0", b"heic") + b"\xff\xff\xff\xffmeta" + b"\0" * 64,
    ),
    beast("heic of no size", lambda: heic(width=0, height=0)),
]

TRICKY_NAMES = (
    *("../../../etc/cron.d/x.jpg", "..\\..\\x.jpg", "/etc/passwd", "C:\\windows\\x.jpg", "x.jpg\x00.html"),
    *(
        "a\r\nSet-Cookie: jw=1.jpg",
        'x".html; a="b.jpg',
        "photo\u202egpj.exe",
        "x" * 300 + ".jpg",
        "CON.jpg",
        ".htaccess",
    ),
    *("x.jpg;.php", "<img src=x onerror=alert(1)>.jpg", "%2e%2e%2fx.jpg", "", " ", "照片.jpg"),
)
PICTURES = [*BOMBS, *POLYGLOTS, *DRAWINGS, *BROKEN]
