"""Row-level security on organisations and places, by area alone; the one way to find them by words; counts by squares."""

from django.db import migrations

from jingwei.domains.organisations.rules.words import COUNTED
from jingwei.foundation.maps.contracts.rollups import rollup_sql
from jingwei.foundation.records import found_within_sql

TABLE = """
alter table organisations_{name} enable row level security;
alter table organisations_{name} force row level security;
create policy owner_all on organisations_{name} to jingwei_owner using (true) with check (true);
revoke truncate on organisations_{name} from jingwei_app;
"""
IN_AREA = """case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true else false end"""
ORGANISATION = f"""
create policy see on organisations_organisation for select using ({IN_AREA});
create policy register on organisations_organisation for insert with check ({IN_AREA});
create policy change on organisations_organisation for update using ({IN_AREA}) with check (true);
create policy take_back on organisations_organisation for delete using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) and batch_id is not null and version = 1 then true
       else false end);
"""
CHANGES = """
create policy through_it on organisations_organisationchange for select using (
  exists (select 1 from organisations_organisation t where t.id = organisation_id));
create policy append on organisations_organisationchange for insert with check (
  exists (select 1 from organisations_organisation t where t.id = organisation_id));
create policy take_back on organisations_organisationchange for delete using (
  case when (select jw_scope()) = '*' then true
       else exists (select 1 from organisations_organisation t where t.id = organisation_id
                      and starts_with(t.scope_code, (select jw_scope()))
                      and t.batch_id is not null and t.version = 1) end);
revoke update on organisations_organisationchange from jingwei_app;
"""
KEY = f"""
create policy see on organisations_key for select using ({IN_AREA});
create policy write on organisations_key for insert with check ({IN_AREA});
create policy follow on organisations_key for update using ({IN_AREA}) with check (true);
create policy rewrite on organisations_key for delete using ({IN_AREA});
"""
FOLLOW = """
create function jw_organisations_follow() returns trigger language plpgsql set search_path = public as $$
begin
  update organisations_key set scope_code = new.scope_code where organisation_id = new.id;
  return null;
end $$;
create trigger keys_follow after update of scope_code on organisations_organisation
  for each row when (old.scope_code is distinct from new.scope_code) execute function jw_organisations_follow();
"""
FOLLOW_OFF = """
drop trigger keys_follow on organisations_organisation;
drop function jw_organisations_follow();
"""
FIND = found_within_sql("jw_find_organisations", table="organisations_key", column="organisation_id") + """
alter function jw_find_organisations(text, text, text, integer) owner to jingwei_reader;
revoke all on function jw_find_organisations(text, text, text, integer) from public;
grant execute on function jw_find_organisations(text, text, text, integer) to jingwei_app;
comment on function jw_find_organisations(text, text, text, integer) is
  'Ids of organisations and places of the asker''s own area whose keys lie between two texts; refuses without a scope.';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0001_tables"),
        ("access", "0002_fences"),
        ("maps", "0002_rollups"),
    ]
    operations = [
        *(
            migrations.RunSQL(TABLE.format(name=name), migrations.RunSQL.noop)
            for name in ("organisation", "organisationchange", "key")
        ),
        *(migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (ORGANISATION, CHANGES, KEY, FIND)),
        migrations.RunSQL(FOLLOW, FOLLOW_OFF),
        migrations.RunSQL(*rollup_sql(COUNTED)),
    ]
