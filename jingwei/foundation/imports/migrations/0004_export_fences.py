"""An export is seen by its post, its unit and the system; one that asks for consent also by the areas above."""

from django.db import migrations

FENCES = """
alter table imports_export enable row level security;
alter table imports_export force row level security;
create policy own_exports on imports_export using (
  case when (select jw_scope()) = '*' then true
       when post_id = (select jw_post()) then true
       when unit_id = (select jw_unit()) then true
       when post_id is null and person_id = (select jw_person()) then true
       when is_clear and left(area_code, length((select jw_scope()))) = (select jw_scope()) then true
       else false end);
create policy owner_all on imports_export to jingwei_owner using (true) with check (true);
revoke delete, truncate on imports_export from jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("imports", "0003_export"), ("areas", "0001_ground")]
    operations = [migrations.RunSQL(FENCES, migrations.RunSQL.noop)]
