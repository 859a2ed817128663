"""Drafts and publications are seen inside their area; what belongs to one, through it; moving rows is the machine's."""

from django.db import migrations

IN_AREA = """
alter table {table} enable row level security;
alter table {table} force row level security;
create policy owner_all on {table} to jingwei_owner using (true) with check (true);
create policy in_area on {table} for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true else false end);
create policy begin_in_area on {table} for insert with check (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true else false end);
create policy change_in_area on {table} for update using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true else false end);
revoke delete, truncate on {table} from jingwei_app;
"""
THROUGH = """
alter table {table} enable row level security;
alter table {table} force row level security;
create policy owner_all on {table} to jingwei_owner using (true) with check (true);
create policy through_it on {table} for select using (
  case when exists (select 1 from {holder} h where h.id = {column}) then true else false end);
create policy add_to_it on {table} for insert with check (
  case when exists (select 1 from {holder} h where h.id = {column}) then true else false end);
create policy change_through_it on {table} for update using (
  case when exists (select 1 from {holder} h where h.id = {column}) then true else false end);
revoke delete, truncate on {table} from jingwei_app;
"""
MACHINE = """
alter table territory_move enable row level security;
alter table territory_move force row level security;
create policy owner_all on territory_move to jingwei_owner using (true) with check (true);
create policy machine on territory_move using ((select jw_scope()) = '*') with check ((select jw_scope()) = '*');
revoke truncate on territory_move from jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("territory", "0001_tables"), ("areas", "0002_territory")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop)
        for sql in (
            IN_AREA.format(table="territory_draft"),
            IN_AREA.format(table="territory_publication"),
            *(
                THROUGH.format(table=f"territory_{name}", holder="territory_draft", column="draft_id")
                for name in ("feature", "change", "answer")
            ),
            *(
                THROUGH.format(
                    table=f"territory_{name}", holder="territory_publication", column="publication_id"
                )
                for name in ("publishedversion", "movedpost", "run")
            ),
            MACHINE,
        )
    ]
