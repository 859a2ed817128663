"""Row-level security on joint work: whoever called it, whoever takes part, and whoever sees the area."""

from django.db import migrations

TOGETHER = """
alter table {table} enable row level security;
alter table {table} force row level security;
create policy owner_all on {table} to jingwei_owner using (true) with check (true);
create policy together on {table} for select using (
  case when (select jw_scope()) = '*' then true
       when unit_id = (select jw_unit()) then true
       when (select jw_unit()) = any(unit_ids) then true
       when starts_with(scope_code, (select jw_scope())) then true
       else false end);
create policy call on {table} for insert with check (
  case when (select jw_scope()) = '*' then true when unit_id = (select jw_unit()) then true else false end);
create policy conduct on {table} for update using (
  case when (select jw_scope()) = '*' then true when unit_id = (select jw_unit()) then true else false end)
  with check (
  case when (select jw_scope()) = '*' then true when unit_id = (select jw_unit()) then true else false end);
revoke delete, truncate on {table} from jingwei_app;
"""

# A part is changed by whoever called, and by the unit whose part it is.
PART = """
alter table {table} enable row level security;
alter table {table} force row level security;
create policy owner_all on {table} to jingwei_owner using (true) with check (true);
create policy through_it on {table} for select using (
  exists (select 1 from {parent} p where p.id = {key}));
create policy add_own on {table} for insert with check (
  case when (select jw_scope()) = '*' then true
       else exists (select 1 from {parent} p where p.id = {key} and p.unit_id = (select jw_unit())) end);
create policy change_own on {table} for update using (
  case when (select jw_scope()) = '*' then true
       when unit_id = (select jw_unit()) then true
       else exists (select 1 from {parent} p where p.id = {key} and p.unit_id = (select jw_unit())) end)
  with check (true);
revoke delete, truncate on {table} from jingwei_app;
"""
PARTS = [
    ("summons", "joint_whistle", "whistle_id"),
    ("invited", "joint_meeting", "meeting_id"),
    ("decision", "joint_meeting", "meeting_id"),
]


class Migration(migrations.Migration):
    dependencies = [("joint", "0001_tables"), ("access", "0002_fences"), ("incidents", "0002_fences")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop)
        for sql in (
            *(TOGETHER.format(table=f"joint_{name}") for name in ("whistle", "meeting")),
            *(PART.format(table=f"joint_{name}", parent=parent, key=key) for name, parent, key in PARTS),
        )
    ]
