"""Row-level security on supervision.

What stands beside a matter shows through it, to staff alone. A case shows to the centre that raised it, to the centre
of the area, and to whoever sees the area; its proofs through it.
"""

from django.db import migrations

BESIDE = """
alter table {table} enable row level security;
alter table {table} force row level security;
create policy owner_all on {table} to jingwei_owner using (true) with check (true);
create policy staff_through_incident on {table} for select using (
  case when (select jw_scope()) = '~none' and (select jw_unit()) is null and (select jw_post()) is null then false
       else exists (select 1 from incidents_incident i where i.id = incident_id) end);
create policy add_to on {table} for insert with check ({adds});
revoke update, delete, truncate on {table} from jingwei_app;
"""
CHANGED = """
create policy go_on on {table} for update using (
  case when (select jw_scope()) = '~none' and (select jw_unit()) is null and (select jw_post()) is null then false
       else exists (select 1 from incidents_incident i where i.id = incident_id) end) with check (true);
grant update ({columns}) on {table} to jingwei_app;
"""
MACHINE = "(select jw_scope()) = '*'"
CASE = """
alter table supervision_case enable row level security;
alter table supervision_case force row level security;
create policy owner_all on supervision_case to jingwei_owner using (true) with check (true);
create policy parties_and_area on supervision_case for select using (
  case when (select jw_scope()) = '*' then true
       when unit_id = (select jw_unit()) then true
       when receiver_unit_id = (select jw_unit()) then true
       when starts_with(scope_code, (select jw_scope())) then true
       else false end);
create policy raise_it on supervision_case for insert with check (
  case when (select jw_scope()) = '*' then true when unit_id = (select jw_unit()) then true else false end);
create policy go_on on supervision_case for update using (
  case when (select jw_scope()) = '*' then true
       when unit_id = (select jw_unit()) then true
       when receiver_unit_id = (select jw_unit()) then true
       else false end) with check (true);
revoke delete, truncate on supervision_case from jingwei_app;

alter table supervision_caseentry enable row level security;
alter table supervision_caseentry force row level security;
create policy owner_all on supervision_caseentry to jingwei_owner using (true) with check (true);
create policy through_it on supervision_caseentry for select using (
  exists (select 1 from supervision_case c where c.id = case_id));
create policy append on supervision_caseentry for insert with check (
  exists (select 1 from supervision_case c where c.id = case_id));
revoke update, delete, truncate on supervision_caseentry from jingwei_app;

create policy through_supervision_case on files_file for select using (
  case when claimed_for is null then false
       else exists (select 1 from supervision_case c where c.id = claimed_for) end);
create policy change_through_supervision_case on files_file for update using (
  case when claimed_for is null then false
       else exists (select 1 from supervision_case c where c.id = claimed_for) end) with check (true);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("supervision", "0001_tables"),
        ("access", "0002_fences"),
        ("files", "0004_removed"),
        ("incidents", "0002_fences"),
    ]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop)
        for sql in (
            BESIDE.format(table="supervision_card", adds="true"),
            CHANGED.format(table="supervision_card", columns="state, missed, missed_due_at, ended_at"),
            BESIDE.format(table="supervision_cardentry", adds="true"),
            BESIDE.format(table="supervision_note", adds=MACHINE),
            CHANGED.format(
                table="supervision_note", columns="answered_at, answer_name, answer_post_id, answer"
            ),
            BESIDE.format(table="supervision_lapsefound", adds=MACHINE),
            CHANGED.format(table="supervision_lapsefound", columns="ended_at"),
            CASE,
        )
    ]
