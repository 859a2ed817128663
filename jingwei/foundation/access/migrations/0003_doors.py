"""One-time passwords; and row-level security on what opens the door: accounts and tokens."""

from django.db import migrations, models

FENCE = """
alter table access_account enable row level security;
alter table access_account force row level security;
create policy own_or_knocking on access_account for select using (
  case when person_id = (select jw_person()) then true
       when (select jw_scope()) = '*' then true
       when username = nullif(current_setting('jw.username', true), '') then true
       else false end);
create policy own_or_knocking_change on access_account for update using (
  case when person_id = (select jw_person()) then true
       when (select jw_scope()) = '*' then true
       when username = nullif(current_setting('jw.username', true), '') then true
       else false end);
create policy anyone_may_open on access_account for insert with check (true);
create policy owner_all on access_account to jingwei_owner using (true) with check (true);
revoke delete, truncate on access_account from jingwei_app;

alter table access_token enable row level security;
alter table access_token force row level security;
create policy own on access_token for select using (
  case when person_id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end);
create policy own_change on access_token for update using (
  case when person_id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end);
create policy issue on access_token for insert with check (true);
create policy forget on access_token for delete using (
  case when (select jw_scope()) = '*' then true else false end);
create policy owner_all on access_token to jingwei_owner using (true) with check (true);
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0002_fences")]
    operations = [
        migrations.AddField(
            model_name="account",
            name="password_expires_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
    ]
