"""Row-level security on incidents and everything beside them, and the three definer functions of intake."""

from django.db import migrations

# The planner must not try to use the fence (it cannot seek): hence CASE. The query brings its own equality.
INCIDENT_FENCE = """
create sequence incidents_receipt;
grant usage on sequence incidents_receipt to jingwei_app;
alter table incidents_incident enable row level security;
alter table incidents_incident force row level security;
create policy owner_all on incidents_incident to jingwei_owner using (true) with check (true);
create policy report on incidents_incident for insert with check (true);
create policy see on incidents_incident for select using (
  case when (select jw_scope()) = '*' then true
       when reporter_id = (select jw_person()) then true
       when id = (select jw_case()) then true
       when about_unit_id = (select jw_unit()) then false
       when starts_with(scope_code, (select jw_scope()))
            and length((select jw_scope())) <= sight_floor then true
       when exists (select 1 from incidents_participant p
                     where p.incident_id = incidents_incident.id
                       and (p.post_id = (select jw_post())
                            or (p.unit_id = (select jw_unit()) and p.post_id is null))) then true
       else false end);
create policy change on incidents_incident for update using (
  case when (select jw_scope()) = '*' then true
       when reporter_id = (select jw_person()) then true
       when id = (select jw_case()) then true
       when about_unit_id = (select jw_unit()) then false
       when starts_with(scope_code, (select jw_scope()))
            and length((select jw_scope())) <= sight_floor then true
       when exists (select 1 from incidents_participant p
                     where p.incident_id = incidents_incident.id
                       and (p.post_id = (select jw_post())
                            or (p.unit_id = (select jw_unit()) and p.post_id is null))) then true
       else false end) with check (true);
revoke delete, truncate on incidents_incident from jingwei_app;
"""

PARTICIPANT_FENCE = """
alter table incidents_participant enable row level security;
alter table incidents_participant force row level security;
create policy owner_all on incidents_participant to jingwei_owner using (true) with check (true);
create policy own on incidents_participant for select using (
  case when (select jw_scope()) = '*' then true
       when post_id = (select jw_post()) then true
       when unit_id = (select jw_unit()) and post_id is null then true
       else false end);
create policy append on incidents_participant for insert with check (true);
revoke update, delete, truncate on incidents_participant from jingwei_app;
"""

STEP_FENCE = """
alter table incidents_step enable row level security;
alter table incidents_step force row level security;
create policy owner_all on incidents_step to jingwei_owner using (true) with check (true);
create policy through_incident on incidents_step for select using (
  case when is_internal and (select jw_scope()) = '~none' and (select jw_unit()) is null
            and (select jw_post()) is null then false
       else exists (select 1 from incidents_incident i where i.id = incident_id) end);
create policy append on incidents_step for insert with check (true);
revoke update, delete, truncate on incidents_step from jingwei_app;
"""

FACT_FENCE = """
alter table {table} enable row level security;
alter table {table} force row level security;
create policy owner_all on {table} to jingwei_owner using (true) with check (true);
create policy through_incident on {table} for select using (
  exists (select 1 from incidents_incident i where i.id = incident_id));
create policy add_to on {table} for insert with check (true);
create policy change_through_incident on {table} for update using (
  exists (select 1 from incidents_incident i where i.id = incident_id)) with check (true);
revoke delete, truncate on {table} from jingwei_app;
"""
FACTS = ["assignment", "extension", "suspension", "rating", "attachment"]

INTAKE_REPLAY = """
create function jw_intake_replay(incident uuid, content bytea)
  returns table (receipt_no text, state smallint, version integer, due_at timestamptz, centre_id uuid)
  language sql stable security definer set search_path = public as $$
  select i.receipt_no::text, i.state::smallint, i.version::integer, i.due_at, i.centre_id
    from incidents_incident i where i.id = incident and i.fingerprint = content
$$;
alter function jw_intake_replay(uuid, bytea) owner to jingwei_reader;
revoke all on function jw_intake_replay(uuid, bytea) from public;
grant execute on function jw_intake_replay(uuid, bytea) to jingwei_app;
comment on function jw_intake_replay(uuid, bytea) is
  'A repeated submission gets its first receipt: only whoever knows both the id and the exact content may ask.';
"""

CASE_OF_TRACKING = """
create function jw_case_of_tracking(code_index bytea) returns uuid
  language sql stable security definer set search_path = public as $$
  select i.id from incidents_incident i where i.tracking_index = code_index
$$;
alter function jw_case_of_tracking(bytea) owner to jingwei_reader;
revoke all on function jw_case_of_tracking(bytea) from public;
grant execute on function jw_case_of_tracking(bytea) to jingwei_app;
comment on function jw_case_of_tracking(bytea) is 'Which one matter a tracking code (50 bits, keyed) opens.';
"""

STANDING_PARTS = """
create function jw_incident_participants(incident uuid) returns table (unit_id uuid, post_id uuid)
  language sql stable security definer set search_path = public as $$
  select p.unit_id, p.post_id from incidents_participant p
   where p.incident_id = incident and jw_scope() <> '~none'
$$;
alter function jw_incident_participants(uuid) owner to jingwei_reader;
revoke all on function jw_incident_participants(uuid) from public;
grant execute on function jw_incident_participants(uuid) to jingwei_app;
comment on function jw_incident_participants(uuid) is 'Which units and posts ever had a part; refuses without a scope.';
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0001_tables"), ("access", "0002_fences"), ("procrastinate", "0041_post_retry_failed_job")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop)
        for sql in (
            INCIDENT_FENCE,
            PARTICIPANT_FENCE,
            STEP_FENCE,
            *(FACT_FENCE.format(table=f"incidents_{name}") for name in FACTS),
            INTAKE_REPLAY,
            CASE_OF_TRACKING,
            STANDING_PARTS,
        )
    ]
