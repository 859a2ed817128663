"""Live news of an incident, and who has it open: both by the sight of the incident itself."""

from django.db import migrations

# Whoever takes a step need not see all participants (a handling unit sees its own part only), yet all of them hear of
# it. So the payload is made past the fence, and nothing of it comes back. More than 100 participants do not fit.
TELL = """
create function jw_tell_incident(kind text, incident uuid, persons uuid[]) returns void
  language sql volatile security definer set search_path = public as $$
  select pg_notify('jw_live', json_build_object(
           'kind', kind, 'id', i.id, 'version', i.version,
           'to', json_build_object(
             'scope', i.scope_code, 'floor', i.sight_floor, 'about', i.about_unit_id,
             'units', case when p.count <= 100 then p.units else '[]'::json end,
             'posts', case when p.count <= 100 then p.posts else '[]'::json end,
             'persons', persons, 'whole', p.count <= 100))::text)
    from incidents_incident i,
         lateral (select count(*) as count,
                         coalesce(json_agg(unit_id) filter (where post_id is null), '[]'::json) as units,
                         coalesce(json_agg(post_id) filter (where post_id is not null), '[]'::json) as posts
                    from incidents_participant where incident_id = i.id) p
   where i.id = incident
$$;
alter function jw_tell_incident(text, uuid, uuid[]) owner to jingwei_reader;
revoke all on function jw_tell_incident(text, uuid, uuid[]) from public;
grant execute on function jw_tell_incident(text, uuid, uuid[]) to jingwei_app;
comment on function jw_tell_incident(text, uuid, uuid[]) is
  'Live news of an incident with the facts that decide who hears it; goes to the live process, returns nothing.';
"""
QUIET = "drop function jw_tell_incident(text, uuid, uuid[]);"

PRESENCE = """
create policy through_incident on live_presence for select using (
  exists (select 1 from incidents_incident i where i.id = subject_id));
create policy appear_at_incident on live_presence for insert with check (
  person_id = (select jw_person()) and post_id = (select jw_post())
  and exists (select 1 from incidents_incident i where i.id = subject_id));
create policy stay_at_incident on live_presence for update using (person_id = (select jw_person())) with check (
  person_id = (select jw_person()) and post_id = (select jw_post())
  and exists (select 1 from incidents_incident i where i.id = subject_id));
"""
ABSENCE = """
drop policy through_incident on live_presence;
drop policy appear_at_incident on live_presence;
drop policy stay_at_incident on live_presence;
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0007_walks"), ("live", "0002_fences")]
    operations = [migrations.RunSQL(TELL, QUIET), migrations.RunSQL(PRESENCE, ABSENCE)]
