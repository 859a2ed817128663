"""A view is for its person, and for the unit it is shared with to read."""

from django.db import migrations

FENCES = """
alter table preferences_savedview enable row level security;
alter table preferences_savedview force row level security;
create policy own_or_shared on preferences_savedview for select using (
  case when person_id = (select jw_person()) then true
       when shared_unit_id = (select jw_unit()) then true
       else false end);
create policy own_insert on preferences_savedview for insert with check (person_id = (select jw_person()));
create policy own_update on preferences_savedview for update using (
  case when person_id = (select jw_person()) then true else false end);
create policy own_delete on preferences_savedview for delete using (
  case when person_id = (select jw_person()) then true else false end);
create policy owner_all on preferences_savedview to jingwei_owner using (true) with check (true);
"""


class Migration(migrations.Migration):
    dependencies = [("preferences", "0001_tables"), ("areas", "0001_ground")]
    operations = [migrations.RunSQL(FENCES, migrations.RunSQL.noop)]
