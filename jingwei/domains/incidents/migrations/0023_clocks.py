"""When a matter's clocks have to be looked at next, and the warnings they gave: for staff alone, given by machines."""

import django.db.models.deletion
from django.db import migrations, models

import jingwei.kernel.ids

FENCE = """
alter table incidents_clockwarning enable row level security;
alter table incidents_clockwarning force row level security;
create policy owner_all on incidents_clockwarning to jingwei_owner using (true) with check (true);
create policy through_incident on incidents_clockwarning for select using (
  case when (select jw_scope()) = '~none' and (select jw_unit()) is null and (select jw_post()) is null then false
       else exists (select 1 from incidents_incident i where i.id = incident_id) end);
create policy machine_warns on incidents_clockwarning for insert with check ((select jw_scope()) = '*');
create policy answer on incidents_clockwarning for update using (
  case when (select jw_scope()) = '~none' and (select jw_unit()) is null and (select jw_post()) is null then false
       else exists (select 1 from incidents_incident i where i.id = incident_id) end) with check (true);
revoke update, delete, truncate on incidents_clockwarning from jingwei_app;
grant update (answered_at, answer_post_id, answer_name, answer) on incidents_clockwarning to jingwei_app;
"""
LOOK_AT_WHAT_RUNS = """
update incidents_incident set next_warn_at = warn_at
 where state < 70 and warn_at is not null and head_id is null and not is_history
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0022_assists")]

    operations = [
        migrations.AddField("incident", "next_warn_at", models.DateTimeField(null=True)),
        migrations.RunSQL(LOOK_AT_WHAT_RUNS, migrations.RunSQL.noop),
        migrations.RunSQL("set constraints all immediate", migrations.RunSQL.noop),
        migrations.AddIndex(
            "incident",
            models.Index(
                condition=models.Q(("next_warn_at__isnull", False)),
                fields=["next_warn_at"],
                name="incidents_next_warn",
            ),
        ),
        migrations.CreateModel(
            name="ClockWarning",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("clock", models.CharField(max_length=10)),
                ("colour", models.CharField(max_length=8)),
                ("due_at", models.DateTimeField()),
                ("warned_at", models.DateTimeField()),
                ("answered_by", models.CharField(max_length=8)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answer_post_id", models.UUIDField(null=True)),
                ("answer_name", models.CharField(blank=True, max_length=80)),
                ("answer", models.TextField(blank=True)),
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
                        fields=("incident", "clock", "colour", "due_at"), name="incidents_clockwarning_once"
                    )
                ],
            },
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
    ]
