"""What must not stand in a note: who somebody is. Numbers of identity cards, telephones and bank cards, the door of a
home, and whose opinion it was. The words themselves are never told back.

Names alone are not recognised: they cannot be told from names of shops and streets.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from jingwei.domains.concerns.rules.refusals import ConcernNamesSomebody


class Told(StrEnum):
    """What was found of somebody."""

    IDENTITY = "identity"
    PHONE = "phone"
    CARD = "card"
    DOOR = "door"
    SPEAKER = "speaker"


TOLD_WORDS: Mapping[Told, tuple[str, str]] = {
    Told.IDENTITY: ("身份证号", "the number of an identity card"),
    Told.PHONE: ("电话号码", "a telephone number"),
    Told.CARD: ("银行卡号", "the number of a bank card"),
    Told.DOOR: ("一户的门牌（写到楼栋为止）", "the door of a home (go no further than the building)"),
    Told.SPEAKER: (
        "是谁说的、谁的态度（只写说的是什么事）",
        "who said so or whose opinion it is (write what it is about)",
    ),
}

CHINESE_DIGITS = str.maketrans("零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "001234567891123456789")
SPELT = re.compile(r"[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{7,}")
GAP = r"[\s\-–—_.·]*"
ZERO_WIDTH = re.compile(r"[\u200b-\u200f\u2060\ufeff]")

EIGHTEEN = re.compile(rf"(?<!\d)(?:\d{GAP}){{17}}[\dXx](?!\d)")
FIFTEEN = re.compile(r"(?<!\d)\d{15}(?!\d)")
MOBILE = re.compile(rf"(?<!\d)(?:\+?86{GAP})?1{GAP}[3-9](?:{GAP}\d){{9}}(?!\d)")
LANDLINE = re.compile(r"(?<!\d)0\d{2,3}[\s\-–—)]*\d{7,8}(?!\d)")
NAMED_PHONE = re.compile(r"(?:电话|手机|联系方式|座机|微信号?|tel|phone)\D{0,4}\d{7,}", re.IGNORECASE)
BANK = re.compile(rf"(?<!\d)6{GAP}2(?:{GAP}\d){{14,17}}(?!\d)")
DOOR = re.compile(
    r"\d{3,4}\s*室(?!内|外)|(?:栋|幢|号楼|单元)\s*\d{3,4}(?!\d|年|多|余|人|户|平)"
    r"|(?<![\d-])\d{1,3}[-–—]\d{1,2}[-–—](?!(?:19|20)\d\d)\d{3,4}(?!\d|[-–—])"
)
SPEAKER = re.compile(
    r"户主|身份证号|(?:姓名|名字)\s*(?:[:：]|是|叫)"
    r"|该(?:居民|住户|村民|业主|租户|户|人)\S{0,4}(?:说|称|认为|表示|反对|支持|要求|不满)"
    r"|[\u4e00-\u9fff](?:某某?|先生|女士|小姐|大爷|大妈|大娘|大叔|阿姨|奶奶|爷爷|婆婆|嫂|师傅|老师|医生|主任|书记|经理|老板)\S{0,4}"
    r"(?:说|称|认为|表示|反映|要求|反对|支持|希望|不满|提出|投诉)"
)
LEAST_YEAR = 1900


def told_of(text: str) -> Told | None:
    """What a text seems to say of somebody; None where it names nobody."""
    plain = ZERO_WIDTH.sub("", unicodedata.normalize("NFKC", text))
    plain = SPELT.sub(lambda found: found.group().translate(CHINESE_DIGITS), plain)
    return next(_told(plain), None)


def require_nobody(text: str, *, place_zh: str, place_en: str) -> None:
    """Raises: ConcernNamesSomebody."""
    told = told_of(text)
    if told is not None:
        what_zh, what_en = TOLD_WORDS[told]
        raise ConcernNamesSomebody(place_zh=place_zh, place_en=place_en, what_zh=what_zh, what_en=what_en)


def _told(text: str) -> Iterator[Told]:
    if any(_is_birthday(_digits(one)[6:14]) for one in EIGHTEEN.findall(text)):
        yield Told.IDENTITY
    if any(_is_old_identity(one) for one in FIFTEEN.findall(text)):
        yield Told.IDENTITY
    if any(_adds_up(_digits(one)) for one in BANK.findall(text)):
        yield Told.CARD
    if MOBILE.search(text) or LANDLINE.search(text) or NAMED_PHONE.search(text):
        yield Told.PHONE
    if DOOR.search(text):
        yield Told.DOOR
    if SPEAKER.search(text):
        yield Told.SPEAKER


def _digits(found: str) -> str:
    return re.sub(r"[^\dXx]", "", found)


def _is_birthday(digits: str) -> bool:
    """With a mistyped check digit it is a number of somebody all the same."""
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year >= LEAST_YEAR
    except ValueError:
        return False


def _is_old_identity(digits: str) -> bool:
    """Fifteen digits; a grid's code has 0 to 9 where these have the year of birth."""
    return digits[6] != "0" and _is_birthday("19" + digits[6:12])


def _adds_up(digits: str) -> bool:
    """Luhn's sum, as bank cards have it."""
    doubled = [int(one) * (2 if at % 2 else 1) for at, one in enumerate(reversed(digits))]
    return sum(one - 9 if one > 9 else one for one in doubled) % 10 == 0
