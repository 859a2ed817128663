"""What may be the name of a place."""

import re
from collections.abc import Iterable

from jingwei.foundation.gazetteer.rules.names import LEAST, plain
from jingwei.foundation.gazetteer.rules.refusals import BadName

LONGEST = 80
MOST_NAMES = 20
DOOR = re.compile(r"\d+(?:室|户|单元\d)|\d{3,4}房|\d{11}|\d{17}[\dXx]")
OF_SOMEBODY = re.compile(r"先生|女士|老人家|某某|之家里|[张王李赵刘陈杨黄周吴]某")


def require_name(name: str) -> str:
    """A name as it is kept. Raises: BadName; no door, no number of a person, nobody's home.

    Red lines are not asked: they forbid fields, and a hospital is called what stands on its sign.
    """
    clean = " ".join(name.split())
    if len(plain(clean)) < LEAST or len(clean) > LONGEST:
        raise BadName(
            name=clean[:20],
            reason=f"应为{LEAST}至{LONGEST}个字。",
            reason_en=f"it needs {LEAST} to {LONGEST} characters.",
        )
    if DOOR.search(clean) or OF_SOMEBODY.search(clean):
        raise BadName(
            name=clean[:4] + "…",
            reason="地名不能是某人的住处、门户或号码。请写道路、小区或单位的名称。",
            reason_en="it must not be somebody's home, door or number; give the road, estate or office.",
        )
    return clean


def clean_names(names: Iterable[str], *, but: Iterable[str]) -> list[str]:
    """Further names, each once, in order. Raises: BadName."""
    taken = {plain(one) for one in but}
    found = []
    for name in names:
        if not name.strip():
            continue
        clean = require_name(name)
        if plain(clean) not in taken:
            taken.add(plain(clean))
            found.append(clean)
    if len(found) > MOST_NAMES:
        raise BadName(
            name=found[-1], reason=f"别名最多{MOST_NAMES}个。", reason_en=f"at most {MOST_NAMES} names."
        )
    return found
