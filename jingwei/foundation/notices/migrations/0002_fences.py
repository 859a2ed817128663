"""A notice is for its post's holder or its person; what leaves the house is the system's business alone."""

from django.db import migrations

FENCES = """
alter table notices_notice enable row level security;
alter table notices_notice force row level security;
create policy own_select on notices_notice for select using (
  case when (select jw_scope()) = '*' then true
       when post_id = (select jw_post()) then true
       when person_id = (select jw_person()) then true
       else false end);
create policy own_update on notices_notice for update using (
  case when (select jw_scope()) = '*' then true
       when post_id = (select jw_post()) then true
       when person_id = (select jw_person()) then true
       else false end);
create policy system_insert on notices_notice for insert with check ((select jw_scope()) = '*');
create policy system_delete on notices_notice for delete using ((select jw_scope()) = '*');
create policy owner_all on notices_notice to jingwei_owner using (true) with check (true);

alter table notices_outgoing enable row level security;
alter table notices_outgoing force row level security;
create policy system_only on notices_outgoing using ((select jw_scope()) = '*');
create policy owner_all on notices_outgoing to jingwei_owner using (true) with check (true);

alter table notices_fakedelivery enable row level security;
alter table notices_fakedelivery force row level security;
create policy system_only on notices_fakedelivery using ((select jw_scope()) = '*');
create policy owner_all on notices_fakedelivery to jingwei_owner using (true) with check (true);
"""


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_tables"), ("areas", "0001_ground")]
    operations = [migrations.RunSQL(FENCES, migrations.RunSQL.noop)]
