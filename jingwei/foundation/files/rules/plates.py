"""Whether a piece of text in a picture may be a number plate.

Wrongly covering a house number costs little; a plate left readable breaks a promise: in doubt it is a plate.
"""

import re

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
"""First character of a plate. Source: GA 36-2018, annex A; police, embassy and military plates begin otherwise."""

_NOISE = re.compile(r"[\s·・.•:：\-—,，。'\"/_|()（）\[\]]")
_CHINESE_PLATE = re.compile(rf"[{PROVINCES}][A-Z][A-Z0-9]{{4,6}}[学警挂港澳领试超]?")
_LETTER_DOT_SERIAL = re.compile(r"(?:^|[^A-Z0-9])?[A-Z][·・•.\-][A-Z0-9]{4,6}$")
DOUBTFUL_READING = 0.75


def reads_like_plate(text: str, score: float) -> bool:
    """Whether text read with ``score`` (0 to 1) could be a plate of China or, more loosely, of anywhere."""
    upper = text.upper()
    bare = _NOISE.sub("", upper)
    if _CHINESE_PLATE.search(bare) or _LETTER_DOT_SERIAL.search(upper.replace(" ", "")):
        return True
    digits = sum(c.isdigit() for c in bare)
    letters = sum("A" <= c <= "Z" for c in bare)
    others = len(bare) - digits - letters
    if not 4 <= len(bare) <= 10 or others > 2:
        return False
    if digits >= 1 and digits + letters >= 4 and not digits == len(bare) >= 9:
        return True
    return score < DOUBTFUL_READING and letters + digits >= 3


def shaped_like_plate(width: float, height: float, *, picture_height: int) -> bool:
    """Whether a box of text has the outline of a plate: one line or two, seen straight or aslant, not a billboard."""
    return height >= 4 and 1.2 <= width / max(height, 1) <= 8 and height <= picture_height * 0.25
