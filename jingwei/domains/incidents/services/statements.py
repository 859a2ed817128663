"""Hot-path statements. One round trip instead of eight halves the cost of a report (see bench/intake)."""

INTAKE = """
with receipt as (
  select %(local_day)s || lpad(nextval('incidents_receipt')::text, 8, '0') as receipt_no
), incident as (
  insert into incidents_incident
         (id, receipt_no, tracking_index, fingerprint, channel, state, version, item_code, item_id, title, words,
          address, position, given_lon, given_lat, datum, accuracy_m, city_code, county_code, township_code,
          community_code, grid_code, scope_code, special_grid_code, is_urgent, identity, reporter_id,
          reporter_name_sealed, reporter_phone_sealed, reporter_phone_index, reporter_phone_tail, about_unit_id,
          receiving_post_id, sight_floor, centre_id, centre_area, reported_at, received_at, stage_started_at,
          stage_limit, due_at, warn_at, is_due_provisional, is_history, external_source, external_id,
          duplicate_of_external)
  select %(id)s, receipt_no, %(tracking_index)s, %(fingerprint)s, %(channel)s, 10, 1, %(item_code)s, %(item_id)s,
         %(title)s, %(words)s, %(address)s,
         ST_SetSRID(ST_MakePoint(%(lon)s::float8, %(lat)s::float8), 4326),
         %(given_lon)s, %(given_lat)s, %(datum)s, %(accuracy_m)s, %(city_code)s, %(county_code)s, %(township_code)s,
         %(community_code)s, %(grid_code)s, %(scope_code)s, %(special_grid_code)s, %(is_urgent)s, %(identity)s,
         %(reporter_id)s, %(name_sealed)s, %(phone_sealed)s, %(phone_index)s, %(phone_tail)s, %(about_unit_id)s,
         %(receiving_post_id)s, %(sight_floor)s, %(centre_id)s, %(centre_area)s, %(reported_at)s, %(at)s, %(at)s,
         %(stage_limit)s, %(due_at)s, %(warn_at)s, %(is_due_provisional)s, false, '', '', ''
    from receipt
), step as (
  insert into incidents_step
         (id, incident_id, version, action, from_state, to_state, centre_area, person_id, post_id, unit_id, actor_name,
          role, at, due_at, remark, is_internal, facts)
  values (%(step_id)s, %(id)s, 1, %(action)s, null, 10, %(centre_area)s, %(step_person_id)s, %(post_id)s, %(unit_id)s,
          %(step_name)s, %(role)s, %(at)s, null, '', false, '{}')
), part as (
  insert into incidents_participant (id, incident_id, unit_id, post_id, part, since_at, reported_at)
  values (%(part_id)s, %(id)s, %(centre_id)s, %(receiving_post_id)s, 'receiver', %(at)s, %(reported_at)s)
), attached as (
  insert into incidents_attachment (id, incident_id, file_id, kind, version, added_at)
  select row_id, %(id)s, file_id, 'report', 1, %(at)s
    from unnest(%(file_rows)s::uuid[], %(files)s::uuid[]) as f(row_id, file_id)
), audited as (
  insert into audit_entry
         (at, xact, person_id, post_id, acting_for_id, actor_name, role, permission, target, area_code, change)
  values (clock_timestamp(), jw_xact(), %(a_person)s, %(a_post)s, %(a_for)s, %(a_name)s,
          %(a_role)s, %(a_permission)s, %(a_target)s, %(a_area)s, %(a_change)s)
), job as (
  insert into procrastinate_jobs (queue_name, task_name, priority, args)
  select 'default', name, 0, args::jsonb from unnest(%(jobs)s::text[], %(job_args)s::text[]) as j(name, args)
)
select receipt_no from receipt
"""

REPLAY = "select receipt_no, state, version, due_at, centre_id from jw_intake_replay(%s, %s)"
