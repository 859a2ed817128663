"""Pictures and papers of the demo: drawn here and marked as what they are, so that nobody takes them for real ones."""

import io
import random

from PIL import Image, ImageDraw

PHOTO_SIZE = (320, 240)
"""Small: every photo is searched for faces and plates, a tenth of a second of a core at this size, a third at 480."""
PAPER_SIZE = (620, 877)
GLYPH_PX = 16

MARKS = {
    "演示照片": """
        0040000000000040 304000007dfe1040 1ffe3ffc64661040 0402000064461040
        03fc000064c610c0 404000007f9c1ffe 70407ffe64001000 07fc018065fc1000
        0644018065841000 07fc199865841ff0 164411887dfc3010 3644318c60003010
        27fc6184324c2010 2118618626646010 670c018062666010 0402070042224010
    """,
    "演示文书": """
        0040000001000100 304000000180010c 1ffe3ffc00800106 040200007ffe3ffa
        03fc000018180318 4040000008100108 70407ffe0c300108 07fc018004200118
        0644018006607ffe 07fc199803c00102 1644118801800102 3644318c03c00106
        27fc618406600106 211861861c38013c 670c0180700e0100 0402070040020100
    """,
    "演示记录": """
        0040000000000000 3040000030003ff8 1ffe3ffc11fc0008 0402000008040008
        03fc000000041ff8 4040000078040008 70407ffe18040008 07fc018019fc7ffe
        0644018019040180 07fc19981900398c 1644118819000df0 3644318c190203e0
        27fc61841d020fb0 211861861902399c 670c018011fe618e 0402070000000700
    """,
}
"""Words as rows of 64 dots in hexadecimal: a font with Chinese characters is not there on every machine."""
PAPER_MARKS = {"document": "演示文书", "call_record": "演示记录"}


def drawn_photo(seed: str, *, is_before: bool) -> bytes:
    """A JPEG of a street that is none: with a heap on the ground before the work, without it after."""
    dice = random.Random(seed)
    width, height = PHOTO_SIZE
    ground = height * 3 // 5
    picture = Image.new("RGB", PHOTO_SIZE, (168 + dice.randrange(40), 190 + dice.randrange(30), 214))
    draw = ImageDraw.Draw(picture)
    left = dice.randrange(20, 90)
    draw.rectangle([left, 60, left + 150, ground], fill=(186, 172 - dice.randrange(20), 150))
    draw.rectangle([0, ground, width, height], fill=(132, 134, 132))
    draw.rectangle([0, ground, width, ground + 6], fill=(196, 196, 190))
    if is_before:
        for _ in range(14):
            x, y, size = (
                dice.randrange(150, 250),
                dice.randrange(ground + 20, height - 40),
                dice.randrange(12, 30),
            )
            draw.ellipse([x, y, x + size, y + size * 2 // 3], fill=(86 + dice.randrange(50), 78, 62))
    _stamp(picture, "演示照片", (12, 8), dots_px=3, colour=(32, 42, 54))
    return _saved(picture, "JPEG")


def drawn_paper(kind: str) -> bytes:
    """A PDF of one page with nothing on it but what it stands for: an evidence key that is not a photo."""
    paper = Image.new("1", PAPER_SIZE, 1)
    _stamp(paper, PAPER_MARKS[kind], (118, 90), dots_px=6, colour=0)
    return _saved(paper, "PDF")


def _stamp(
    picture: Image.Image, words: str, at: tuple[int, int], *, dots_px: int, colour: int | tuple[int, int, int]
) -> None:
    dots = bytes.fromhex(MARKS[words])
    mark = Image.frombytes("1", (len(words) * GLYPH_PX, GLYPH_PX), dots)
    larger = mark.resize((mark.width * dots_px, mark.height * dots_px))
    ImageDraw.Draw(picture).bitmap(at, larger, fill=colour)


def _saved(picture: Image.Image, form: str) -> bytes:
    out = io.BytesIO()
    picture.save(out, form)
    return out.getvalue()
