"""Requests for a new password are for the administrators of that part of the city; only the system writes them."""

from django.db import migrations

FENCE = """
alter table administration_passwordrequest enable row level security;
alter table administration_passwordrequest force row level security;
create policy in_area on administration_passwordrequest for select using (
  case when (select jw_scope()) = '*' then true
       when area_code <> '' and starts_with(area_code, (select jw_scope())) then true
       else false end);
create policy system_insert on administration_passwordrequest for insert with check ((select jw_scope()) = '*');
create policy system_update on administration_passwordrequest for update using ((select jw_scope()) = '*');
create policy system_delete on administration_passwordrequest for delete using ((select jw_scope()) = '*');
create policy owner_all on administration_passwordrequest to jingwei_owner using (true) with check (true);
"""


class Migration(migrations.Migration):
    dependencies = [("administration", "0001_tables"), ("areas", "0001_ground")]
    operations = [migrations.RunSQL(FENCE, migrations.RunSQL.noop)]
