"""Who has opened a matter; an index on place and one on the post in whose hands it is, both usable under the fence."""

import django.db.models.deletion
from django.db import migrations, models

import jingwei.kernel.ids

# Squares of about 250 m. Written with BEGIN ATOMIC, so that a restore (with an empty search_path) finds PostGIS.
PLACE_CELL = """
create function jw_place_cell(place geometry) returns bigint language sql immutable strict parallel safe
begin atomic
  select floor(st_x(place) * 400)::bigint * 1000000 + floor(st_y(place) * 400)::bigint;
end;
comment on function jw_place_cell(geometry) is 'The square a position lies in; the same sum as rules.nearby.';
"""

# A member of staff (a post or a unit) sees who else has opened what they see; reporters do not.
SEEN_FENCE = """
alter table incidents_seen enable row level security;
alter table incidents_seen force row level security;
create policy owner_all on incidents_seen to jingwei_owner using (true) with check (true);
create policy through_incident on incidents_seen for select using (
  case when (select jw_post()) is null and (select jw_scope()) <> '*' then false
       else exists (select 1 from incidents_incident i where i.id = incident_id) end);
create policy for_oneself on incidents_seen for insert with check (
  person_id = (select jw_person()) and exists (select 1 from incidents_incident i where i.id = incident_id));
create policy again on incidents_seen for update
  using (person_id = (select jw_person())) with check (person_id = (select jw_person()));
revoke update, delete, truncate on incidents_seen from jingwei_app;
grant update (last_at) on incidents_seen to jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0005_looks_by_code")]

    operations = [
        migrations.RunSQL(PLACE_CELL, "drop function jw_place_cell(geometry);"),
        migrations.AddField(
            model_name="incident",
            name="place_cell",
            field=models.GeneratedField(
                expression=models.Func("position", function="jw_place_cell"),
                output_field=models.BigIntegerField(null=True),
                db_persist=True,
            ),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                fields=["place_cell", "closed_at"],
                name="incidents_place_cell",
                condition=models.Q(place_cell__isnull=False),
            ),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                fields=["assignee_post_id", "due_at"],
                name="incidents_assignee_open",
                condition=models.Q(state__lt=70, assignee_post_id__isnull=False),
            ),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                fields=["receiving_post_id"],
                name="incidents_receiver_open",
                condition=models.Q(state__lt=70, receiving_post_id__isnull=False),
            ),
        ),
        migrations.CreateModel(
            name="Seen",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("person_id", models.UUIDField()),
                ("post_id", models.UUIDField(null=True)),
                ("unit_id", models.UUIDField(null=True)),
                ("person_name", models.CharField(max_length=80)),
                ("role", models.CharField(max_length=20)),
                ("first_at", models.DateTimeField()),
                ("last_at", models.DateTimeField()),
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
                        fields=("incident", "person_id", "post_id"),
                        name="incidents_seen_once",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.RunSQL(SEEN_FENCE, migrations.RunSQL.noop),
    ]
