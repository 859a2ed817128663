"""The ground everything stands on: grants for the application role, and the session's eyes as SQL functions."""

from django.db import migrations

GRANTS = """
grant usage on schema public to jingwei_app, jingwei_reader;
grant create on schema public to jingwei_reader;
alter default privileges in schema public grant select, insert, update, delete on tables to jingwei_app;
alter default privileges in schema public grant usage, select on sequences to jingwei_app;
alter default privileges in schema public grant select on tables to jingwei_reader;
"""

EYES = """
create function jw_scope() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('jw.scope', true), ''), '~none') $$;
create function jw_unit() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('jw.unit', true), '')::uuid $$;
create function jw_post() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('jw.post', true), '')::uuid $$;
create function jw_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('jw.person', true), '')::uuid $$;
create function jw_case() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('jw.case', true), '')::uuid $$;
comment on function jw_scope() is
  'The area prefix the transaction may see; ~none (never empty, an empty prefix would show everything).';
"""


class Migration(migrations.Migration):
    initial = True
    run_before = [("procrastinate", "0001_initial")]
    operations = [
        migrations.RunSQL(GRANTS, migrations.RunSQL.noop),
        migrations.RunSQL(EYES, migrations.RunSQL.noop),
    ]
