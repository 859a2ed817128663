"""Everybody finds places; who looks after the ground writes them."""

from django.db import migrations

OWN = "case when (select jw_scope()) = '*' then true when starts_with(scope_code, (select jw_scope())) then true else false end"
PLACE = f"""
alter table gazetteer_place enable row level security;
alter table gazetteer_place force row level security;
create policy owner_all on gazetteer_place to jingwei_owner using (true) with check (true);
create policy everybody on gazetteer_place for select using (true);
create policy add on gazetteer_place for insert with check ({OWN});
create policy change on gazetteer_place for update using ({OWN}) with check (true);
create policy take_back on gazetteer_place for delete using ({OWN});
revoke truncate on gazetteer_place from jingwei_app;
"""
THROUGH = """exists (select 1 from gazetteer_place p where p.id = place_id
  and case when (select jw_scope()) = '*' then true when starts_with(p.scope_code, (select jw_scope())) then true else false end)"""
KEY = f"""
alter table gazetteer_placekey enable row level security;
alter table gazetteer_placekey force row level security;
create policy owner_all on gazetteer_placekey to jingwei_owner using (true) with check (true);
create policy everybody on gazetteer_placekey for select using (true);
create policy add on gazetteer_placekey for insert with check ({THROUGH});
create policy take_back on gazetteer_placekey for delete using ({THROUGH});
revoke update, truncate on gazetteer_placekey from jingwei_app;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('gazetteer', '0001_tables'),
    ]

    operations = [
        migrations.RunSQL(PLACE, migrations.RunSQL.noop),
        migrations.RunSQL(KEY, migrations.RunSQL.noop),
    ]
