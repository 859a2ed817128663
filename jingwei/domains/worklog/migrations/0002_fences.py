"""Row-level security on the work log, and sight of its photos."""

from django.db import migrations

ENTRY = """
alter table worklog_logentry enable row level security;
alter table worklog_logentry force row level security;
create policy owner_all on worklog_logentry to jingwei_owner using (true) with check (true);
create policy see on worklog_logentry for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       when person_id = (select jw_person()) then true
       else false end);
create policy record on worklog_logentry for insert with check (
  case when (select jw_scope()) = '*' then true
       when person_id = (select jw_person()) then true
       else false end);
create policy change on worklog_logentry for update using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       when person_id = (select jw_person()) then true
       else false end) with check (true);
revoke delete, truncate on worklog_logentry from jingwei_app;
"""

FILES = """
create policy through_log_entry on files_file for select using (
  case when claimed_for is null then false
       else exists (select 1 from worklog_logentry e where e.id = claimed_for) end);
"""


class Migration(migrations.Migration):
    dependencies = [("worklog", "0001_tables"), ("access", "0002_fences"), ("files", "0004_removed")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (ENTRY, FILES)]
