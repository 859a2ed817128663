"""One's own sign is one's own; who else may see and give one, each app that owns subjects adds for its own."""

from django.db import migrations

FENCE = """
alter table live_presence set unlogged;
alter table live_presence enable row level security;
alter table live_presence force row level security;
create policy owner_all on live_presence to jingwei_owner using (true) with check (true);
create policy own_select on live_presence for select using (
  case when (select jw_scope()) = '*' then true
       when person_id = (select jw_person()) then true
       else false end);
create policy own_delete on live_presence for delete using (
  case when (select jw_scope()) = '*' then true
       when person_id = (select jw_person()) then true
       else false end);
"""


class Migration(migrations.Migration):
    dependencies = [("live", "0001_presence"), ("access", "0002_fences")]
    operations = [migrations.RunSQL(FENCE, migrations.RunSQL.noop)]
