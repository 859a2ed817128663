"""A batch is seen by its post, its unit, the person who began it, and the system; its rows likewise."""

from django.db import migrations

FENCES = """
alter table imports_batch enable row level security;
alter table imports_batch force row level security;
create policy own_batches on imports_batch using (
  case when (select jw_scope()) = '*' then true
       when post_id = (select jw_post()) then true
       when unit_id = (select jw_unit()) then true
       when post_id is null and person_id = (select jw_person()) then true
       else false end);
create policy owner_all on imports_batch to jingwei_owner using (true) with check (true);

alter table imports_batchrow enable row level security;
alter table imports_batchrow force row level security;
create policy rows_of_own_batches on imports_batchrow using (
  case when (select jw_scope()) = '*' then true
       when batch_id in (select id from imports_batch) then true
       else false end);
create policy owner_all on imports_batchrow to jingwei_owner using (true) with check (true);

alter table imports_mapping enable row level security;
alter table imports_mapping force row level security;
create policy own_mappings on imports_mapping using (
  case when (select jw_scope()) = '*' then true
       when keeper_id = (select jw_unit()) then true
       when keeper_id = (select jw_post()) then true
       when keeper_id = (select jw_person()) then true
       else false end);
create policy owner_all on imports_mapping to jingwei_owner using (true) with check (true);
"""


class Migration(migrations.Migration):
    dependencies = [("imports", "0001_tables"), ("areas", "0001_ground")]
    operations = [migrations.RunSQL(FENCES, migrations.RunSQL.noop)]
