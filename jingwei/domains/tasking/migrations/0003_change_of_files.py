"""Attachments are changed, as when a face is covered, by those who see what they belong to."""

from django.db import migrations

CHANGE = """
create policy change_through_task on files_file for update using (
  case when claimed_for is null then false
       else exists (select 1 from tasking_task t where t.id = claimed_for) end) with check (true);
create policy change_through_task_share on files_file for update using (
  case when claimed_for is null then false
       else exists (select 1 from tasking_share s where s.id = claimed_for) end) with check (true);
"""


class Migration(migrations.Migration):
    dependencies = [("tasking", "0002_fences")]
    operations = [migrations.RunSQL(CHANGE, migrations.RunSQL.noop)]
