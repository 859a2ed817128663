"""Files brought into a draft are seen through it; features of a file that is read again make room for the new ones."""

from django.db import migrations

FENCES = """
alter table territory_geometryimport enable row level security;
alter table territory_geometryimport force row level security;
create policy owner_all on territory_geometryimport to jingwei_owner using (true) with check (true);
create policy through_draft on territory_geometryimport for select using (
  case when exists (select 1 from territory_draft d where d.id = draft_id) then true else false end);
create policy add_to_draft on territory_geometryimport for insert with check (
  case when exists (select 1 from territory_draft d where d.id = draft_id) then true else false end);
create policy change_through_draft on territory_geometryimport for update using (
  case when exists (select 1 from territory_draft d where d.id = draft_id) then true else false end);
revoke delete, truncate on territory_geometryimport from jingwei_app;

alter table territory_importedfeature enable row level security;
alter table territory_importedfeature force row level security;
create policy owner_all on territory_importedfeature to jingwei_owner using (true) with check (true);
create policy through_import on territory_importedfeature for select using (
  case when exists (select 1 from territory_geometryimport i where i.id = geometry_import_id) then true else false end);
create policy add_to_import on territory_importedfeature for insert with check (
  case when exists (select 1 from territory_geometryimport i where i.id = geometry_import_id) then true else false end);
create policy drop_through_import on territory_importedfeature for delete using (
  case when exists (select 1 from territory_geometryimport i where i.id = geometry_import_id) then true else false end);
revoke update, truncate on territory_importedfeature from jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("territory", "0003_geometry_files")]
    operations = [migrations.RunSQL(FENCES, migrations.RunSQL.noop)]
