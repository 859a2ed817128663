"""Row-level security on components and resources, sight of their photos, and the card that anybody may see."""

from django.db import migrations

PARTS = {
    "component": "owner_unit_id = (select jw_unit()) then true when keeper_unit_id = (select jw_unit())",
    "resource": "unit_id = (select jw_unit())",
}
THING_FENCE = """
alter table ledger_{name} enable row level security;
alter table ledger_{name} force row level security;
create policy owner_all on ledger_{name} to jingwei_owner using (true) with check (true);
create policy see on ledger_{name} for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       when {part} then true
       else false end);
create policy register on ledger_{name} for insert with check (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true else false end);
create policy change on ledger_{name} for update using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       when {part} then true
       else false end) with check (true);
create policy take_back on ledger_{name} for delete using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true else false end);
revoke truncate on ledger_{name} from jingwei_app;
alter table ledger_{name}entry enable row level security;
alter table ledger_{name}entry force row level security;
create policy owner_all on ledger_{name}entry to jingwei_owner using (true) with check (true);
create policy through_it on ledger_{name}entry for select using (
  exists (select 1 from ledger_{name} t where t.id = {name}_id));
create policy append on ledger_{name}entry for insert with check (
  exists (select 1 from ledger_{name} t where t.id = {name}_id));
create policy take_back on ledger_{name}entry for delete using (
  exists (select 1 from ledger_{name} t where t.id = {name}_id and t.batch_id is not null and t.version = 1));
revoke update, truncate on ledger_{name}entry from jingwei_app;
"""

# The files app knows nothing of the ledger; it only says what a file is claimed for.
FILES = """
create policy through_component on files_file for select using (
  case when claimed_for is null then false
       else exists (select 1 from ledger_component c where c.id = claimed_for) end);
create policy change_through_component on files_file for update using (
  case when claimed_for is null then false
       else exists (select 1 from ledger_component c where c.id = claimed_for) end) with check (true);
create policy through_resource on files_file for select using (
  case when claimed_for is null then false
       else exists (select 1 from ledger_resource r where r.id = claimed_for) end);
create policy change_through_resource on files_file for update using (
  case when claimed_for is null then false
       else exists (select 1 from ledger_resource r where r.id = claimed_for) end) with check (true);
"""

# What stands in the street under a number plate everybody may read: its kind and place, nothing of its keeping.
CARDS = """
create function jw_component_cards(codes text[], ids uuid[])
  returns table (id uuid, code text, class_name text, type_name text, name text, address text,
                 lon float8, lat float8, scope_code text, life smallint)
  language sql stable security definer set search_path = public as $$
  select c.id, c.code::text, k.class_name::text, k.type_name::text, c.name::text, c.address::text,
         st_x(c.position), st_y(c.position), c.scope_code::text, c.life
    from ledger_component c join ledger_componentkind k on k.code = c.kind_code
   where c.code = any (codes[1:100]) or c.id = any (ids[1:100])
$$;
alter function jw_component_cards(text[], uuid[]) owner to jingwei_reader;
revoke all on function jw_component_cards(text[], uuid[]) from public;
grant execute on function jw_component_cards(text[], uuid[]) to jingwei_app;
comment on function jw_component_cards(text[], uuid[]) is
  'Kind and place of components whose number or id is known, as read off the thing itself; at most a hundred.';
"""

# One more serial: numbers are handed out across areas that do not see each other.
SERIAL = """
create function jw_component_serial(prefix text) returns integer
  language sql stable security definer set search_path = public as $$
  select coalesce(max(right(c.code, 6)::integer), 0) from ledger_component c
   where length(prefix) = 10 and c.code >= prefix || '000000' and c.code <= prefix || '999999'
$$;
alter function jw_component_serial(text) owner to jingwei_reader;
revoke all on function jw_component_serial(text) from public;
grant execute on function jw_component_serial(text) to jingwei_app;
comment on function jw_component_serial(text) is 'The largest serial given out behind a county and a kind; a number only.';
"""

# GiST is not used under the fence: the scope is inlined, so that the nearest are walked to.
NEAREST_COMPONENT = """
create function jw_nearest_component(lon float8, lat float8, within_m float8, at_most integer, kinds text[])
  returns table (id uuid, distance_m float8)
  language plpgsql stable security definer set search_path = public as $$
declare
  mine text := jw_scope();
  own_rows text;
begin
  own_rows := case
    when mine = '*' then 'true'
    when mine = '~none' and jw_unit() is not null then format('(t.owner_unit_id = %1$L or t.keeper_unit_id = %1$L)', jw_unit())
    when mine = '~none' then 'false'
    when length(mine) = 4 then format('t.city_code = %L', mine)
    when length(mine) = 6 then format('t.county_code = %L', mine)
    when length(mine) = 9 then format('t.township_code = %L', mine)
    when length(mine) = 12 then format('t.community_code = %L', mine)
    else format('t.grid_code = %L', mine) end;
  if mine not in ('*', '~none') then
    own_rows := '(' || own_rows || format(' and starts_with(t.scope_code, %L)', mine) || ')';
  end if;
  return query execute format(
    'select t.id, t.away from (
       select t.id, st_distancesphere(t.position, st_setsrid(st_makepoint($1, $2), 4326)) as away
         from ledger_component t
        where %s and t.life < 90 and ($5 is null or t.kind_code = any ($5))
          and t.position && st_expand(st_setsrid(st_makepoint($1, $2), 4326), $6)) t
      where t.away <= $3 order by t.away, t.id limit $4', own_rows)
    using lon, lat, least(greatest(within_m, 0), 50000), least(greatest(at_most, 1), 100), kinds::varchar[],
          least(greatest(within_m, 0), 50000) / 111320.0 / greatest(cos(radians(least(abs(lat), 85))), 0.05);
end
$$;
alter function jw_nearest_component(float8, float8, float8, integer, text[]) owner to jingwei_reader;
revoke all on function jw_nearest_component(float8, float8, float8, integer, text[]) from public;
grant execute on function jw_nearest_component(float8, float8, float8, integer, text[]) to jingwei_app;
comment on function jw_nearest_component(float8, float8, float8, integer, text[]) is
  'The nearest within the asker''s own area, or among what their unit answers for; ids and metres only; refuses without eyes.';
"""
NEAREST_RESOURCE = """
create function jw_nearest_resource(lon float8, lat float8, within_m float8, at_most integer, kinds text[])
  returns table (id uuid, distance_m float8)
  language plpgsql stable security definer set search_path = public as $$
declare
  mine text := jw_scope();
  own_rows text;
begin
  own_rows := case
    when mine = '*' then 'true'
    when mine = '~none' and jw_unit() is not null then format('(t.unit_id = %1$L)', jw_unit())
    when mine = '~none' then 'false'
    when length(mine) = 4 then format('t.city_code = %L', mine)
    when length(mine) = 6 then format('t.county_code = %L', mine)
    when length(mine) = 9 then format('t.township_code = %L', mine)
    when length(mine) = 12 then format('t.community_code = %L', mine)
    else format('t.grid_code = %L', mine) end;
  if mine not in ('*', '~none') then
    own_rows := '(' || own_rows || format(' and starts_with(t.scope_code, %L)', mine) || ')';
  end if;
  return query execute format(
    'select t.id, t.away from (
       select t.id, st_distancesphere(t.position, st_setsrid(st_makepoint($1, $2), 4326)) as away
         from ledger_resource t
        where %s and t.state < 90 and ($5 is null or t.kind_key = any ($5))
          and t.position && st_expand(st_setsrid(st_makepoint($1, $2), 4326), $6)) t
      where t.away <= $3 order by t.away, t.id limit $4', own_rows)
    using lon, lat, least(greatest(within_m, 0), 50000), least(greatest(at_most, 1), 100), kinds::varchar[],
          least(greatest(within_m, 0), 50000) / 111320.0 / greatest(cos(radians(least(abs(lat), 85))), 0.05);
end
$$;
alter function jw_nearest_resource(float8, float8, float8, integer, text[]) owner to jingwei_reader;
revoke all on function jw_nearest_resource(float8, float8, float8, integer, text[]) from public;
grant execute on function jw_nearest_resource(float8, float8, float8, integer, text[]) to jingwei_app;
comment on function jw_nearest_resource(float8, float8, float8, integer, text[]) is
  'The nearest within the asker''s own area, or among what their unit answers for; ids and metres only; refuses without eyes.';
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_tables"), ("access", "0002_fences"), ("files", "0004_removed")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop)
        for sql in (
            *(THING_FENCE.format(name=name, part=part) for name, part in PARTS.items()),
            FILES,
            CARDS,
            SERIAL,
            NEAREST_COMPONENT,
            NEAREST_RESOURCE,
        )
    ]
