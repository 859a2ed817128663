"""An announcement is for its receivers, for where it came from and for the areas above; its spreading is the system's."""

from django.db import migrations

FENCES = """
alter table notices_receiver enable row level security;
alter table notices_receiver force row level security;
create policy own_select on notices_receiver for select using (
  case when (select jw_scope()) = '*' then true
       when post_id = (select jw_post()) then true
       else false end);
create policy own_update on notices_receiver for update using (
  case when (select jw_scope()) = '*' then true
       when post_id = (select jw_post()) then true
       else false end);
create policy system_insert on notices_receiver for insert with check ((select jw_scope()) = '*');
create policy owner_all on notices_receiver to jingwei_owner using (true) with check (true);
revoke delete, truncate on notices_receiver from jingwei_app;

alter table notices_announcement enable row level security;
alter table notices_announcement force row level security;
create policy own_select on notices_announcement for select using (
  case when (select jw_scope()) = '*' then true
       when author_post_id = (select jw_post()) then true
       when author_unit_id = (select jw_unit()) then true
       when starts_with(area_code, (select jw_scope())) then true
       when exists (select 1 from notices_receiver r
                     where r.announcement_id = notices_announcement.id and r.post_id = (select jw_post())) then true
       else false end);
create policy own_update on notices_announcement for update using (
  case when (select jw_scope()) = '*' then true
       when author_post_id = (select jw_post()) then true
       when author_unit_id = (select jw_unit()) then true
       when starts_with(area_code, (select jw_scope())) then true
       else false end);
create policy write_own on notices_announcement for insert with check (
  case when (select jw_scope()) = '*' then true
       when author_post_id = (select jw_post()) then true
       else false end);
create policy owner_all on notices_announcement to jingwei_owner using (true) with check (true);
revoke delete, truncate on notices_announcement from jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("notices", "0003_announcements"), ("areas", "0001_ground")]
    operations = [migrations.RunSQL(FENCES, migrations.RunSQL.noop)]
