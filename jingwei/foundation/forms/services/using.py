"""Noting how much a field is filled in and made use of: one statement for each transaction, when it commits."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db import connection, transaction

from jingwei.foundation.forms.queries.standing import form_of

COUNT = {
    "given": """
insert into forms_fielduse as f (kind, key, given, first_given_on, last_given_on, used)
select one.kind, one.key, one.times, %(on)s, %(on)s, 0
  from unnest(%(kinds)s::text[], %(keys)s::text[], %(times)s::bigint[]) as one (kind, key, times) order by 1, 2
on conflict (kind, key) do update
   set given = f.given + excluded.given, first_given_on = least(f.first_given_on, excluded.first_given_on),
       last_given_on = greatest(f.last_given_on, excluded.last_given_on)
""",
    "used": """
insert into forms_fielduse as f (kind, key, used, last_used_on, given)
select one.kind, one.key, one.times, %(on)s, 0
  from unnest(%(kinds)s::text[], %(keys)s::text[], %(times)s::bigint[]) as one (kind, key, times) order by 1, 2
on conflict (kind, key) do update
   set used = f.used + excluded.used, last_used_on = greatest(f.last_used_on, excluded.last_used_on)
""",
}
"""In the order of the keys, so that two that commit at a time wait for each other and do not block each other."""


MOST_TOLD = 2_000
_today: set[tuple[str, str, date]] = set()
"""What this process has told already, and for which day."""


class _Noted:
    """What one transaction has to say; called when it commits."""

    def __init__(self, manner: str, on: date) -> None:
        self.manner = manner
        self.on = on
        self.counts: Counter[tuple[str, str]] = Counter()

    def __call__(self) -> None:
        write_counts(self.manner, self.counts, on=self.on)
        if self.manner == "used":
            _today.update((kind, key, self.on) for kind, key in self.counts)


def note_given(kind: str, keys: Iterable[str], *, on: date) -> None:
    """Count that these fields of one record were filled in. ``recording.apply`` does it."""
    _note("given", kind, keys, on)


def note_used(kind: str, keys: Iterable[str], *, on: date) -> None:
    """Note that somebody made use of what stands in these fields: searched or filtered by it, took it along.

    Names that are no fields of the form are passed over, so that a list may hand over its filters and an export its
    columns. Recorded looks need no note. Fields that are required and that nobody uses are reported. Told once a day
    by each process: every search would write the same row.
    """
    known = {one.key for one in form_of(kind).fields}
    if len(_today) > MOST_TOLD:
        _today.clear()
    _note("used", kind, [key for key in keys if key in known and (kind, key, on) not in _today], on)


def write_counts(manner: str, counts: Counter[tuple[str, str]], *, on: date) -> None:
    """Add to what was counted before."""
    if not counts:
        return
    rows = sorted(counts.items())
    with connection.cursor() as cursor:
        cursor.execute(
            COUNT[manner],
            {
                "on": on,
                "kinds": [kind for (kind, _), _ in rows],
                "keys": [key for (_, key), _ in rows],
                "times": [times for _, times in rows],
            },
        )


def _note(manner: str, kind: str, keys: Iterable[str], on: date) -> None:
    wanted = Counter((kind, key) for key in keys)
    if not wanted:
        return
    for _, waiting, *_ in reversed(connection.run_on_commit):
        if isinstance(waiting, _Noted) and (waiting.manner, waiting.on) == (manner, on):
            waiting.counts += wanted
            return
    noted = _Noted(manner, on)
    noted.counts += wanted
    transaction.on_commit(noted, robust=True)
