"""Whoever sees an incident sees its files. The files app knows nothing of incidents; it only says what a file is claimed for."""

from django.db import migrations

SIGHT = """
create policy through_incident on files_file for select using (
  case when claimed_for is null then false
       else exists (select 1 from incidents_incident i where i.id = claimed_for) end);
"""
BLIND = "drop policy through_incident on files_file;"


class Migration(migrations.Migration):
    dependencies = [("incidents", "0003_lists"), ("files", "0002_fences")]
    operations = [migrations.RunSQL(SIGHT, BLIND)]
