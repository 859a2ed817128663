"""Units that assist the lead, seen and changed through the matter."""

import django.db.models.deletion
from django.db import migrations, models

import jingwei.kernel.ids

FENCE = """
alter table incidents_assist enable row level security;
alter table incidents_assist force row level security;
create policy owner_all on incidents_assist to jingwei_owner using (true) with check (true);
create policy through_incident on incidents_assist for select using (
  exists (select 1 from incidents_incident i where i.id = incident_id));
create policy add_to on incidents_assist for insert with check (true);
create policy change_through_incident on incidents_assist for update using (
  exists (select 1 from incidents_incident i where i.id = incident_id)) with check (true);
revoke delete, truncate on incidents_assist from jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0021_handing_on")]
    operations = [
        migrations.CreateModel(
            name="Assist",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("unit_id", models.UUIDField()),
                ("asked_at", models.DateTimeField()),
                ("asked_by_post_id", models.UUIDField(null=True)),
                ("words", models.TextField()),
                ("limit", models.CharField(max_length=8)),
                ("due_at", models.DateTimeField(null=True)),
                ("taken_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("outcome", models.CharField(blank=True, max_length=10)),
                ("result", models.TextField(blank=True)),
                ("done_version", models.PositiveIntegerField(null=True)),
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
                "indexes": [
                    models.Index(fields=["incident", "asked_at"], name="incidents_assist_case"),
                    models.Index(
                        condition=models.Q(("ended_at", None)),
                        fields=["unit_id"],
                        name="incidents_assist_open",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("incident", "unit_id"),
                        name="incidents_assist_one_open",
                    )
                ],
            },
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
    ]
