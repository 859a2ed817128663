"""Following public matters, known to the follower alone; and looks at the data of reports claimed by telephone number."""

import django.db.models.deletion
from django.db import migrations, models

import jingwei.kernel.ids

FENCE = """
alter table incidents_follow enable row level security;
alter table incidents_follow force row level security;
create policy owner_all on incidents_follow to jingwei_owner using (true) with check (true);
create policy own on incidents_follow for select using (
  case when person_id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end);
create policy for_oneself on incidents_follow for insert with check (person_id = (select jw_person()));
create policy let_go on incidents_follow for delete using (person_id = (select jw_person()));
revoke update, truncate on incidents_follow from jingwei_app;
"""

# A report made without an account names nobody as the person looked at; once claimed, its looks are the claimant's.
LOOKS = """
create policy of_my_reports on privacy_reveal for select using (
  case when (select jw_person()) is null then false
       when not starts_with(target, 'incidents.incident:') then false
       else exists (select 1 from incidents_incident i
                     where i.reporter_id = (select jw_person())
                       and i.id::text = substr(target, length('incidents.incident:') + 1)) end);
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0009_questions"), ("privacy", "0002_fences")]
    operations = [
        migrations.CreateModel(
            name="Follow",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("person_id", models.UUIDField()),
                ("since_at", models.DateTimeField()),
                (
                    "incident",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incidents.incident",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("incident", "person_id"), name="incidents_follow_once")
                ],
                "indexes": [models.Index(fields=["person_id", "-since_at"], name="incidents_follow_person")],
            },
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
        migrations.RunSQL(LOOKS, "drop policy of_my_reports on privacy_reveal;"),
    ]
