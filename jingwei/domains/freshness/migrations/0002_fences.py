"""Row-level security on collection tasks, their records, and the counts of freshness."""

from django.db import migrations

COLLECTION = """
alter table freshness_collection enable row level security;
alter table freshness_collection force row level security;
create policy owner_all on freshness_collection to jingwei_owner using (true) with check (true);
create policy see on freshness_collection for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       else false end);
create policy give on freshness_collection for insert with check ((select jw_scope()) = '*');
create policy change on freshness_collection for update using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       else false end);
create policy forget on freshness_collection for delete using ((select jw_scope()) = '*');
revoke truncate on freshness_collection from jingwei_app;
"""

ITEM = """
alter table freshness_item enable row level security;
alter table freshness_item force row level security;
create policy owner_all on freshness_item to jingwei_owner using (true) with check (true);
create policy through_it on freshness_item for select using (
  exists (select 1 from freshness_collection c where c.id = collection_id));
create policy give on freshness_item for insert with check ((select jw_scope()) = '*');
create policy mark on freshness_item for update using (
  exists (select 1 from freshness_collection c where c.id = collection_id));
create policy forget on freshness_item for delete using ((select jw_scope()) = '*');
revoke truncate on freshness_item from jingwei_app;
"""

COUNTS = """
alter table freshness_gridcount enable row level security;
alter table freshness_gridcount force row level security;
create policy owner_all on freshness_gridcount to jingwei_owner using (true) with check (true);
create policy see on freshness_gridcount for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       else false end);
create policy count_in on freshness_gridcount for insert with check ((select jw_scope()) = '*');
create policy count_on on freshness_gridcount for update using ((select jw_scope()) = '*');
create policy count_anew on freshness_gridcount for delete using ((select jw_scope()) = '*');
revoke truncate on freshness_gridcount from jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("freshness", "0001_tables"), ("access", "0002_fences")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (COLLECTION, ITEM, COUNTS)]
