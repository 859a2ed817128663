"""Files are changed by who sees them: said by the fence of writing itself, not only by that of reading beside it."""

from django.db import migrations

FENCE = """
alter policy change_what_is_seen on files_file using (
  case when (select jw_scope()) = '*' then true
       when uploader_person_id = (select jw_person()) then true
       when claimed_for is null then false
       else exists (select 1 from incidents_incident i where i.id = claimed_for) end) with check (true);
"""
BACK = """
alter policy change_what_is_seen on files_file using (
  (select jw_scope()) <> '~none' or (select jw_unit()) is not null or (select jw_person()) is not null);
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0013_preserved"), ("files", "0004_removed")]

    operations = [migrations.RunSQL(FENCE, BACK)]
