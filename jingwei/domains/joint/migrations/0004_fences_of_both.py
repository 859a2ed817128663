"""Row-level security on mediation and joint enforcement, sight of their files, and the kinds of disputes.

How a dispute stands shows to whoever sees the area. Who quarrels, what they said and the agreement show only to the
units on the row itself: the one that mediates, those that did, the one that registered it, the area's centre.
"""

from django.db import migrations

TAKES_PART = """case when (select jw_scope()) = '*' then true
       when unit_id = (select jw_unit()) then true
       when (select jw_unit()) = any(unit_ids) then true
       else false end"""

MEDIATION = f"""
alter table joint_mediation enable row level security;
alter table joint_mediation force row level security;
create policy owner_all on joint_mediation to jingwei_owner using (true) with check (true);
create policy together on joint_mediation for select using (
  case when (select jw_scope()) = '*' then true
       when unit_id = (select jw_unit()) then true
       when (select jw_unit()) = any(unit_ids) then true
       when starts_with(scope_code, (select jw_scope())) then true
       else false end);
create policy register on joint_mediation for insert with check ({TAKES_PART});
create policy conduct on joint_mediation for update using ({TAKES_PART}) with check ({TAKES_PART});
revoke delete, truncate on joint_mediation from jingwei_app;
"""

OF_THE_MEDIATORS = """
alter table {table} enable row level security;
alter table {table} force row level security;
create policy owner_all on {table} to jingwei_owner using (true) with check (true);
create policy of_the_mediators on {table} for select using (
  case when (select jw_scope()) = '*' then true
       when (select jw_unit()) is null then false
       else exists (select 1 from joint_mediation m where m.id = mediation_id
                     and (m.unit_id = (select jw_unit()) or (select jw_unit()) = any(m.unit_ids))) end);
create policy add_own on {table} for insert with check (
  case when (select jw_scope()) = '*' then true
       when (select jw_unit()) is null then false
       else exists (select 1 from joint_mediation m where m.id = mediation_id
                     and (m.unit_id = (select jw_unit()) or (select jw_unit()) = any(m.unit_ids))) end);
revoke update, delete, truncate on {table} from jingwei_app;
"""
FORGET = """
create policy forget on joint_party for update using ((select jw_scope()) = '*');
grant update (phone_sealed) on joint_party to jingwei_app;
"""

ENFORCEMENT = """
alter table joint_enforcement enable row level security;
alter table joint_enforcement force row level security;
create policy owner_all on joint_enforcement to jingwei_owner using (true) with check (true);
create policy together on joint_enforcement for select using (
  case when (select jw_scope()) = '*' then true
       when unit_id = (select jw_unit()) then true
       when (select jw_unit()) = any(unit_ids) then true
       when starts_with(scope_code, (select jw_scope())) then true
       else false end);
create policy plan on joint_enforcement for insert with check (
  case when (select jw_scope()) = '*' then true when unit_id = (select jw_unit()) then true else false end);
create policy conduct on joint_enforcement for update using (
  case when (select jw_scope()) = '*' then true when unit_id = (select jw_unit()) then true else false end)
  with check (
  case when (select jw_scope()) = '*' then true when unit_id = (select jw_unit()) then true else false end);
revoke delete, truncate on joint_enforcement from jingwei_app;
"""

ENFORCER = """
alter table joint_enforcer enable row level security;
alter table joint_enforcer force row level security;
create policy owner_all on joint_enforcer to jingwei_owner using (true) with check (true);
create policy through_it on joint_enforcer for select using (
  exists (select 1 from joint_enforcement p where p.id = enforcement_id));
create policy add_own on joint_enforcer for insert with check (
  case when (select jw_scope()) = '*' then true
       else exists (select 1 from joint_enforcement p where p.id = enforcement_id
                     and p.unit_id = (select jw_unit())) end);
create policy change_own on joint_enforcer for update using (
  case when (select jw_scope()) = '*' then true
       when unit_id = (select jw_unit()) then true
       else exists (select 1 from joint_enforcement p where p.id = enforcement_id
                     and p.unit_id = (select jw_unit())) end)
  with check (true);
revoke delete, truncate on joint_enforcer from jingwei_app;
"""

# Found by a unit that takes part, in its own name.
FINDING = """
alter table joint_finding enable row level security;
alter table joint_finding force row level security;
create policy owner_all on joint_finding to jingwei_owner using (true) with check (true);
create policy through_it on joint_finding for select using (
  exists (select 1 from joint_enforcement p where p.id = enforcement_id));
create policy add_own on joint_finding for insert with check (
  case when (select jw_scope()) = '*' then true
       when unit_id = (select jw_unit())
       then exists (select 1 from joint_enforcement p where p.id = enforcement_id)
       else false end);
revoke update, delete, truncate on joint_finding from jingwei_app;
"""

FILES = """
create policy through_{name} on files_file for select using (
  case when claimed_for is null then false
       else exists (select 1 from {table} t where t.id = claimed_for) end);
create policy change_through_{name} on files_file for update using (
  case when claimed_for is null then false
       else exists (select 1 from {table} t where t.id = claimed_for) end) with check (true);
"""
FILED = {
    "joint_meeting": "joint_meeting",
    "joint_enforcement": "joint_enforcement",
    "mediation_entry": "joint_mediationentry",
}

# A month at most for people's mediation. Source: 《人民调解工作若干规定》第三十三条.
KINDS = """
insert into joint_disputekind (code, name_zh, name_en, "limit", follow_up, position, from_on) values
  ('family', '婚姻家庭纠纷', 'Marriage and family', '30D', '15D', 1, '2020-01-01'),
  ('neighbours', '邻里纠纷', 'Neighbours', '15D', '15D', 2, '2020-01-01'),
  ('housing', '房屋宅基地纠纷', 'Houses and homesteads', '30D', '30D', 3, '2020-01-01'),
  ('contract', '合同纠纷', 'Contracts', '30D', '30D', 4, '2020-01-01'),
  ('business', '生产经营纠纷', 'Farming and trade', '30D', '30D', 5, '2020-01-01'),
  ('damages', '损害赔偿纠纷', 'Damages', '30D', '15D', 6, '2020-01-01'),
  ('land', '山林土地纠纷', 'Land and woods', '30D', '30D', 7, '2020-01-01'),
  ('relocation', '征地拆迁纠纷', 'Land taking and relocation', '30D', '30D', 8, '2020-01-01'),
  ('environment', '环境污染纠纷', 'Pollution', '30D', '30D', 9, '2020-01-01'),
  ('wages', '拖欠工资和劳动争议', 'Wages and labour', '15D', '10D', 10, '2020-01-01'),
  ('consumer', '消费纠纷', 'Consumers', '15D', '10D', 11, '2020-01-01'),
  ('medical', '医疗纠纷', 'Medical', '30D', '30D', 12, '2020-01-01'),
  ('traffic', '道路交通事故纠纷', 'Road accidents', '15D', '15D', 13, '2020-01-01'),
  ('property', '物业纠纷', 'Property management', '30D', '30D', 14, '2020-01-01'),
  ('other', '其他纠纷', 'Other', '30D', '30D', 15, '2020-01-01');
revoke insert, update, delete, truncate on joint_disputekind from jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("joint", "0003_mediation_and_enforcement"), ("files", "0004_removed")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop)
        for sql in (
            MEDIATION,
            *(OF_THE_MEDIATORS.format(table=one) for one in ("joint_party", "joint_mediationentry")),
            FORGET,
            ENFORCEMENT,
            ENFORCER,
            FINDING,
            *(FILES.format(name=name, table=table) for name, table in FILED.items()),
            KINDS,
        )
    ]
