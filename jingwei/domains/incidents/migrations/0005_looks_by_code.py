"""Who reported without an account proves it by the tracking code, and may then see who looked at their phone."""

from django.db import migrations

LOOKS = """
create policy of_my_report on privacy_reveal for select using (
  case when (select jw_case()) is null then false
       else target = 'incidents.incident:' || (select jw_case())::text end);
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0004_sight_of_files"), ("privacy", "0002_fences")]
    operations = [migrations.RunSQL(LOOKS, "drop policy of_my_report on privacy_reveal;")]
