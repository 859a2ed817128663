"""Who looked at what: recorded looks and the audit's acts of taking along, in one list, with the inspector's eyes.

Row-level security decides what is in it (``jw.role``, scope); nothing here widens it.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection

from jingwei.foundation.administration.rules.inspecting import (
    AGAIN,
    LARGE_ROWS,
    MANY,
    NIGHT_FROM,
    NIGHT_UNTIL,
    ActKind,
    InspectionWish,
    LookedAt,
    Sign,
    Standout,
)
from jingwei.kernel.paging import Page, key_of, page_of

LOOKS = """
select r.id::text as key, r.at, r.manner as kind, r.person_id, r.viewer_name::text as viewer_name, r.post_id, r.unit_id,
       r.field::text as field, r.target::text as target, r.subject_id, r.purpose::text as purpose,
       r.remark::text as remark, r.area_code::text as area_code, r.viewer_area::text as viewer_area,
       null::bigint as row_count, false as is_clear
  from privacy_reveal r
 where {conditions}
 order by r.at desc, r.id::text desc limit %(limit)s
"""

KIND_OF_ACT = """
case when e.permission in ('export_rows', 'approve_export') and starts_with(e.target, 'imports.export:') then
       case e.change ->> 'action' when 'ask' then 'export_asked' when 'approve' then 'export_decided'
            when 'refuse' then 'export_decided' when 'finish' then 'export_made'
            when 'download' then 'downloaded' end
     when e.change ->> 'act' = 'export' or e.change ->> 'action' = 'export' then 'list_taken'
     when e.permission = 'take_call' and e.change ->> 'act' = 'open_recording' then 'listened'
     when e.permission = 'take_call' and e.change ->> 'act' = 'look_up_caller'
          and e.change -> 'shown' = '[]'::jsonb then 'searched'
     when e.permission = 'read_audit' and e.change ->> 'act' = 'inspect_looks' then 'inspected' end
"""

OF_INTEREST = """
e.permission in ('export_rows', 'approve_export', 'take_call', 'read_audit', 'manage_posts', 'read_adoption')
"""
"""As the partial index says it (``audit`` keeps it): the rest of the audit is not looked through."""

ACTS = f"""
select lpad(e.id::text, 20, '0') as key, e.at, k.kind, e.person_id, e.actor_name::text as viewer_name, e.post_id,
       null::uuid as unit_id, '' as field, e.target::text as target, null::uuid as subject_id,
       coalesce(e.change ->> 'purpose', '') as purpose, coalesce(e.change ->> 'remark', '') as remark,
       '' as area_code, e.area_code::text as viewer_area,
       case when jsonb_typeof(e.change -> 'rows') = 'number' then (e.change ->> 'rows')::numeric::bigint end as row_count,
       coalesce(e.change -> 'is_clear' = 'true'::jsonb, false) as is_clear
  from audit_entry e cross join lateral (select {KIND_OF_ACT} as kind) k
 where {OF_INTEREST} and k.kind is not null and {{conditions}}
 order by e.at desc, lpad(e.id::text, 20, '0') desc limit %(limit)s
"""  # noqa: S608  put together from constants

STANDOUTS = """
with looks as (
  select r.at, r.person_id, r.viewer_name::text as viewer_name, r.target::text as target, r.subject_id,
         r.area_code::text as area_code, r.viewer_area::text as viewer_area, r.at at time zone 'Asia/Shanghai' as there
    from privacy_reveal r
   where r.at >= %(since)s and r.at < %(until)s and r.person_id is not null and r.manner <> 'exported' and {area}),
counted as (
  select *, count(*) over (partition by person_id order by at
                           range between interval '1 hour' preceding and current row) as within_hour,
         count(*) over (partition by person_id, there::date, coalesce(subject_id::text, target)) as again
    from looks)
select 'many_in_an_hour' as sign, person_id, min(viewer_name), min(at) - interval '1 hour' as since, max(at) as until,
       max(within_hour) as count, null::uuid as subject_id, '' as target
  from counted where within_hour >= %(many)s group by person_id, there::date
union all
select 'at_night', person_id, min(viewer_name), min(at), max(at), count(*), null, ''
  from counted
 where extract(hour from there) >= %(night_from)s or extract(hour from there) < %(night_until)s
 group by person_id, (there - make_interval(hours => %(night_until)s))::date
union all
select 'outside_area', person_id, min(viewer_name), min(at), max(at), count(*), null, ''
  from counted
 where area_code <> '' and viewer_area <> ''
   and not starts_with(area_code, viewer_area) and not starts_with(viewer_area, area_code)
 group by person_id, there::date
union all
select 'same_again', person_id, min(viewer_name), min(at), max(at), max(again), subject_id,
       case when subject_id is null then target else '' end
  from counted where again >= %(again)s
 group by person_id, there::date, subject_id, case when subject_id is null then target else '' end
union all
select 'large_export', e.person_id, e.actor_name::text, e.at, e.at,
       (e.change ->> 'rows')::numeric::bigint, null, e.target::text
  from audit_entry e
 where e.permission = 'export_rows' and e.change ->> 'action' = 'finish' and e.change -> 'is_clear' = 'true'::jsonb
   and jsonb_typeof(e.change -> 'rows') = 'number' and (e.change ->> 'rows')::numeric >= %(large)s
   and e.at >= %(since)s and e.at < %(until)s and e.person_id is not null
   and (%(within)s = '' or starts_with(e.area_code, %(within)s))
 order by 4 desc, 1, 2 limit 200
"""

AREA_OF_LOOK = "(starts_with(r.area_code, %(within)s) or starts_with(r.viewer_area, %(within)s))"


def looks_inspected(wish: InspectionWish, *, limit: int, cursor: str | None) -> Page[LookedAt]:
    """What the wish asks for, latest first, within the running transaction's sight. Raises: BadCursor."""
    values: dict[str, Any] = {"limit": limit + 1}
    looks, acts = ["true"], ["true"]
    if cursor:
        values["last_at"], values["last_key"] = key_of(cursor, datetime, str)
        looks.append("r.at <= %(last_at)s and (r.at < %(last_at)s or r.id::text < %(last_key)s)")
        acts.append(
            "e.at <= %(last_at)s and (e.at < %(last_at)s or lpad(e.id::text, 20, '0') < %(last_key)s)"
        )
    for condition, value, of_look, of_act in _conditions(wish):
        values[condition] = value
        looks.append(of_look)
        acts.append(of_act)
    if wish.kinds:
        values["kinds"] = [kind.value for kind in wish.kinds]
        looks.append("r.manner = any(%(kinds)s)")
        acts.append("k.kind = any(%(kinds)s)")
    if not wish.shows_exported_rows:
        looks.append("r.manner <> 'exported'")
    if not wish.shows_inspection:
        acts.append("k.kind <> 'inspected'")
    statement = (
        f"select * from ({LOOKS.format(conditions=' and '.join(looks))}) looks union all "  # noqa: S608  constants
        f"select * from ({ACTS.format(conditions=' and '.join(acts))}) acts "
        "order by at desc, key desc limit %(limit)s"
    )
    with connection.cursor() as running:
        running.execute(statement, values)
        found = [_look(row) for row in running.fetchall()]
    return page_of(found, limit, lambda one: (one.at, one.key))


def standouts(*, since: datetime, until: datetime, within: str) -> list[Standout]:
    """Acts of a period that stand out by the plain rules, latest first, 200 at most."""
    values: Mapping[str, Any] = {
        "since": since,
        "until": until,
        "within": within,
        "many": MANY,
        "again": AGAIN,
        "large": LARGE_ROWS,
        "night_from": NIGHT_FROM,
        "night_until": NIGHT_UNTIL,
    }
    with connection.cursor() as running:
        running.execute(STANDOUTS.format(area=AREA_OF_LOOK if within else "true"), values)
        return [Standout(Sign(row[0]), *row[1:]) for row in running.fetchall()]


def _conditions(wish: InspectionWish) -> list[tuple[str, Any, str, str]]:
    """The name of a value, the value, and what it asks of a look and of an act."""
    asked: list[tuple[str, Any, str, str]] = [
        ("person", wish.person_id, "r.person_id = %(person)s", "e.person_id = %(person)s"),
        ("subject", wish.subject_id, "r.subject_id = %(subject)s", "false"),
        ("target", wish.target, "r.target = %(target)s", "e.target = %(target)s"),
        ("purpose", wish.purpose, "r.purpose = %(purpose)s", "e.change ->> 'purpose' = %(purpose)s"),
        ("within", wish.area, AREA_OF_LOOK, "starts_with(e.area_code, %(within)s)"),
        ("since", wish.since, "r.at >= %(since)s", "e.at >= %(since)s"),
        ("until", wish.until, "r.at < %(until)s", "e.at < %(until)s"),
    ]
    if wish.words:
        held = "strpos(r.viewer_name, %(words)s) > 0"
        asked.append(("words", wish.words, held, "strpos(e.actor_name, %(words)s) > 0"))
    return [one for one in asked if one[1] not in (None, "")]


def _look(row: tuple[Any, ...]) -> LookedAt:
    key, at, kind, *rest = row
    return LookedAt(key, at, ActKind(kind), *rest)
