"""What records of the ledger have in common: values by form, when they were last seen, and a history of every field.

And how they are found: by texts beside them, area by area, so that nothing outside is walked past.

No tables here: an app's own model inherits these, as it inherits ``ScopedModel``.
"""

from enum import StrEnum
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from jingwei.foundation.scoping import ScopedModel
from jingwei.kernel.ids import uuid7


class RecordDeed(StrEnum):
    """What was done to a record."""

    REGISTERED = "registered"  # 登记
    CHANGED = "changed"  # 变更
    CONFIRMED = "confirmed"  # 核实无变化
    MOVED = "moved"  # 迁移
    MERGED = "merged"  # 合并
    ENDED = "ended"  # 注销
    RESTORED = "restored"  # 恢复


class Record(ScopedModel):
    """A record whose fields a form says. Built-in fields stand in columns of the subclass, named like their keys.

    ``facts`` holds the other plain values by key, ``sealed`` ciphertexts (base64) by key. ``lookups`` finds a record by
    a sealed value: ``key:index`` for the whole, ``key~tail`` for its last four characters (both in hex); a subclass
    that looks things up by it gives it an index. ``form_version`` is the form it was last written with.
    ``source`` is where the last word came from: desk, phone, visit, import, move, or ``department:…``.
    ``seen_at`` is when somebody last saw that it holds; from ``due_on`` it is to be seen again.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    form_version = models.PositiveIntegerField(default=0)
    facts = models.JSONField(default=dict)
    sealed = models.JSONField(default=dict)
    lookups = ArrayField(models.TextField(), default=list)
    version = models.PositiveIntegerField(default=1)
    source = models.CharField(max_length=40)
    registered_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    due_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=200, blank=True)
    batch_id = models.UUIDField(null=True)

    class Meta:
        abstract = True


class Change(models.Model):
    """One line of a record's history: append-only. The subclass adds the foreign key to its record.

    ``record_version`` is the record's version after it. ``facts`` are the fields that changed, each with before and
    after; of a field that not everybody within sight may read stands only that it changed.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    record_version = models.PositiveIntegerField()
    deed = models.CharField(max_length=12, choices=[(one.value, one.value) for one in RecordDeed])
    at = models.DateTimeField()
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=80)
    source = models.CharField(max_length=40)
    remark = models.CharField(max_length=500, blank=True)
    facts = models.JSONField(default=dict)

    class Meta:
        abstract = True


class FoundText(models.Model):
    """A text that leads to a record; read through the function that ``found_within_sql`` makes, and nowhere else.

    The subclass adds the foreign key, an index that begins with ``scope_code`` and one that begins with its county; the
    area follows the record by a trigger.
    """

    id = models.BigAutoField(primary_key=True)
    text = models.CharField(max_length=130, db_collation="C")
    scope_code = models.CharField(max_length=15)

    class Meta:
        abstract = True


def found_within_sql(function: str, *, table: str, column: str) -> str:
    """The function that answers ids by a range of texts within the asker's own area; for ``migrations.RunSQL``.

    A range of texts within one area is one walk down an index that begins with the area. Below a county the areas are
    the codes that stand there (some dozens of grids), above it the counties; each is found by one more walk.
    """
    return FIND.format(function=function, table=table, column=column)


def found_between(
    function: str, first: str, behind: str, *, within: str | None = None, most: int
) -> list[UUID]:
    """Ids of the records that texts from ``first`` to before ``behind`` lead to, for whose eyes are open."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"select * from {function}(%s, %s, %s, %s)",  # noqa: S608  a name from code
            [first, behind, within or "", most],
        )
        return [row[0] for row in cursor.fetchall()]


FIND = """
create or replace function {function}(first text, behind text, within text, at_most integer)
  returns table ({column} uuid)
  language plpgsql stable security definer set search_path = public as $$
declare
  mine text := jw_scope();
  area text := coalesce(within, '');
  last text;
  most integer := least(greatest(at_most, 1), 500);
begin
  if mine = '~none' or coalesce(first, '') = '' or coalesce(behind, '') <= first then return; end if;
  if mine <> '*' and not starts_with(area, mine) then
    if not starts_with(mine, area) then return; end if;
    area := mine;
  end if;
  last := rpad(area, 15, '9');
  if length(area) > 6 then
    return query
      with recursive code as (
        (select k.scope_code from {table} k
          where k.scope_code >= area and k.scope_code <= last order by 1 limit 1)
        union all
        select (select k.scope_code from {table} k
                 where k.scope_code > c.scope_code and k.scope_code <= last order by 1 limit 1)
          from code c where c.scope_code is not null)
      select distinct f.{column}
        from code c cross join lateral (
          select k.{column} from {table} k
           where k.scope_code = c.scope_code and k.text >= first collate "C" and k.text < behind collate "C"
           limit 4 * most) f
       where c.scope_code is not null limit most;
  else
    return query
      with recursive county as (
        (select left(k.scope_code, 6) as code from {table} k
          where left(k.scope_code, 6) >= area and left(k.scope_code, 6) <= left(last, 6) order by 1 limit 1)
        union all
        select (select left(k.scope_code, 6) from {table} k
                 where left(k.scope_code, 6) > c.code and left(k.scope_code, 6) <= left(last, 6) order by 1 limit 1)
          from county c where c.code is not null)
      select distinct f.{column}
        from county c cross join lateral (
          select k.{column} from {table} k
           where left(k.scope_code, 6) = c.code and k.text >= first collate "C" and k.text < behind collate "C"
           limit 4 * most) f
       where c.code is not null limit most;
  end if;
end
$$;
"""
