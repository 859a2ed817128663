"""Row-level security on tasks, their shares and their course, and sight of their attachments.

A share's fence reads its own columns only; a task's asks for a visible share, so that neither asks the other in turn.
"""

from django.db import migrations

SHARE = """
alter table tasking_share enable row level security;
alter table tasking_share force row level security;
create policy owner_all on tasking_share to jingwei_owner using (true) with check (true);
create policy see on tasking_share for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       when receiver_unit_id = (select jw_unit()) then true
       when (select jw_unit()) = any (above_units) then true
       when receiver_post_id = (select jw_post()) then true
       when giver_post_id = (select jw_post()) then true
       else false end);
create policy give on tasking_share for insert with check (
  case when (select jw_scope()) = '*' then true
       when giver_unit_id = (select jw_unit()) then true
       when giver_post_id = (select jw_post()) then true
       else false end);
create policy change on tasking_share for update using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       when receiver_unit_id = (select jw_unit()) then true
       when (select jw_unit()) = any (above_units) then true
       when receiver_post_id = (select jw_post()) then true
       when giver_post_id = (select jw_post()) then true
       else false end) with check (true);
revoke delete, truncate on tasking_share from jingwei_app;
"""

TASK = """
alter table tasking_task enable row level security;
alter table tasking_task force row level security;
create policy owner_all on tasking_task to jingwei_owner using (true) with check (true);
create policy see on tasking_task for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       when giver_unit_id = (select jw_unit()) then true
       when giver_post_id = (select jw_post()) then true
       else exists (select 1 from tasking_share s where s.task_id = tasking_task.id) end);
create policy give on tasking_task for insert with check (
  case when (select jw_scope()) = '*' then true
       when giver_unit_id = (select jw_unit()) then true
       when giver_post_id = (select jw_post()) then true
       else false end);
create policy follow_ground on tasking_task for update using ((select jw_scope()) = '*');
revoke delete, truncate on tasking_task from jingwei_app;
"""

ENTRY = """
alter table tasking_shareentry enable row level security;
alter table tasking_shareentry force row level security;
create policy owner_all on tasking_shareentry to jingwei_owner using (true) with check (true);
create policy through_it on tasking_shareentry for select using (
  exists (select 1 from tasking_share s where s.id = share_id));
create policy append on tasking_shareentry for insert with check (
  exists (select 1 from tasking_share s where s.id = share_id));
revoke update, delete, truncate on tasking_shareentry from jingwei_app;
"""

FILES = """
create policy through_task on files_file for select using (
  case when claimed_for is null then false
       else exists (select 1 from tasking_task t where t.id = claimed_for) end);
create policy through_task_share on files_file for select using (
  case when claimed_for is null then false
       else exists (select 1 from tasking_share s where s.id = claimed_for) end);
"""


class Migration(migrations.Migration):
    dependencies = [("tasking", "0001_tables"), ("access", "0002_fences"), ("files", "0004_removed")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (SHARE, TASK, ENTRY, FILES)]
