"""Seals every personal value anew under the present key, little by little: it may be stopped at any moment and goes on.

Values say their key, so what is done already is seen at each value, and everything can be read meanwhile. Runs as the
schema's owner, who sees every row: whatever an eye did not see would stay under the former key. docs/adr/0063.
"""

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from jingwei.config.sealed import OF_ROW, SealedColumn, columns
from jingwei.foundation.access.contracts import Permission, system_actor
from jingwei.foundation.work import work
from jingwei.kernel.crypto import HEAD_BYTES, VERSION, KeyRing, Unreadable, decrypt, encrypt

ROTATOR = system_actor("更换密钥")
PORTION = 500
MOST_ROUNDS = 5
"""A row that is written while it is passed keeps other values of its own; the next round finds them."""
OLD_STYLE = "-"
"""Stands for the mark of values from before marks."""
LOCK = "select pg_try_advisory_lock(43090063)"
UNLOCK = "select pg_advisory_unlock(43090063)"


class BusyElsewhere(RuntimeError):
    """Somebody else is at it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many values of a column stand under which key."""

    column: SealedColumn
    by_mark: Mapping[str, int]

    def left(self, ring: KeyRing) -> int:
        """How many do not stand under the present key."""
        return sum(count for mark, count in self.by_mark.items() if mark != ring.mark.hex())


@dataclass(slots=True)
class Done:
    """What a rotation did: values sealed anew by column, and those that no key opens, by column and row."""

    sealed: dict[str, int] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(self.sealed.values())


def standings() -> list[Standing]:
    """Every column that holds anything, with the marks of the keys that its values name."""
    found = [Standing(one, _marks_of(one)) for one in columns()]
    return [one for one in found if one.by_mark]


def missing_marks(found: Sequence[Standing], ring: KeyRing) -> dict[str, int]:
    """Keys that values name and nobody has set, with how many values each would open."""
    missing: dict[str, int] = {}
    for one in found:
        for mark, count in one.by_mark.items():
            if mark != OLD_STYLE and mark not in ring.marks:
                missing[mark] = missing.get(mark, 0) + count
    return missing


def rotate(tell: Callable[[str, int], None], *, portion: int = PORTION) -> Done:
    """Seal everything anew that does not stand under the present key. Raises: BusyElsewhere, KeyMissing."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK)
        if not cursor.fetchone()[0]:
            raise BusyElsewhere
    try:
        return _rotated(tell, portion)
    finally:
        with connection.cursor() as cursor:
            cursor.execute(UNLOCK)


def _rotated(tell: Callable[[str, int], None], portion: int) -> Done:
    ring, done = settings.FIELD_KEY, Done()
    _record("keys_rotating", ring, done)
    for column in columns():
        for _ in range(MOST_ROUNDS):
            sealed = _round(column, ring, done, tell, portion)
            done.sealed[column.name] = done.sealed.get(column.name, 0) + sealed
            if not sealed:
                break
    done.sealed = {name: count for name, count in done.sealed.items() if count}
    done.unreadable = list(dict.fromkeys(done.unreadable))
    _record("keys_rotated", ring, done)
    return done


def _round(
    column: SealedColumn, ring: KeyRing, done: Done, tell: Callable[[str, int], None], portion: int
) -> int:
    """Once through a column, in portions that each stand for themselves. Returns how many values were sealed anew."""
    last, sealed = None, 0
    while True:
        with transaction.atomic(), connection.cursor() as cursor:
            rows = _portion(cursor, column, ring, last, portion)
            if not rows:
                return sealed
            last = rows[-1][0]
            sealed += _seal(cursor, column, ring, rows, done)
        tell(column.name, sealed)


def _portion(cursor: Any, column: SealedColumn, ring: KeyRing, last: object, portion: int) -> list[Any]:
    names = [one[1:] if one.startswith(OF_ROW) else _quoted(one) for one in column.fields]
    behind = f"and {column.key} > %(last)s" if last is not None else ""
    statement = f"""
        select {column.key}, {column.column}, {", ".join(names)} from {column.table}
         where {_is_other(column)} {behind} order by {column.key} limit {portion}
    """  # noqa: S608  names from models, and expressions from config/sealed.py
    cursor.execute(statement, {"head": _head(column, ring), "last": last})
    return list(cursor.fetchall())


def _seal(cursor: Any, column: SealedColumn, ring: KeyRing, rows: Sequence[Any], done: Done) -> int:
    fresh: list[tuple[Any, Any, Any]] = []
    count = 0
    for key, value, *names in rows:
        anew = _by_form_anew(value, names, ring) if column.is_by_form else _anew(bytes(value), names, ring)
        if anew is None:
            done.unreadable.append(f"{column.name} {key}")
            continue
        new, old, values = anew
        count += values
        fresh.append((new, key, old))
    kind = "::jsonb" if column.is_by_form else ""
    # Whatever was written meanwhile is newer, and stays.
    cursor.executemany(
        f"update {column.table} set {column.column} = %s{kind} where {column.key} = %s and {column.column} = %s{kind}",  # noqa: S608
        fresh,
    )
    return count


def _anew(sealed: bytes, names: Sequence[str], ring: KeyRing) -> tuple[bytes, bytes, int] | None:
    """A value under the present key, what stood there, and that it is one; None where no key and no name opens it."""
    for name in names:
        try:
            return encrypt(ring, decrypt(ring, sealed, field=name), field=name), sealed, 1
        except Unreadable:
            continue
    return None


def _by_form_anew(value: Any, kinds: Sequence[str], ring: KeyRing) -> tuple[str, str, int] | None:
    before = json.loads(value) if isinstance(value, str) else value
    after, count = dict(before), 0
    for key, text in before.items():
        sealed = base64.b64decode(text)
        if sealed.startswith(ring.head):
            continue
        anew = _anew(sealed, [f"{kind}.{key}" for kind in kinds], ring)
        if anew is None:
            return None
        after[key] = base64.b64encode(anew[0]).decode()
        count += 1
    return json.dumps(after), json.dumps(before), count


def _marks_of(column: SealedColumn) -> dict[str, int]:
    if column.is_by_form:
        head = f"decode(left(e.value, {_TEXT_HEAD}), 'base64')"
        rows = f"{column.table}, jsonb_each_text({column.column}) e"
    else:
        head = f"substring({column.column} from 1 for {HEAD_BYTES})"
        rows = f"{column.table} where {column.column} is not null"
    mark = f"case when get_byte({head}, 0) = {VERSION[0]} then '{OLD_STYLE}' else encode(substring({head} from 2), 'hex') end"
    with connection.cursor() as cursor:
        cursor.execute(f"select {mark}, count(*) from {rows} group by 1")  # noqa: S608  names from models
        return dict(cursor.fetchall())


_TEXT_HEAD = HEAD_BYTES * 4 // 3


def _is_other(column: SealedColumn) -> str:
    if column.is_by_form:
        values = (
            f"select 1 from jsonb_each_text({column.column}) e where left(e.value, {_TEXT_HEAD}) <> %(head)s"  # noqa: S608
        )
        return f"{column.column} <> '{{}}' and exists ({values})"
    return f"{column.column} is not null and substring({column.column} from 1 for {HEAD_BYTES}) <> %(head)s"


def _head(column: SealedColumn, ring: KeyRing) -> bytes | str:
    return base64.b64encode(ring.head).decode() if column.is_by_form else ring.head


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''").replace("%", "%%") + "'"


def _record(act: str, ring: KeyRing, done: Done) -> None:
    with work(ROTATOR, Permission.SWEEP_CLOCKS) as job:
        job.record_own(
            "privacy.keys:all",
            act=act,
            mark=ring.mark.hex(),
            count=done.total,
            unreadable=len(done.unreadable),
        )
