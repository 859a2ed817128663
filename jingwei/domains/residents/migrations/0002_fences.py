"""Row-level security on residents and what hangs on them, and the one way to find them by words."""

from django.db import migrations

TABLE = """
alter table residents_{name} enable row level security;
alter table residents_{name} force row level security;
create policy owner_all on residents_{name} to jingwei_owner using (true) with check (true);
revoke truncate on residents_{name} from jingwei_app;
"""
IN_AREA = """case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       {more} else false end"""
MACHINE = "case when (select jw_scope()) = '*' then true else false end"
OWN = "when account_person_id = (select jw_person()) then true"

# By area alone: units of the platform see nobody. Whoever proved to be the person sees their own row.
RESIDENT = f"""
create policy see on residents_resident for select using ({IN_AREA.format(more=OWN)});
create policy register on residents_resident for insert with check ({IN_AREA.format(more="")});
create policy change on residents_resident for update using ({IN_AREA.format(more="")}) with check (true);
create policy take_back on residents_resident for delete using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) and batch_id is not null and version = 1 then true
       else false end);
"""
CHANGES = """
create policy through_resident on residents_residentchange for select using (
  exists (select 1 from residents_resident r where r.id = resident_id));
create policy append on residents_residentchange for insert with check (
  exists (select 1 from residents_resident r where r.id = resident_id));
create policy take_back on residents_residentchange for delete using (
  case when (select jw_scope()) = '*' then true
       else exists (select 1 from residents_resident r where r.id = resident_id
                      and starts_with(r.scope_code, (select jw_scope()))
                      and r.batch_id is not null and r.version = 1) end);
revoke update on residents_residentchange from jingwei_app;
"""
# Where somebody lived stays with the ground there, and goes along with the person.
RESIDENCE = f"""
create policy see on residents_residence for select using (
  {IN_AREA.format(more="when exists (select 1 from residents_resident r where r.id = resident_id) then true")});
create policy register on residents_residence for insert with check ({IN_AREA.format(more="")});
create policy change on residents_residence for update using ({IN_AREA.format(more="")}) with check (true);
create policy take_back on residents_residence for delete using (
  case when (select jw_scope()) = '*' then true
       else exists (select 1 from residents_resident r where r.id = resident_id
                      and starts_with(r.scope_code, (select jw_scope()))
                      and r.batch_id is not null and r.version = 1) end);
"""
HOUSEHOLD = f"""
create policy see on residents_household for select using ({IN_AREA.format(more="")});
create policy register on residents_household for insert with check ({IN_AREA.format(more="")});
create policy change on residents_household for update using ({IN_AREA.format(more="")}) with check (true);
create policy forget on residents_household for delete using ({MACHINE});
"""
MEMBER = f"""
create policy through_household on residents_member for select using (
  exists (select 1 from residents_household h where h.id = household_id));
create policy append on residents_member for insert with check (
  exists (select 1 from residents_household h where h.id = household_id));
create policy change on residents_member for update using (
  exists (select 1 from residents_household h where h.id = household_id)) with check (true);
create policy forget on residents_member for delete using ({MACHINE});
"""
ASKED = """when asker_post_id = (select jw_post()) then true
       when asker_post_id is null and asker_person_id = (select jw_person()) then true"""
# Written with a machine's eyes: who asks does not see the place where it lies.
REQUEST = f"""
create policy see on residents_request for select using ({IN_AREA.format(more=ASKED)});
create policy ask on residents_request for insert with check ({MACHINE});
create policy decide on residents_request for update using ({MACHINE}) with check ({MACHINE});
create policy forget on residents_request for delete using ({MACHINE});
"""
KEY = f"""
create policy see on residents_key for select using ({IN_AREA.format(more="")});
create policy write on residents_key for insert with check ({IN_AREA.format(more="")});
create policy follow on residents_key for update using ({IN_AREA.format(more="")}) with check (true);
create policy rewrite on residents_key for delete using ({IN_AREA.format(more="")});
"""
FOLLOW = """
create function jw_residents_follow() returns trigger language plpgsql set search_path = public as $$
begin
  update residents_key set scope_code = new.scope_code where resident_id = new.id;
  update residents_request set city_code = new.city_code, county_code = new.county_code,
         township_code = new.township_code, community_code = new.community_code, grid_code = new.grid_code,
         scope_code = new.scope_code
   where resident_id = new.id and state = 'open';
  return null;
end $$;
create trigger keys_follow after update of scope_code on residents_resident
  for each row when (old.scope_code is distinct from new.scope_code) execute function jw_residents_follow();
"""
FOLLOW_OFF = "drop trigger keys_follow on residents_resident; drop function jw_residents_follow();"

# Comparing texts under the fence would be done row by row: the scope stands in the index beside the text.
FIND = """
create function jw_find_residents(first text, behind text, within text, at_most integer)
  returns table (resident_id uuid)
  language plpgsql stable security definer set search_path = public as $$
declare
  mine text := jw_scope();
begin
  if mine = '~none' or coalesce(first, '') = '' or coalesce(behind, '') <= first then return; end if;
  return query
    select distinct k.resident_id from (
      select f.resident_id from residents_key f
       where f.text >= first collate "C" and f.text < behind collate "C"
         and (mine = '*' or starts_with(f.scope_code, mine))
         and (coalesce(within, '') = '' or starts_with(f.scope_code, within))
       limit 4 * least(greatest(at_most, 1), 500)) k
     limit least(greatest(at_most, 1), 500);
end
$$;
alter function jw_find_residents(text, text, text, integer) owner to jingwei_reader;
revoke all on function jw_find_residents(text, text, text, integer) from public;
grant execute on function jw_find_residents(text, text, text, integer) to jingwei_app;
comment on function jw_find_residents(text, text, text, integer) is
  'Ids of residents of the asker''s own area whose keys lie between two texts; refuses without a scope.';
"""
NAMES = ("resident", "residentchange", "residence", "household", "member", "request", "key")


class Migration(migrations.Migration):
    dependencies = [("residents", "0001_tables"), ("access", "0002_fences")]
    operations = [
        *(migrations.RunSQL(TABLE.format(name=name), migrations.RunSQL.noop) for name in NAMES),
        *(
            migrations.RunSQL(sql, migrations.RunSQL.noop)
            for sql in (RESIDENT, CHANGES, RESIDENCE, HOUSEHOLD, MEMBER, REQUEST, KEY, FIND)
        ),
        migrations.RunSQL(FOLLOW, FOLLOW_OFF),
    ]
