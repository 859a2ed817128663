"""Hot-path statements. One round trip instead of eight halves the cost of a report (see bench/intake).

Parameters carry their types, because the statement is prepared once a connection and only its values are sent after
that: parsing and planning five inserts anew took a third of a report's time.
"""

import re

INTAKE = """
with receipt as (
  select %(local_day)s::text || jw_receipt(nextval('incidents_receipt'), %(receipt_key)s::bytea) as receipt_no
), incident as (
  insert into incidents_incident
         (id, receipt_no, tracking_index, fingerprint, channel, state, version, item_code, item_id, title,
         words,
          address, position, given_lon, given_lat, datum, accuracy_m, city_code, county_code, township_code,
          community_code, grid_code, scope_code, special_grid_code, is_urgent, identity, reporter_id,
          reporter_name_sealed, reporter_phone_sealed, reporter_phone_index, reporter_phone_tail,
         about_unit_id,
          receiving_post_id, sight_floor, centre_id, centre_area, reported_at, received_at,
         stage_started_at,
          stage_limit, due_at, warn_at, is_due_provisional, next_warn_at, is_history, external_source, external_id,
          duplicate_of_external)
  select %(id)s::uuid, receipt_no, %(tracking_index)s::bytea, %(fingerprint)s::bytea, %(channel)s::text,
         10, 1, %(item_code)s::text, %(item_id)s::bigint,
         %(title)s::text, %(words)s::text, %(address)s::text,
         ST_SetSRID(ST_MakePoint(%(lon)s::float8, %(lat)s::float8), 4326),
         %(given_lon)s::float8, %(given_lat)s::float8, %(datum)s::text, %(accuracy_m)s::float8,
         %(city_code)s::text, %(county_code)s::text, %(township_code)s::text,
         %(community_code)s::text, %(grid_code)s::text, %(scope_code)s::text, %(special_grid_code)s::text,
         %(is_urgent)s::bool, %(identity)s::text,
         %(reporter_id)s::uuid, %(name_sealed)s::bytea, %(phone_sealed)s::bytea, %(phone_index)s::bytea,
         %(phone_tail)s::bytea, %(about_unit_id)s::uuid,
         %(receiving_post_id)s::uuid, %(sight_floor)s::smallint, %(centre_id)s::uuid,
         %(centre_area)s::text, %(reported_at)s::timestamptz, %(at)s::timestamptz, %(at)s::timestamptz,
         %(stage_limit)s::text, %(due_at)s::timestamptz, %(warn_at)s::timestamptz,
         %(is_due_provisional)s::bool, %(next_warn_at)s::timestamptz, false, '', '', ''
    from receipt
), step as (
  insert into incidents_step
         (id, incident_id, version, action, from_state, to_state, centre_area, person_id, post_id,
         unit_id, actor_name,
          role, at, due_at, remark, is_internal, facts)
  values (%(step_id)s::uuid, %(id)s::uuid, 1, %(action)s::text, null, 10, %(centre_area)s::text,
          %(step_person_id)s::uuid, %(post_id)s::uuid, %(unit_id)s::uuid,
          %(step_name)s::text, %(role)s::text, %(at)s::timestamptz, null, '', false, '{}')
), part as (
  insert into incidents_participant (id, incident_id, unit_id, post_id, part, since_at, reported_at)
  values (%(part_id)s::uuid, %(id)s::uuid, %(centre_id)s::uuid, %(receiving_post_id)s::uuid, 'receiver',
          %(at)s::timestamptz, %(reported_at)s::timestamptz)
), attached as (
  insert into incidents_attachment (id, incident_id, file_id, kind, version, added_at)
  select row_id, %(id)s::uuid, file_id, 'report', 1, %(at)s::timestamptz
    from unnest(%(file_rows)s::uuid[], %(files)s::uuid[]) as f(row_id, file_id)
), source as (
  insert into incidents_source (id, incident_id, device, address, at)
  select %(source_id)s::uuid, %(id)s::uuid, %(source_device)s::bytea, %(source_address)s::bytea,
         %(at)s::timestamptz
   where %(source_id)s::uuid is not null
), audited as (
  insert into audit_entry
         (at, xact, person_id, post_id, acting_for_id, actor_name, role, permission, target, area_code,
         change)
  values (clock_timestamp(), jw_xact(), %(a_person)s::uuid, %(a_post)s::uuid, %(a_for)s::uuid,
          %(a_name)s::text,
          %(a_role)s::text, %(a_permission)s::text, %(a_target)s::text, %(a_area)s::text,
         %(a_change)s::jsonb)
), job as (
  insert into procrastinate_jobs (queue_name, task_name, priority, args)
  select 'default', name, 0, args::jsonb from unnest(%(jobs)s::text[], %(job_args)s::text[]) as j(name,
         args)
)
select receipt_no, pg_notify(%(live_channel)s::text, %(live_news)s::text) from receipt
"""

REPLAY = "select receipt_no, state, version, due_at, centre_id from jw_intake_replay(%s, %s)"


def numbered(statement: str) -> tuple[str, tuple[str, ...]]:
    """A statement with PostgreSQL's own numbered parameters, and their names in that order.

    Done once: the driver caches its own conversion only for statements of up to 50 parameters.
    """
    names = tuple(dict.fromkeys(re.findall(r"%\((\w+)\)s", statement)))
    numbers = {name: number for number, name in enumerate(names, 1)}
    return re.sub(r"%\((\w+)\)s", lambda found: f"${numbers[found[1]]}", statement), names


INTAKE_NUMBERED, INTAKE_NAMES = numbered(INTAKE)
