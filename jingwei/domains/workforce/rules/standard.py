"""What a grid should have: dated data of the city, and the house's own before it decided anything."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from jingwei.domains.workforce.contracts import ForceKind, Standard
from jingwei.domains.workforce.rules.refusals import StandardRefused
from jingwei.kernel.redlines import refuse_red_lines

MOST_WANTED = 200
KEY = re.compile(r"[a-z][a-z0-9_]{1,39}")
DEFAULT_STANDARD = Standard(
    from_on=date(2000, 1, 1),
    households_per_officer=500,
    matters_per_officer=30,
    names_are_public=True,
    wanted={"officer": 1, "grid_head": 1, "chief_grid_head": 1, "police": 1, "doctor": 1, "legal": 1},
)
"""Source: a grid is 300 to 500 households by habit; one officer each, a head, the fixed forces of 1+4+X."""


def standard_on(standards: Sequence[Standard], day: date) -> Standard:
    """The latest that has begun; ``standards`` are in the order of their days."""
    begun = [one for one in standards if one.from_on <= day]
    return begun[-1] if begun else DEFAULT_STANDARD


def refuse_faulty_standard(given: Standard, kinds: Iterable[ForceKind], *, today: date) -> None:
    """Raises: StandardRefused, RedLineCrossed."""
    known = {one.key: one for one in kinds}
    if given.from_on < today:
        raise StandardRefused(
            reason="生效日不能早于今天，以前的分析不改写。",
            reason_en="it cannot begin before today; what was is not rewritten.",
        )
    for key in known:
        if not KEY.fullmatch(key):
            raise StandardRefused(
                reason=f"标识“{key}”要用小写英文字母开头，2到40位，可含数字和下划线。",
                reason_en="a key begins with a lower-case letter: 2 to 40 letters, digits, underscores.",
            )
    for one in known.values():
        refuse_red_lines([one.name_zh, one.name_en, one.key], place_zh="力量类别", place_en="a kind of force")
    unknown = sorted(set(given.wanted) - known.keys())
    if unknown:
        raise StandardRefused(
            reason=f"没有这些类别：{'、'.join(unknown)}。请先增加类别。",
            reason_en=f"there are no such kinds: {', '.join(unknown)}. Add them first.",
        )
