"""Texts are looked up area by area: what stands elsewhere is not even walked past, so it costs no time that would tell."""

from django.db import migrations, models
from django.db.models.functions import Left

# A range of texts within one area is one walk down an index that begins with the area. Below a county the areas are
# the codes that stand there (some dozens of grids), above it the counties; each is found by one more walk.
FIND = """
create or replace function jw_find_residents(first text, behind text, within text, at_most integer)
  returns table (resident_id uuid)
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
        (select k.scope_code from residents_key k
          where k.scope_code >= area and k.scope_code <= last order by 1 limit 1)
        union all
        select (select k.scope_code from residents_key k
                 where k.scope_code > c.scope_code and k.scope_code <= last order by 1 limit 1)
          from code c where c.scope_code is not null)
      select distinct f.resident_id
        from code c cross join lateral (
          select k.resident_id from residents_key k
           where k.scope_code = c.scope_code and k.text >= first collate "C" and k.text < behind collate "C"
           limit 4 * most) f
       where c.scope_code is not null limit most;
  else
    return query
      with recursive county as (
        (select left(k.scope_code, 6) as code from residents_key k
          where left(k.scope_code, 6) >= area and left(k.scope_code, 6) <= left(last, 6) order by 1 limit 1)
        union all
        select (select left(k.scope_code, 6) from residents_key k
                 where left(k.scope_code, 6) > c.code and left(k.scope_code, 6) <= left(last, 6) order by 1 limit 1)
          from county c where c.code is not null)
      select distinct f.resident_id
        from county c cross join lateral (
          select k.resident_id from residents_key k
           where left(k.scope_code, 6) = c.code and k.text >= first collate "C" and k.text < behind collate "C"
           limit 4 * most) f
       where c.code is not null limit most;
  end if;
end
$$;
comment on function jw_find_residents(text, text, text, integer) is
  'Ids of residents of the asker''s own area whose keys lie between two texts; refuses without a scope.';
"""


class Migration(migrations.Migration):
    dependencies = [("residents", "0002_fences")]
    operations = [
        migrations.RemoveIndex("key", "residents_key_text"),
        migrations.AddIndex(
            "key", models.Index(fields=["scope_code", "text", "resident"], name="residents_key_within")
        ),
        migrations.AddIndex(
            "key", models.Index(Left("scope_code", 6), "text", "resident", name="residents_key_county")
        ),
        migrations.RunSQL(FIND, migrations.RunSQL.noop),
    ]
