"""Row-level security on files, services, teams and referrals."""

from django.db import migrations

# What stands for a whole community is seen from each of its grids.
SEEN = """
  case when (select jw_scope()) = '*' then true
       when starts_with({row}scope_code, (select jw_scope())) then true
       when length((select jw_scope())) = 15 and {row}scope_code = left((select jw_scope()), 12) then true
       {more} else false end"""
KEPT = """
  case when (select jw_scope()) = '*' then true
       when starts_with({row}scope_code, (select jw_scope())) then true
       else false end"""

SERVICE = f"""
alter table workforce_service enable row level security;
alter table workforce_service force row level security;
create policy owner_all on workforce_service to jingwei_owner using (true) with check (true);
create policy see on workforce_service for select using ({SEEN.format(row="", more="")});
create policy join_in on workforce_service for insert with check ({KEPT.format(row="")});
create policy change on workforce_service for update using ({KEPT.format(row="")}) with check (true);
create policy take_back on workforce_service for delete using (
  batch_id is not null and to_on is null and ({KEPT.format(row="")}));
revoke truncate on workforce_service from jingwei_app;
"""

MEMBER = f"""
alter table workforce_member enable row level security;
alter table workforce_member force row level security;
create policy owner_all on workforce_member to jingwei_owner using (true) with check (true);
create policy see on workforce_member for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       when person_id = (select jw_person()) then true
       else exists (select 1 from workforce_service s where s.member_id = workforce_member.id) end);
create policy register on workforce_member for insert with check ({KEPT.format(row="")});
create policy change on workforce_member for update using ({KEPT.format(row="")}) with check (true);
create policy take_back on workforce_member for delete using (
  batch_id is not null and version = 1 and ({KEPT.format(row="")}));
revoke truncate on workforce_member from jingwei_app;
"""

ENTRY = """
alter table workforce_entry enable row level security;
alter table workforce_entry force row level security;
create policy owner_all on workforce_entry to jingwei_owner using (true) with check (true);
create policy through_it on workforce_entry for select using (
  exists (select 1 from workforce_member m where m.id = member_id));
create policy append on workforce_entry for insert with check (
  exists (select 1 from workforce_member m where m.id = member_id));
create policy take_back on workforce_entry for delete using (
  exists (select 1 from workforce_member m where m.id = member_id and m.batch_id is not null and m.version = 1));
revoke update, truncate on workforce_entry from jingwei_app;
"""

TEAM = f"""
alter table workforce_team enable row level security;
alter table workforce_team force row level security;
create policy owner_all on workforce_team to jingwei_owner using (true) with check (true);
create policy see on workforce_team for select using ({SEEN.format(row="", more="")});
create policy make on workforce_team for insert with check ({KEPT.format(row="")});
create policy change on workforce_team for update using ({KEPT.format(row="")}) with check (true);
revoke delete, truncate on workforce_team from jingwei_app;
alter table workforce_teammember enable row level security;
alter table workforce_teammember force row level security;
create policy owner_all on workforce_teammember to jingwei_owner using (true) with check (true);
create policy through_it on workforce_teammember for select using (
  exists (select 1 from workforce_team t where t.id = team_id));
create policy join_in on workforce_teammember for insert with check (
  exists (select 1 from workforce_team t where t.id = team_id and ({KEPT.format(row="t.")})));
create policy change on workforce_teammember for update using (
  exists (select 1 from workforce_team t where t.id = team_id and ({KEPT.format(row="t.")}))) with check (true);
revoke delete, truncate on workforce_teammember from jingwei_app;
"""

PARTY = """
  case when (select jw_scope()) = '*' then true
       when person_id = (select jw_person()) then true
       when to_person_id = (select jw_person()) then true
       {more} else false end"""
REFERRAL = f"""
alter table workforce_referral enable row level security;
alter table workforce_referral force row level security;
create policy owner_all on workforce_referral to jingwei_owner using (true) with check (true);
create policy see on workforce_referral for select using (
  {PARTY.format(more="when starts_with(scope_code, (select jw_scope())) then true")});
create policy ask on workforce_referral for insert with check (
  case when (select jw_scope()) = '*' then true
       when person_id = (select jw_person()) then true else false end);
create policy answer on workforce_referral for update using ({PARTY.format(more="")}) with check (true);
revoke delete, truncate on workforce_referral from jingwei_app;
"""

KINDS = """
insert into workforce_kind (key, name_zh, name_en, tier, ground, role, is_specialist, is_active, order_no) values
 ('officer', '专职网格员', 'Full-time grid officer', 'core', 'grid', 'officer', false, true, 1),
 ('grid_head', '网格长', 'Grid head', 'core', 'grid', 'grid_head', false, true, 2),
 ('chief_grid_head', '总网格长', 'Chief grid head', 'core', 'community', 'chief_grid_head', false, true, 3),
 ('police', '网格警员', 'Grid police', 'fixed', 'grid', '', true, true, 4),
 ('doctor', '网格医生', 'Grid doctor', 'fixed', 'grid', '', true, true, 5),
 ('legal', '法律顾问', 'Legal helper', 'fixed', 'grid', '', true, true, 6),
 ('resident_head', '村（居）民小组长', 'Residents'' group head', 'fixed', 'grid', '', false, true, 7),
 ('cadre', '下沉干部', 'Cadre sent down', 'other', 'grid', '', false, true, 8),
 ('building_head', '楼栋长', 'Building head', 'other', 'grid', '', false, true, 9),
 ('counsellor', '心理辅导员', 'Counsellor', 'other', 'community', '', true, true, 10),
 ('social_worker', '社工', 'Social worker', 'other', 'community', '', true, true, 11),
 ('collector', '城管采集员', 'City-management collector', 'other', 'grid', '', true, true, 12),
 ('utility', '水电气服务员', 'Utility service', 'other', 'grid', '', true, true, 13),
 ('property', '物业管家', 'Property steward', 'other', 'grid', '', true, true, 14),
 ('volunteer', '志愿者', 'Volunteer', 'other', 'grid', '', false, true, 15);
"""


class Migration(migrations.Migration):
    dependencies = [("workforce", "0001_tables"), ("access", "0002_fences")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop)
        for sql in (SERVICE, MEMBER, ENTRY, TEAM, REFERRAL, KINDS)
    ]
