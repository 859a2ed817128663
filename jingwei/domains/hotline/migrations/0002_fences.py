"""Row-level security on what was said by telephone, and the definer function that finds addresses."""

from django.db import migrations

CENTRE_FENCE = """
alter table {table} enable row level security;
alter table {table} force row level security;
create policy owner_all on {table} to jingwei_owner using (true) with check (true);
create policy own_centre on {table} for select using (
  case when (select jw_scope()) = '*' then true when unit_id = (select jw_unit()) then true else false end);
create policy add_own on {table} for insert with check (
  case when (select jw_scope()) = '*' then true when unit_id = (select jw_unit()) then true else false end);
create policy change_own on {table} for update using (
  case when (select jw_scope()) = '*' then true when unit_id = (select jw_unit()) then true else false end)
  with check (true);
revoke delete, truncate on {table} from jingwei_app;
"""
CENTRE_OWNED = ["call", "handover", "callback"]

BESIDE_FENCE = """
alter table {table} enable row level security;
alter table {table} force row level security;
create policy owner_all on {table} to jingwei_owner using (true) with check (true);
create policy through_it on {table} for select using (
  exists (select 1 from {parent} p where p.id = {key}));
create policy append on {table} for insert with check (
  exists (select 1 from {parent} p where p.id = {key}));
revoke update, delete, truncate on {table} from jingwei_app;
"""
BESIDE = [
    ("callevent", "hotline_call", "call_id"),
    ("callmatter", "hotline_call", "call_id"),
    ("callbackattempt", "hotline_callback", "call_back_id"),
]

# Who registers what lies in another centre's area does not see the incident, but may say how it came.
RECEPTION_FENCE = """
alter table hotline_reception enable row level security;
alter table hotline_reception force row level security;
create policy owner_all on hotline_reception to jingwei_owner using (true) with check (true);
create policy through_incident on hotline_reception for select using (
  case when unit_id = (select jw_unit()) then true
       else exists (select 1 from incidents_incident i where i.id = incident_id) end);
create policy append on hotline_reception for insert with check (
  case when (select jw_scope()) = '*' then true when unit_id = (select jw_unit()) then true else false end);
revoke update, delete, truncate on hotline_reception from jingwei_app;
"""

SEAT_FENCE = """
alter table hotline_seat enable row level security;
alter table hotline_seat force row level security;
create policy owner_all on hotline_seat to jingwei_owner using (true) with check (true);
create policy in_area on hotline_seat for select using (
  case when (select jw_scope()) = '*' then true
       when unit_id = (select jw_unit()) then true
       when starts_with(scope_code, (select jw_scope())) then true
       else false end);
create policy set_in_area on hotline_seat for insert with check (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true else false end);
create policy change_in_area on hotline_seat for update using (
  case when (select jw_scope()) = '*' then true
       when unit_id = (select jw_unit()) then true
       when starts_with(scope_code, (select jw_scope())) then true
       else false end) with check (true);
create policy release_in_area on hotline_seat for delete using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true else false end);
revoke truncate on hotline_seat from jingwei_app;
"""

ADDRESS_FENCE = """
alter table hotline_knownaddress enable row level security;
alter table hotline_knownaddress force row level security;
create policy owner_all on hotline_knownaddress to jingwei_owner using (true) with check (true);
create policy in_area on hotline_knownaddress for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true else false end);
create policy learn on hotline_knownaddress for insert with check ((select jw_scope()) = '*');
create policy learn_again on hotline_knownaddress for update using ((select jw_scope()) = '*');
create policy forget on hotline_knownaddress for delete using ((select jw_scope()) = '*');
revoke truncate on hotline_knownaddress from jingwei_app;
"""

# Array operators are not leakproof: under the fence the index of pairs would never be asked. The scope is inlined,
# so that the planner knows how much of the table it is.
FIND_ADDRESSES = """
create function jw_find_addresses(asked text[], at_most integer)
  returns table (address text, lon float8, lat float8, area_code text, uses integer, last_used_at timestamptz)
  language plpgsql stable security definer set search_path = public as $$
declare
  mine text := jw_scope();
  own_rows text;
begin
  own_rows := case
    when mine = '~none' then 'false'
    when mine = '*' then 'true'
    when length(mine) = 4 then format('a.city_code = %L', mine)
    when length(mine) = 6 then format('a.county_code = %L', mine)
    when length(mine) = 9 then format('a.township_code = %L', mine)
    when length(mine) = 12 then format('a.community_code = %L', mine)
    else format('a.community_code = %L and a.scope_code = %L', left(mine, 12), mine) end;
  return query execute format(
    'select a.text::text, st_x(a.position), st_y(a.position), a.scope_code::text, a.uses, a.last_used_at
       from hotline_knownaddress a where %s and a.pairs @> %L::varchar[] order by a.last_used_at desc limit %s',
    own_rows, asked, least(greatest(at_most, 1), 100));
end
$$;
alter function jw_find_addresses(text[], integer) owner to jingwei_reader;
revoke all on function jw_find_addresses(text[], integer) from public;
grant execute on function jw_find_addresses(text[], integer) to jingwei_app;
comment on function jw_find_addresses(text[], integer) is
  'Addresses named in reports inside the asker''s own area, by pairs of characters; refuses without a scope.';
"""


class Migration(migrations.Migration):
    dependencies = [("hotline", "0001_tables"), ("access", "0002_fences"), ("incidents", "0002_fences")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop)
        for sql in (
            *(CENTRE_FENCE.format(table=f"hotline_{name}") for name in CENTRE_OWNED),
            *(
                BESIDE_FENCE.format(table=f"hotline_{name}", parent=parent, key=key)
                for name, parent, key in BESIDE
            ),
            RECEPTION_FENCE,
            SEAT_FENCE,
            ADDRESS_FENCE,
            FIND_ADDRESSES,
        )
    ]
