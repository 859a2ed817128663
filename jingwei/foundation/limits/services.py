"""Taking from buckets: one statement, in every process the same, also after a restart.

Call it before a transaction begins: the row stays locked until the transaction ends, and one that is rolled back gives
the tokens back. Two askers of the same bucket then wait for each other for one statement only.
"""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import connection

from jingwei.foundation.limits.contracts import Taken
from jingwei.foundation.limits.models import Bucket, Spent
from jingwei.foundation.limits.rules import SLACK_S, answer, begun, filling, taken
from jingwei.kernel.crypto import blind_index

# Refused askers write nothing: a flood costs a look at the index. What the outer part reads is older than what the
# inner one writes, so the wait may be too short by what was taken in between; never a token too many.
TAKE = """
with taken as (
  insert into limits_bucket as b (key, name, full_at)
  select %(key)s, %(name)s, %(at)s::timestamptz + %(cost)s {quick}
   where %(cost)s <= %(whole)s
  on conflict (key) do update
     set full_at = least(greatest(b.full_at, %(at)s), %(at)s::timestamptz + %(whole)s) + %(cost)s
   where least(greatest(b.full_at, %(at)s), %(at)s::timestamptz + %(whole)s) + %(cost)s
         <= %(at)s::timestamptz + %(whole)s + %(slack)s
  returning full_at)
select true, full_at from taken
union all
select false, (select full_at from limits_bucket where key = %(key)s) where not exists (select from taken)
"""
# The same for several buckets at once. Locked in the order of their keys, so that two askers never wait in a circle.
TAKE_EACH = """
with asked as materialized (
  select * from unnest(%(keys)s::bytea[], %(names)s::text[], %(costs)s::interval[], %(wholes)s::interval[])
                as a(key, name, cost, whole)
), taken as (
  insert into limits_bucket as b (key, name, full_at)
  select key, name, %(at)s::timestamptz + cost from asked {quick} where cost <= whole order by key
  on conflict (key) do update
     set full_at = least(greatest(b.full_at, %(at)s), %(at)s::timestamptz
                         + (select whole from asked where asked.key = excluded.key))
                   + (excluded.full_at - %(at)s::timestamptz)
   where least(greatest(b.full_at, %(at)s), %(at)s::timestamptz
               + (select whole from asked where asked.key = excluded.key))
         + (excluded.full_at - %(at)s::timestamptz)
         <= %(at)s::timestamptz + (select whole from asked where asked.key = excluded.key) + %(slack)s
  returning key, full_at)
select a.key, t.key is not null, coalesce(t.full_at, (select b.full_at from limits_bucket b where b.key = a.key))
  from asked a left join taken t on t.key = a.key
"""
# Outside a transaction the commit need not wait for the disk: a crash forgets a fraction of a second of asking.
QUICK = "from set_config('synchronous_commit', 'off', true)"
QUICK_EACH = "cross join set_config('synchronous_commit', 'off', true)"

SPEND = """
insert into limits_spent as s (key, use, until_at) values (%(key)s, %(use)s, %(until)s)
on conflict (key) do update set until_at = s.until_at where s.use = %(use)s
returning use
"""


def take(name: str, key: str, cost: float = 1, *, rate: float, burst: int, at: datetime) -> Taken:
    """Take ``cost`` tokens from the bucket ``key`` of the kind ``name``, or nothing if they are not there.

    It holds ``burst`` tokens at most and gains ``rate`` of them a second. ``key`` may be an address or a name: only
    its keyed digest is kept, until the bucket is full again.
    """
    index = _index(name, key)
    with connection.cursor() as cursor:
        cursor.execute(
            TAKE.format(quick="" if connection.in_atomic_block else QUICK),
            {
                "key": index,
                "name": name,
                "at": at,
                "cost": filling(cost, rate),
                "whole": filling(burst, rate),
                "slack": filling(SLACK_S, 1),
            },
        )
        is_granted, full_at = cursor.fetchone()
    if not is_granted:
        full_at = begun(full_at, rate=rate, burst=burst, at=at)
    return answer(full_at, is_granted, rate=rate, burst=burst, at=at, cost=cost)


def take_each(buckets: Sequence[tuple[str, str, float, int]], *, at: datetime) -> list[Taken]:
    """One token from each of several different buckets (name, key, rate, burst), each by itself; one statement."""
    if not buckets:
        return []
    indexes = [_index(name, key) for name, key, _, _ in buckets]
    with connection.cursor() as cursor:
        cursor.execute(
            TAKE_EACH.format(quick="" if connection.in_atomic_block else QUICK_EACH),
            {
                "keys": indexes,
                "names": [name for name, *_ in buckets],
                "costs": [filling(1, rate) for *_, rate, _ in buckets],
                "wholes": [filling(burst, rate) for *_, rate, burst in buckets],
                "at": at,
                "slack": filling(SLACK_S, 1),
            },
        )
        told = {bytes(index): (is_granted, full_at) for index, is_granted, full_at in cursor.fetchall()}
    answers = []
    for index, (_, _, rate, burst) in zip(indexes, buckets, strict=True):
        is_granted, full_at = told[index]
        if not is_granted:
            full_at = begun(full_at, rate=rate, burst=burst, at=at)
        answers.append(answer(full_at, is_granted, rate=rate, burst=burst, at=at, cost=1))
    return answers


def peek(name: str, key: str, cost: float = 1, *, rate: float, burst: int, at: datetime) -> Taken:
    """What ``take`` would answer now; nothing is taken."""
    row = Bucket.objects.filter(key=_index(name, key)).values_list("full_at", flat=True).first()
    _, told = taken(row, cost=cost, rate=rate, burst=burst, at=at)
    return told


def refill(name: str, key: str) -> None:
    """Fill a bucket again, as if nobody had asked."""
    Bucket.objects.filter(key=_index(name, key)).delete()


def spend_once(name: str, key: str, use: str, *, until: datetime) -> bool:
    """Whether ``key`` may be used for ``use``: for the first time, or again for the very same. ``until`` it counts."""
    used_for = _index(name, use)
    with connection.cursor() as cursor:
        cursor.execute(SPEND, {"key": _index(name, key), "use": used_for, "until": until})
        return cursor.fetchone() is not None


def forget_spent(*, at: datetime) -> int:
    """Remove what ended by itself. Returns how many."""
    return int(Spent.objects.filter(until_at__lte=at).delete()[0])


def forget_full(*, at: datetime) -> int:
    """Remove what is full again: it says nothing any more. Returns how many."""
    return int(Bucket.objects.filter(full_at__lte=at).delete()[0])


def _index(name: str, key: str) -> bytes:
    return blind_index(settings.INDEX_KEY, key, field=f"limits.{name}")
