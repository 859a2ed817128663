"""By which texts somebody is found: the name, its sound and its initials, each also without the surname.

Digests of numbers (``Record.lookups``) stand among them, behind a sign that no typed word keeps.
"""

from collections.abc import Iterable

from jingwei.kernel import sounds
from jingwei.kernel.texts import SIGN, address_ends, plain

SURNAMES = {
    "单": "shan", "解": "xie", "仇": "qiu", "曾": "zeng", "区": "ou", "查": "zha", "朴": "piao", "盖": "ge",
    "任": "ren", "华": "hua", "覃": "qin", "翟": "zhai", "冼": "xian", "乐": "yue", "缪": "miao", "宁": "ning",
    "尉迟": "yuchi", "万俟": "moqi", "长孙": "zhangsun", "员": "yun", "洗": "xian", "燕": "yan", "种": "chong",
    "折": "she", "黑": "he", "秘": "bi", "逄": "pang", "召": "shao", "祭": "zhai", "繁": "po", "葛": "ge",
}  # fmt: skip
"""Surnames that are read otherwise than the character usually is."""
DOUBLE = {"欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "长孙", "万俟", "东方"}  # fmt: skip


def surname_length(name: str) -> int:
    """How many characters of a plain name are the surname."""
    return 2 if name[:2] in DOUBLE and len(name) > 2 else 1


def syllables_of(name: str) -> list[str]:
    """The reading of a name, surname first as surnames are read."""
    clean = plain(name)
    if not clean:
        return []
    cut = surname_length(clean)
    family, given = clean[:cut], clean[cut:]
    heard = [SURNAMES[family]] if family in SURNAMES else sounds.syllables_of(family)
    return [*heard, *sounds.syllables_of(given)]


def sound_of(name: str) -> str:
    """By what lists are sorted: 王小明 is wangxiaoming."""
    return "".join(syllables_of(name))[:120]


def initials_of(name: str) -> str:
    """王小明 is wxm."""
    clean = plain(name)
    cut = surname_length(clean)
    family, given = clean[:cut], clean[cut:]
    heard = SURNAMES.get(family)
    first = heard[:1] if heard and len(family) == 1 else sounds.initials_of(family)
    return first + sounds.initials_of(given)


def keys_of(name: str, address: str, lookups: Iterable[str]) -> list[str]:
    """Every text that leads to somebody, each once."""
    clean = plain(name)
    cut = surname_length(clean) if clean else 0
    given = clean[cut:]
    sound = sound_of(name)
    behind = "".join(syllables_of(name)[cut if cut > 1 and clean[:2] not in SURNAMES else 1 :])
    texts = [clean, sound, initials_of(name) if clean else ""]
    if len(given) >= 2:
        texts += [given, behind]
    return list(
        dict.fromkeys(
            one for one in (*texts, *address_ends(address), *(SIGN + one for one in lookups)) if one
        )
    )
