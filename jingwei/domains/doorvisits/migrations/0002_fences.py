"""Row-level security on visits and what they wrote; published forms and visits are never rewritten."""

from django.db import migrations

FORM = "revoke update, delete, truncate on doorvisits_visitformversion from jingwei_app;"

VISIT = """
alter table doorvisits_doorvisit enable row level security;
alter table doorvisits_doorvisit force row level security;
create policy owner_all on doorvisits_doorvisit to jingwei_owner using (true) with check (true);
create policy see on doorvisits_doorvisit for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       when person_id = (select jw_person()) then true
       else false end);
create policy record on doorvisits_doorvisit for insert with check (
  case when (select jw_scope()) = '*' then true
       when person_id = (select jw_person()) then true
       else false end);
create policy follow_ground on doorvisits_doorvisit for update using ((select jw_scope()) = '*');
create policy forget on doorvisits_doorvisit for delete using ((select jw_scope()) = '*');
revoke truncate on doorvisits_doorvisit from jingwei_app;
"""

LANDED = """
alter table doorvisits_landed enable row level security;
alter table doorvisits_landed force row level security;
create policy owner_all on doorvisits_landed to jingwei_owner using (true) with check (true);
create policy through_visit on doorvisits_landed for select using (
  exists (select 1 from doorvisits_doorvisit v where v.id = visit_id));
create policy record on doorvisits_landed for insert with check (
  exists (select 1 from doorvisits_doorvisit v where v.id = visit_id));
create policy forget on doorvisits_landed for delete using ((select jw_scope()) = '*');
revoke update, truncate on doorvisits_landed from jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("doorvisits", "0001_tables"), ("access", "0002_fences")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (FORM, VISIT, LANDED)]
