"""A line of the duty matrix as people write it in a spreadsheet, and as they read it in a sentence."""

import re
from collections.abc import Mapping

from jingwei.domains.routing.contracts import NewLine, Village
from jingwei.domains.routing.rules.duties import CLOCK, OFF, WORKING, party_of
from jingwei.domains.routing.rules.items import limit_words
from jingwei.foundation.access.contracts import CENTRE
from jingwei.foundation.imports.contracts import BadCell

CENTRE_WORDS = ("综治中心", "the centre")
LEVEL_WORDS = {"市": 4, "区县": 6, "乡镇街道": 9, "村社区": 12}
LEVEL_NAMES = {level: word for word, level in LEVEL_WORDS.items()}
LEVEL_NAMES_EN = {4: "city", 6: "county", 9: "township", 12: "community"}
OTHER_LEVEL_WORDS = {"市级": 4, "区县级": 6, "县": 6, "区": 6, "乡镇": 9, "街道": 9, "村": 12, "社区": 12}
VILLAGE_WORDS = {"自治": Village.SELF, "协助": Village.ASSIST, "不承担": Village.RELIEVED}
VILLAGE_NAMES = {village.value: word for word, village in VILLAGE_WORDS.items()}
VILLAGE_NAMES_EN = {
    "self": "the village's own",
    "assist": "the village assists",
    "relieved": "not the village's",
}
HOURS_WORDS = {
    "全天": "",
    "任何时间": "",
    "工作时间": WORKING,
    "上班时间": WORKING,
    "非工作时间": OFF,
    "下班时间": OFF,
    WORKING: WORKING,
    OFF: OFF,
}
HOURS_NAMES = {"": "全天", WORKING: "工作时间", OFF: "非工作时间"}
HOURS_NAMES_EN = {"": "at any time", WORKING: "in working hours", OFF: "outside working hours"}


def prefix_cell(cell: str) -> str:
    """Two, four or six digits; a spreadsheet that took the code for a number ate its first zero."""
    if re.fullmatch(r"[0-9]|[0-9]{3}|[0-9]{5}", cell):
        cell = f"0{cell}"
    if not re.fullmatch(r"[0-9]{2}|[0-9]{4}|[0-9]{6}", cell):
        raise BadCell(
            "应为事项、中类或大类的代码（6、4、2位数字），留空表示全部事项",
            "the code of an item, sub-class or class (6, 4, 2 digits); empty for all",
        )
    return cell


def level_cell(cell: str) -> int:
    """市, 区县, 乡镇街道, 村社区, or the length of such a code."""
    known = (
        LEVEL_WORDS | OTHER_LEVEL_WORDS | {str(level): level for level in LEVEL_NAMES} | {"全部": 0, "0": 0}
    )
    if cell not in known:
        raise BadCell(
            f"只能填{'、'.join(LEVEL_WORDS)}，留空表示各级",
            "市, 区县, 乡镇街道 or 村社区; empty for every level",
        )
    return known[cell]


def hours_cell(cell: str) -> str:
    """工作时间, 非工作时间, or a stretch of the clock."""
    clean = cell.replace("：", ":").replace("—", "-").replace("–", "-").replace(" ", "")
    if clean in HOURS_WORDS:
        return HOURS_WORDS[clean]
    whole = "-".join(part.rjust(5, "0") for part in clean.split("-"))
    if not CLOCK.fullmatch(whole):
        raise BadCell(
            "只能填工作时间、非工作时间，或如 22:00-06:00；留空表示全天",
            "工作时间 (working), 非工作时间 (off), or 22:00-06:00; empty for any time",
        )
    return whole


def village_cell(cell: str) -> str:
    """自治, 协助 or 不承担."""
    known = VILLAGE_WORDS | {one.value: one for one in Village}
    if cell not in known:
        raise BadCell(f"只能填{'、'.join(VILLAGE_WORDS)}，或留空", "self, assist, relieved, or empty")
    return known[cell].value


def split_parties(cell: str) -> tuple[str, ...]:
    """城市管理+公安@区县 in its parts."""
    return tuple(part.strip() for part in re.split(r"[+＋、,，;；]", cell) if part.strip())


def party_written(cell: str, kinds: Mapping[str, str]) -> str:
    """A party as it is stored, from 城市管理, 城市管理@区县, 城市管理（区县） or =CODE; what is unknown stays as it is.

    ``kinds`` gives keys by what people may write for them.
    """
    clean = cell.strip().replace("＝", "=").replace("＠", "@")
    if clean.startswith("="):
        return clean
    name, _, level = re.sub(r"[（(](.+)[)）]$", r"@\1", clean).partition("@")
    words = LEVEL_WORDS | OTHER_LEVEL_WORDS | {str(one): one for one in LEVEL_NAMES}
    if name not in kinds and clean in kinds:  # 乡镇（街道） is a name, not a level
        return kinds[clean]
    key = CENTRE if name == CENTRE_WORDS[0] else kinds.get(name, name)
    if not level:
        return key
    return f"{key}@{words[level]}" if level in words else clean


def party_words(written: str, kinds: Mapping[str, str]) -> str:
    """A party as the sheet shows it; read back by ``party_written``. ``kinds`` gives names by key."""
    party = party_of(written)
    if party.unit_code:
        return written
    name = CENTRE_WORDS[0] if party.kind == CENTRE else kinds.get(party.kind, party.kind)
    return f"{name}@{LEVEL_NAMES[party.level]}" if party.level else name


def party_said(
    written: str, kinds: Mapping[str, tuple[str, str]], units: Mapping[str, str]
) -> tuple[str, str]:
    """A party in words, Chinese and English; ``kinds`` by key, ``units`` by code."""
    party = party_of(written)
    if party.unit_code:
        name = units.get(party.unit_code, party.unit_code)
        return name, name
    zh, en = CENTRE_WORDS if party.kind == CENTRE else kinds.get(party.kind, (party.kind, party.kind))
    if not party.level:
        return zh, en
    return f"{LEVEL_NAMES[party.level]}{zh}", f"{en} of the {LEVEL_NAMES_EN[party.level]}"


def conditions_said(line: NewLine, item: str, area: str) -> tuple[str, str]:
    """When a line speaks, in words; ``item`` and ``area`` are the names of its codes, empty for all."""
    zh = [item or "全部事项", area or "全市"]
    en = [item or "any item", area or "the whole city"]
    if line.level:
        zh.append(f"{LEVEL_NAMES[line.level]}中心派遣")
        en.append(f"dispatched by the {LEVEL_NAMES_EN[line.level]}'s centre")
    if line.hours:
        zh.append(HOURS_NAMES.get(line.hours, line.hours))
        en.append(HOURS_NAMES_EN.get(line.hours, line.hours))
    return " · ".join(zh), " · ".join(en)


def limit_said(limit: str) -> str:
    """A limit as the sheet shows it; nothing where the item's own holds."""
    return limit_words(limit) if limit else ""
