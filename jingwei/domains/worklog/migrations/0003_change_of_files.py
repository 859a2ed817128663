"""Photos are changed, as when a face is covered, by those who see the entry."""

from django.db import migrations

CHANGE = """
create policy change_through_log_entry on files_file for update using (
  case when claimed_for is null then false
       else exists (select 1 from worklog_logentry e where e.id = claimed_for) end) with check (true);
"""


class Migration(migrations.Migration):
    dependencies = [("worklog", "0002_fences")]
    operations = [migrations.RunSQL(CHANGE, migrations.RunSQL.noop)]
