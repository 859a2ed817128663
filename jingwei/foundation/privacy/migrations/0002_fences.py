"""Looks can be appended; the person concerned, the looker and the system may read them."""

from django.db import migrations

FENCE = """
alter table privacy_reveal enable row level security;
alter table privacy_reveal force row level security;
create policy mine on privacy_reveal for select using (
  case when (select jw_scope()) = '*' then true
       when subject_id = (select jw_person()) then true
       when person_id = (select jw_person()) then true
       else false end);
create policy append on privacy_reveal for insert with check (true);
create policy owner_all on privacy_reveal to jingwei_owner using (true) with check (true);
revoke update, delete, truncate on privacy_reveal from jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_tables")]
    operations = [migrations.RunSQL(FENCE, migrations.RunSQL.noop)]
