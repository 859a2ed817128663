"""Codes of components, their life, and when the next inspection is due."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

import segno

from jingwei.domains.ledger.contracts import Condition, Deed, Life
from jingwei.domains.ledger.rules.refusals import BadComponentCode, LifeRefused

CODE = re.compile(r"\d{6}\d{4}\d{6}", re.ASCII)
LARGEST_SERIAL = 999_999

CONDITION_WORDS = {
    Condition.GOOD: ("完好", "in good order"),
    Condition.WORN: ("轻微破损", "worn"),
    Condition.DAMAGED: ("损坏", "damaged"),
    Condition.MISSING: ("丢失", "missing"),
}
LIFE_WORDS = {
    Life.IN_USE: ("在用", "in use"),
    Life.OUT_OF_USE: ("停用", "out of use"),
    Life.RETIRED: ("已报废", "retired"),
}
DEED_WORDS = {
    Deed.REGISTERED: ("登记", "registered"),
    Deed.CHANGED: ("修改", "changed"),
    Deed.INSPECTED: ("巡检", "inspected"),
    Deed.MAINTAINED: ("养护", "maintained"),
    Deed.SUSPENDED: ("停用", "taken out of use"),
    Deed.RESTORED: ("恢复使用", "put back into use"),
    Deed.RETIRED: ("报废", "retired"),
}
NEEDS_REPORT = frozenset({Condition.DAMAGED, Condition.MISSING})
"""Found like this, an incident should be reported: the inspector is offered to."""

MOVES: dict[tuple[Life, Deed], Life] = {
    (Life.IN_USE, Deed.SUSPENDED): Life.OUT_OF_USE,
    (Life.IN_USE, Deed.RETIRED): Life.RETIRED,
    (Life.OUT_OF_USE, Deed.RESTORED): Life.IN_USE,
    (Life.OUT_OF_USE, Deed.RETIRED): Life.RETIRED,
    (Life.RETIRED, Deed.RESTORED): Life.IN_USE,
}
"""Every change of a component's life; what is not here is refused."""


@dataclass(frozen=True, slots=True)
class CodeParts:
    """A component code taken apart."""

    county: str
    kind: str
    serial: int


def parts_of(code: str) -> CodeParts:
    """Source: GB/T 30428. Raises: BadComponentCode."""
    if not CODE.fullmatch(code) or int(code[10:]) == 0:
        raise BadComponentCode(value=code[:40])
    return CodeParts(code[:6], code[6:10], int(code[10:]))


def code_of(county: str, kind: str, serial: int) -> str:
    """The sixteen digits."""
    return f"{county}{kind}{serial:06d}"


def life_after(life: Life, deed: Deed, *, name: str) -> Life:
    """Raises: LifeRefused, saying what can be done."""
    found = MOVES.get((life, deed))
    if found is None:
        open_to = [DEED_WORDS[d] for (state, d) in MOVES if state is life]
        raise LifeRefused(
            name=name,
            state=LIFE_WORDS[life][0],
            state_en=LIFE_WORDS[life][1],
            hint="可以" + "、".join(word[0] for word in open_to),
            hint_en="possible: " + ", ".join(word[1] for word in open_to),
        )
    return found


def deeds_open_to(life: Life) -> list[Deed]:
    """What can be done with a component's life now."""
    return [deed for (state, deed) in MOVES if state is life]


def require_alive(life: Life, *, name: str) -> None:
    """Nobody inspects or maintains what was retired. Raises: LifeRefused."""
    if life is Life.RETIRED:
        raise LifeRefused(
            name=name,
            state=LIFE_WORDS[life][0],
            state_en=LIFE_WORDS[life][1],
            hint="要继续使用请先恢复",
            hint_en="put it back into use first",
        )


def label_rows(address: str) -> list[str]:
    """The QR code that is stuck on a component, as rows of 0 and 1: the address of its card."""
    code = segno.make_qr(address, error="m", boost_error=False)
    return ["".join("1" if dark else "0" for dark in row) for row in code.matrix]


def next_due_on(*, own_days: int, kind_days: int, since_on: date) -> date | None:
    """The day by which a component should be looked at next; its own period before its kind's, none for 0."""
    days = own_days or kind_days
    return since_on + timedelta(days=days) if days else None
