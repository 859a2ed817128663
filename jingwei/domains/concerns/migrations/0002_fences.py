"""Row-level security on notes, hearings and their counts; notes counted by squares of the map."""

from django.db import migrations

from jingwei.domains.concerns.rules.map_marks import COUNTED
from jingwei.foundation.maps.contracts.rollups import rollup_sql

CONCERN = """
alter table concerns_concern enable row level security;
alter table concerns_concern force row level security;
create policy owner_all on concerns_concern to jingwei_owner using (true) with check (true);
create policy see on concerns_concern for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       when post_id = (select jw_post()) then true
       else false end);
create policy note on concerns_concern for insert with check (
  case when (select jw_scope()) = '*' then true
       when post_id = (select jw_post()) then true
       else false end);
create policy change on concerns_concern for update using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       when post_id = (select jw_post()) then true
       else false end) with check (true);
revoke delete, truncate on concerns_concern from jingwei_app;
"""

HEARING = """
alter table concerns_hearing enable row level security;
alter table concerns_hearing force row level security;
create policy owner_all on concerns_hearing to jingwei_owner using (true) with check (true);
create policy through_note on concerns_hearing for select using (
  exists (select 1 from concerns_concern c where c.id = concern_id));
create policy append on concerns_hearing for insert with check (
  exists (select 1 from concerns_concern c where c.id = concern_id));
revoke update, delete, truncate on concerns_hearing from jingwei_app;
"""

COUNTS = """
alter table concerns_weekcount enable row level security;
alter table concerns_weekcount force row level security;
create policy owner_all on concerns_weekcount to jingwei_owner using (true) with check (true);
create policy see on concerns_weekcount for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       else false end);
create policy count_in on concerns_weekcount for insert with check ((select jw_scope()) = '*');
create policy count_on on concerns_weekcount for update using ((select jw_scope()) = '*');
create policy count_anew on concerns_weekcount for delete using ((select jw_scope()) = '*');
revoke truncate on concerns_weekcount from jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("concerns", "0001_tables"), ("access", "0002_fences")]
    operations = [
        *(migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (CONCERN, HEARING, COUNTS)),
        migrations.RunSQL(*rollup_sql(COUNTED)),
    ]
