"""Matters whose records are preserved 留存: nothing of theirs goes at the end of its period while that lasts."""

import django.db.models.deletion
from django.db import migrations, models

import jingwei.kernel.ids

FENCE = """
alter table incidents_preservation enable row level security;
alter table incidents_preservation force row level security;
create policy owner_all on incidents_preservation to jingwei_owner using (true) with check (true);
create policy staff_through_incident on incidents_preservation for select using (
  case when (select jw_scope()) = '~none' and (select jw_unit()) is null and (select jw_post()) is null then false
       else exists (select 1 from incidents_incident i where i.id = incident_id) end);
create policy add_to on incidents_preservation for insert with check (
  exists (select 1 from incidents_incident i where i.id = incident_id));
create policy end_it on incidents_preservation for update using (
  case when (select jw_scope()) = '~none' and (select jw_unit()) is null and (select jw_post()) is null then false
       else exists (select 1 from incidents_incident i where i.id = incident_id) end) with check (true);
revoke update, delete, truncate on incidents_preservation from jingwei_app;
grant update (ended_at, ended_by_name, end_reason) on incidents_preservation to jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0012_abuse")]
    operations = [
        migrations.CreateModel(
            name="Preservation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("since_at", models.DateTimeField()),
                ("by_name", models.CharField(max_length=80)),
                ("by_post_id", models.UUIDField(null=True)),
                ("reason", models.CharField(max_length=200)),
                ("until_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_by_name", models.CharField(blank=True, max_length=80)),
                ("end_reason", models.CharField(blank=True, max_length=200)),
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
                    models.UniqueConstraint(
                        fields=("incident",),
                        name="incidents_preservation_one_open",
                        condition=models.Q(ended_at=None),
                    )
                ],
            },
        ),
        # What the nightly run asks for: closed long ago, and still with a number or a name.
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                fields=["closed_at"],
                name="incidents_reporter_kept",
                condition=models.Q(reporter_phone_sealed__isnull=False) | models.Q(reporter_name_sealed__isnull=False),
            ),
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
    ]
