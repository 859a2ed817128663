"""Standard addresses: parts from the road to the room, one way of writing them, and one key to compare them by.

What people write is read into parts: full width and half, 号楼/幢/座/#, 三栋 and 3栋, 3-2-501. Two spellings of the
same door have the same key. Source: GB/T 23705 (elements and their order), practice of address standardisation 门楼牌.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

LONGEST_ADDRESS = 200
LONGEST = {"road": 40, "number": 16, "estate": 40, "block": 16, "unit": 8, "floor": 6, "room": 16}
"""The longest value of each part."""

DIGITS = {one: at for at, one in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
CHINESE = "零〇一二两三四五六七八九十百"
COUNTED = re.compile(rf"([{CHINESE}]+)(?=号楼|号|栋|幢|座|单元|层|楼|室|组|队|弄|户|门)")
"""Chinese numerals in front of what is counted; 三里桥 and 五一路 are names and stay."""
BLANKS = re.compile(r"[\s，。、,;；:：“”\"'‘’()（）\[\]【】/\\_·!！?？]+")
DASHES = re.compile(r"[-‐‑‒–—―－~～]+")
BUILDING_WORDS = re.compile(
    r"(?<=[0-9A-Za-z甲乙丙丁戊己])(?:号楼|幢|座|#楼|#|号栋|栋楼)|(?<=[0-9A-Za-z])楼(?=[0-9A-Za-z]{1,3}单元)"
)
FLOOR_WORD = re.compile(r"(?<=[0-9])(?:楼|F|f)(?=$|[0-9A-Za-z])")
ROOM_WORDS = r"(?:号房|室|房|户|号)?"
ROOM = r"(?:门面|商铺|车库|车位|储藏室|地下室)?[0-9A-Za-z甲乙丙丁]{1,8}(?:-[0-9A-Za-z]{1,4})?"
TOWNSHIP = r"[一-龥]{1,8}?(?:街道(?:办事处)?|镇|乡)"
COUNTY = r"[一-龥]{1,8}?(?:(?<![小社园校院片])区|县|市)"
HIGHER = re.compile(
    rf"^(?:[一-龥]{{2,8}}?(?:省|自治区))?(?:[一-龥]{{2,8}}?(?:市|自治州|地区|盟){COUNTY}(?:{TOWNSHIP})?|{COUNTY}{TOWNSHIP})"
)
"""Province to township in front of an address, where the names of the areas are not at hand: two of them at least."""
STREET = r"(?:大道|大街|路|街|巷|弄|胡同|公路|国道|省道|村道|道)"
RURAL = r"(?:自然村|村|屯|寨|组|队|湾|冲|垸|屋场)"
DOOR = re.compile(
    r"^(?P<before>.*?)(?P<number>[0-9]+(?:-[0-9]+)?(?:[附之][0-9]+)?)号(?:[附之](?P<beside>[0-9]+)号?)?(?P<after>.*)$"
)
ROAD = re.compile(rf"^(?P<road>.*{STREET}(?:[0-9一二三四五六七八九十东西南北中]+段)?)(?P<rest>.*)$")
GROUP = re.compile(r"^(?P<road>.*[0-9]+(?:组|队))(?P<rest>.*)$")
COUNTRY = re.compile(rf".*{RURAL}")
BLOCK = r"(?P<block>[0-9]{1,5}[A-Za-z]?(?:-[0-9]+)?|[A-Za-z][0-9]{0,4}|[甲乙丙丁戊己])栋"
WITH_BLOCK = re.compile(rf"^(?P<head>.*?){BLOCK}(?P<tail>.*)$")
WITH_UNIT = re.compile(r"^(?P<head>.*?)(?P<tail>[0-9A-Za-z甲乙丙丁]{1,4}单元.*)$")
DASHED = re.compile(
    r"^(?P<head>.*?(?:[^0-9A-Za-z-]|^))(?P<block>[0-9]{1,4}[A-Za-z]?)-(?:(?P<unit>[0-9]{1,2})-)?(?P<room>[0-9]{3,4}[A-Za-z]?)(?:室|房)?$"
)
TAIL = re.compile(
    rf"^(?:(?P<unit>[0-9A-Za-z甲乙丙丁]{{1,4}})单元)?(?:(?P<floor>-?[0-9]{{1,3}})层)?(?:(?P<room>{ROOM}){ROOM_WORDS})?$"
)
DASHED_TAIL = re.compile(r"^(?P<unit>[0-9]{1,2})-(?P<room>[0-9]{3,4}[A-Za-z]?)(?:室|房)?$")
LONE_ROOM = re.compile(r"^(?P<head>.+?)(?P<room>[0-9]{3,4}[A-Za-z]?)(?:室|房)$")
NAMELESS = re.compile(r"^(?:[0-9]+(?:组|队|号).*|)$")


@dataclass(frozen=True, slots=True)
class Parts:
    """The elements of an address below the community. ``road`` is the road, lane, or village and group."""

    road: str = ""
    number: str = ""
    estate: str = ""
    block: str = ""
    unit: str = ""
    floor: str = ""
    room: str = ""

    @property
    def of_building(self) -> "Parts":
        """Without what lies inside."""
        return replace(self, unit="", floor="", room="")

    @property
    def is_inside(self) -> bool:
        """Whether it names something inside a building."""
        return bool(self.unit or self.floor or self.room)

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) for one in fields(self))


def tidy(text: str) -> str:
    """Half width, no blanks, one word for a building 栋 and one for a floor 层, counted things in digits."""
    plain = unicodedata.normalize("NFKC", text)
    plain = DASHES.sub("-", BLANKS.sub("", plain))
    plain = COUNTED.sub(lambda found: _in_digits(found[1]), plain)
    plain = BUILDING_WORDS.sub("栋", plain)
    return FLOOR_WORD.sub("层", plain)


def part(name: str, value: str) -> str:
    """One part as it is kept: without its own word (3栋 → 3, 二单元 → 2), without zeros in front."""
    if not value:
        return ""
    text = tidy(value)
    word = {"number": "号", "block": "栋", "unit": "单元", "floor": "层"}.get(name)
    if name == "room":
        text = re.sub(r"(?<=[0-9A-Za-z])(?:号房|室|房|号|户)$", "", text)
    elif word:
        text = text.removesuffix(word)
        text = _in_digits(text) if text and all(one in CHINESE for one in text) else text
    if name in {"block", "unit", "floor", "number"}:
        text = re.sub(r"^0+(?=[0-9])", "", text)
    return text.upper() if name in {"block", "unit", "room"} else text


def cleaned(parts: Parts) -> Parts:
    """Every part as it is kept."""
    return Parts(**{one.name: part(one.name, getattr(parts, one.name)) for one in fields(parts)})


def parse(text: str, area_names: Iterable[str] = ()) -> Parts:
    """Read an address as people write it. ``area_names`` are those it may begin with, of the ground it stands on."""
    whole = _below_areas(tidy(text)[:LONGEST_ADDRESS], area_names)
    head, inside = _split(whole)
    found: dict[str, str] = dict(inside)
    door = DOOR.match(head)
    if door:
        beside = f"附{door['beside']}" if door["beside"] else ""
        number = door["number"].replace("之", "附") + beside
        found |= {"road": door["before"], "number": number, "estate": door["after"]}
    else:
        found |= _named(head)
    return cleaned(Parts(**found))


def shown(parts: Parts) -> str:
    """The address in its one way of writing, below the community."""
    written = parts.road
    written += f"{parts.number}号" if parts.number else ""
    written += parts.estate
    written += f"{parts.block}栋" if parts.block else ""
    written += f"{parts.unit}单元" if parts.unit else ""
    written += f"{parts.floor}层" if parts.floor else ""
    if parts.room:
        written += parts.room if not parts.room[-1].isalnum() or _is_named(parts.room) else f"{parts.room}室"
    return written


def stem_of(parts: Parts) -> str:
    """The key of the building or the door in the street: what two spellings have in common."""
    return shown(parts.of_building).lower()


def tail_of(parts: Parts) -> str:
    """The key of what lies inside; empty for the building, or a house with a door of its own."""
    if not parts.is_inside:
        return ""
    return "-".join((parts.unit, parts.floor if not parts.room else "", parts.room)).lower()


def sort_of(parts: Parts) -> str:
    """The address in the order of counting: 2栋 before 10栋, 2单元 before 10单元."""
    inside = f" {parts.unit or '0'} {parts.floor or '0'} {parts.room}" if parts.is_inside else ""
    written = shown(parts.of_building).lower() + inside
    return re.sub(r"[0-9]+", lambda found: found[0].zfill(4), written)[:240]


def called(area_name: str) -> list[str]:
    """How people call an area in an address: 金山社区居民委员会 is 金山社区, 花园洞村委会 is 花园洞村."""
    short = area_name
    for committee in ("社区居民委员会", "居民委员会", "社区居委会", "居委会"):
        if short.endswith(committee):
            short = short.removesuffix(committee) + "社区"
            break
    for committee in ("村民委员会", "村委会"):
        if short.endswith(committee):
            short = short.removesuffix(committee)
            short = short if short.endswith("村") else short + "村"
            break
    return list(dict.fromkeys((area_name, short)))


def pairs_of(text: str) -> list[str]:
    """Every two neighbouring characters, each once: what an index of parts of addresses is made of."""
    plain = tidy(text).lower().replace("-", "")
    return list(dict.fromkeys(plain[at : at + 2] for at in range(len(plain) - 1)))


def letter_pairs(letters: str) -> list[str]:
    """The same of initials, marked, so that they share the index and are not taken for names in Latin letters."""
    return list(dict.fromkeys("~" + letters[at : at + 2] for at in range(len(letters) - 1)))


def also_known(alias: str) -> str:
    """How a whole other name stands in the same index: by its key, marked."""
    return "=" + stem_of(parse(alias))[:100]


def _split(text: str) -> tuple[str, dict[str, str]]:
    """What leads to the building, and what lies inside it."""
    dashed = DASHED.match(text)
    if dashed and "栋" not in text:
        return dashed["head"], {
            "block": dashed["block"],
            "unit": dashed["unit"] or "",
            "room": dashed["room"],
        }
    block = WITH_BLOCK.match(text)
    if block:
        inside = _inside(block["tail"])
        if inside is not None:
            return block["head"], {"block": block["block"], **inside}
    unit = WITH_UNIT.match(text)
    if unit:
        inside = _inside(unit["tail"])
        if inside is not None:
            return unit["head"], inside
    room = LONE_ROOM.match(text)
    if room:
        return room["head"], {"room": room["room"]}
    return text, {}


def _inside(tail: str) -> dict[str, str] | None:
    """Unit, floor and room; None where the words are something else."""
    found = DASHED_TAIL.match(tail) or TAIL.match(tail)
    if found is None:
        return None
    inside = {name: value or "" for name, value in found.groupdict().items()}
    if inside.get("floor") and inside.get("room"):
        inside["floor"] = ""  # the room says its floor
    return inside


def _named(head: str) -> dict[str, str]:
    """Road and estate where no door is numbered."""
    road = ROAD.match(head)
    if road and not road["rest"].startswith(("小区", "社区", "花园")):
        return {"road": road["road"], "estate": road["rest"]}
    group = GROUP.match(head)
    if group:
        return {"road": group["road"], "estate": group["rest"]}
    if COUNTRY.fullmatch(head):
        return {"road": head}
    return {"estate": head}


def _below_areas(text: str, area_names: Iterable[str]) -> str:
    """Without province to township; a village's own name stays where nothing else says which group 组 it is."""
    rest = text
    for area in area_names:
        for name in called(tidy(area)):
            below = rest.removeprefix(name)
            if below != rest and not (name.endswith("村") and NAMELESS.match(below)) and len(below) >= 2:
                rest = below
                break
    stripped = HIGHER.sub("", rest, count=1)
    return stripped if len(stripped) >= 2 else rest


def _in_digits(text: str) -> str:
    """十二 → 12, 一〇三 → 103, 一百零八 → 108."""
    if not any(one in "十百" for one in text):
        return "".join(str(DIGITS[one]) for one in text)
    total, digit = 0, 0
    for one in text:
        if one in "十百":
            total += (digit or (1 if one == "十" and digit == 0 else digit)) * (10 if one == "十" else 100)
            digit = 0
        else:
            digit = DIGITS[one]
    return str(total + digit)


def _is_named(room: str) -> bool:
    """门面3 is a name and takes no 室."""
    return bool(re.match(r"[一-龥]{2}", room))
