"""A file shown with an incident is seen by whoever sees the incident; staff of the centre in charge may mask it."""

from django.db import migrations

THROUGH_INCIDENT = """
create policy through_incident on files_file for select using (
  exists (select 1 from incidents_attachment a where a.file_id = files_file.id));
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0003_lists"), ("files", "0002_fences")]
    operations = [migrations.RunSQL(THROUGH_INCIDENT, migrations.RunSQL.noop)]
