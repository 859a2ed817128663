"""The audit can be appended to and read within one's area; nobody who serves can change it."""

from django.db import migrations

FENCE = """
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy in_area on audit_entry for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(area_code, (select jw_scope())) then true
       when person_id = (select jw_person()) then true
       else false end);
create policy append on audit_entry for insert with check (true);
create policy owner_all on audit_entry to jingwei_owner using (true) with check (true);
revoke update, delete, truncate on audit_entry from jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_tables")]
    operations = [migrations.RunSQL(FENCE, migrations.RunSQL.noop)]
