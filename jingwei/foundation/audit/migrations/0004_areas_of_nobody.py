"""Acts that belong to no area (system actors, failed sign-ins) are for the inspectors of a whole city."""

from django.db import migrations

OF_NOBODY = """
create policy of_no_area on audit_entry for select using (
  case when area_code = '' then length((select jw_scope())) = 4 else false end);
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_seals")]
    operations = [migrations.RunSQL(OF_NOBODY, "drop policy of_no_area on audit_entry;")]
