"""Which component a matter is about, seen and changed through the matter."""

import django.db.models.deletion
from django.db import migrations, models

import jingwei.kernel.ids

FENCE = """
alter table incidents_subject enable row level security;
alter table incidents_subject force row level security;
create policy owner_all on incidents_subject to jingwei_owner using (true) with check (true);
create policy through_incident on incidents_subject for select using (
  exists (select 1 from incidents_incident i where i.id = incident_id));
create policy add_to on incidents_subject for insert with check (true);
create policy change_through_incident on incidents_subject for update using (
  exists (select 1 from incidents_incident i where i.id = incident_id)) with check (true);
revoke delete, truncate on incidents_subject from jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0018_on_the_map")]
    operations = [
        migrations.CreateModel(
            name="Subject",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("component_id", models.UUIDField(null=True)),
                ("linked_at", models.DateTimeField()),
                ("post_id", models.UUIDField(null=True)),
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
                    models.UniqueConstraint(fields=("incident",), name="incidents_subject_once"),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(component_id__isnull=False),
                        fields=["component_id"],
                        name="incidents_subject_component",
                    ),
                ],
            },
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
    ]
