"""Questions to whoever reported, and their answers."""

import django.db.models.deletion
from django.db import migrations, models

import jingwei.kernel.ids

FENCE = """
alter table incidents_question enable row level security;
alter table incidents_question force row level security;
create policy owner_all on incidents_question to jingwei_owner using (true) with check (true);
create policy through_incident on incidents_question for select using (
  exists (select 1 from incidents_incident i where i.id = incident_id));
create policy add_to on incidents_question for insert with check (true);
create policy change_through_incident on incidents_question for update using (
  exists (select 1 from incidents_incident i where i.id = incident_id)) with check (true);
revoke update, delete, truncate on incidents_question from jingwei_app;
grant update (answered_at, answered_version, answer, ended_at) on incidents_question to jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0008_live")]

    operations = [
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("asked_by_post_id", models.UUIDField(null=True)),
                ("asked_by_unit_id", models.UUIDField(null=True)),
                ("words", models.TextField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_version", models.PositiveIntegerField(null=True)),
                ("answer", models.TextField(blank=True)),
                ("ended_at", models.DateTimeField(null=True)),
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
                "indexes": [models.Index(fields=["incident", "asked_at"], name="incidents_question_case")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("incident",),
                        name="incidents_question_one_open",
                    )
                ],
            },
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
    ]
