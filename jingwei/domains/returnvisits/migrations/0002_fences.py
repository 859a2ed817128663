"""Row-level security on return visits and spot checks, sight of their photos, and the counting of visits."""

from django.db import migrations

# As the matter itself: by area down to its floor, by part, and never the unit it is about.
SEEN = """
create policy see on {table} for select using (
  case when (select jw_scope()) = '*' then true
       when about_unit_id = (select jw_unit()) then false
       when unit_id = (select jw_unit()) then true
       when handler_unit_id = (select jw_unit()) then true
       {post}
       when starts_with(scope_code, (select jw_scope())) and length((select jw_scope())) <= sight_floor then true
       else false end);
"""
POST = "when post_id = (select jw_post()) then true"
SAMPLE = """
create policy see on returnvisits_sample for select using (
  case when (select jw_scope()) = '*' then true
       when unit_id = (select jw_unit()) then true
       when starts_with(scope_code, (select jw_scope())) then true
       else false end);
"""
# Services show somebody's right to it first; the row itself is written with a machine's eyes.
KEPT = """
alter table {table} enable row level security;
alter table {table} force row level security;
create policy owner_all on {table} to jingwei_owner using (true) with check (true);
create policy keep on {table} for insert with check (
  case when (select jw_scope()) = '*' then true else false end);
create policy keep_on on {table} for update using (
  case when (select jw_scope()) = '*' then true else false end)
  with check (case when (select jw_scope()) = '*' then true else false end);
revoke delete, truncate on {table} from jingwei_app;
"""
FILES = """
create policy through_spot_check on files_file for select using (
  case when claimed_for is null then false
       else exists (select 1 from returnvisits_spotcheck c where c.id = claimed_for) end);
create policy change_through_spot_check on files_file for update using (
  case when claimed_for is null then false
       else exists (select 1 from returnvisits_spotcheck c where c.id = claimed_for) end) with check (true);
"""
# What is counted of a visit is taken off and put on again with every change, also when borders move it.
COUNT = """
create function jw_returnvisits_add(v returnvisits_visit, sign integer) returns void
  language plpgsql volatile set search_path = public as $$
begin
  if v.closed_on is null or v.state = 'withdrawn' then return; end if;
  insert into returnvisits_count as c (id, day_on, city_code, county_code, township_code, community_code, grid_code,
    scope_code, unit_id, handler_unit_id, about_unit_id, sight_floor,
    planned, reached, unreached, solved, satisfied, late, reopened)
  values (gen_random_uuid(), v.closed_on, v.city_code, v.county_code, v.township_code, v.community_code, v.grid_code,
    v.scope_code, v.unit_id, v.handler_unit_id, v.about_unit_id, v.sight_floor,
    sign, sign * (v.state = 'reached')::integer, sign * (v.state = 'unreached')::integer,
    sign * coalesce(v.is_solved, false)::integer, sign * (coalesce(v.stars, 0) >= 4)::integer,
    sign * v.is_late::integer, sign * (v.reopened_at is not null)::integer)
  on conflict on constraint returnvisits_count_once do update set
    planned = c.planned + excluded.planned, reached = c.reached + excluded.reached,
    unreached = c.unreached + excluded.unreached, solved = c.solved + excluded.solved,
    satisfied = c.satisfied + excluded.satisfied, late = c.late + excluded.late,
    reopened = c.reopened + excluded.reopened;
end $$;
create function jw_returnvisits_count() returns trigger language plpgsql volatile set search_path = public as $$
begin
  if tg_op <> 'INSERT' then perform jw_returnvisits_add(old, -1); end if;
  if tg_op <> 'DELETE' then perform jw_returnvisits_add(new, 1); end if;
  return null;
end $$;
create trigger count_visits after insert or update or delete on returnvisits_visit
  for each row execute function jw_returnvisits_count();
"""
COUNT_OFF = """
drop trigger count_visits on returnvisits_visit;
drop function jw_returnvisits_count();
drop function jw_returnvisits_add(returnvisits_visit, integer);
"""
TABLES = ("visit", "count", "sample", "spotcheck")


class Migration(migrations.Migration):
    dependencies = [
        ("returnvisits", "0001_tables"),
        ("access", "0002_fences"),
        ("incidents", "0002_fences"),
        ("files", "0004_removed"),
    ]
    operations = [
        *(
            migrations.RunSQL(KEPT.format(table=f"returnvisits_{name}"), migrations.RunSQL.noop)
            for name in TABLES
        ),
        migrations.RunSQL(SEEN.format(table="returnvisits_visit", post=""), migrations.RunSQL.noop),
        migrations.RunSQL(SEEN.format(table="returnvisits_count", post=""), migrations.RunSQL.noop),
        migrations.RunSQL(SEEN.format(table="returnvisits_spotcheck", post=POST), migrations.RunSQL.noop),
        migrations.RunSQL(SAMPLE, migrations.RunSQL.noop),
        migrations.RunSQL(FILES, migrations.RunSQL.noop),
        migrations.RunSQL(COUNT, COUNT_OFF),
    ]
