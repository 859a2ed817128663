"""Objections with their referee, precedents, ties between matters, and the dated policy about them."""

import django.db.models.deletion
from django.db import migrations, models

import jingwei.kernel.ids

KEY = models.UUIDField(
    default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
)
# What staff decide among themselves; who reported reads of the outcome in the course.
OBJECTION = """
alter table incidents_objection enable row level security;
alter table incidents_objection force row level security;
create policy owner_all on incidents_objection to jingwei_owner using (true) with check (true);
create policy staff_through_incident on incidents_objection for select using (
  case when (select jw_scope()) = '~none' and (select jw_unit()) is null and (select jw_post()) is null then false
       else exists (select 1 from incidents_incident i where i.id = incident_id) end);
create policy add_to on incidents_objection for insert with check (true);
create policy decide on incidents_objection for update using (
  case when (select jw_scope()) = '~none' and (select jw_unit()) is null and (select jw_post()) is null then false
       else exists (select 1 from incidents_incident i where i.id = incident_id) end) with check (true);
revoke update, delete, truncate on incidents_objection from jingwei_app;
grant update (decided_at, decided_by_post_id, outcome, given_unit_id, ruling) on incidents_objection to jingwei_app;
"""
TIE = """
alter table incidents_tie enable row level security;
alter table incidents_tie force row level security;
create policy owner_all on incidents_tie to jingwei_owner using (true) with check (true);
create policy staff_through_incident on incidents_tie for select using (
  case when (select jw_scope()) = '~none' and (select jw_unit()) is null and (select jw_post()) is null then false
       else exists (select 1 from incidents_incident i where i.id = incident_id) end);
create policy add_to on incidents_tie for insert with check (true);
create policy untie on incidents_tie for delete using (
  case when (select jw_scope()) = '*' then true else false end);
revoke update, truncate on incidents_tie from jingwei_app;
"""
# A ruling binds the referee's area: whoever stands in it or above it reads it, and the units it speaks of.
PRECEDENT = """
alter table incidents_precedent enable row level security;
alter table incidents_precedent force row level security;
create policy owner_all on incidents_precedent to jingwei_owner using (true) with check (true);
create policy of_area on incidents_precedent for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(area_code, (select jw_scope())) then true
       when starts_with((select jw_scope()), area_code) then true
       when from_unit_id = (select jw_unit()) then true
       when to_unit_id = (select jw_unit()) then true
       else false end);
create policy rule on incidents_precedent for insert with check (
  case when (select jw_scope()) = '*' then true
       when starts_with(area_code, (select jw_scope())) then true
       else false end);
create policy draft on incidents_precedent for update using (
  case when (select jw_scope()) = '*' then true
       when starts_with(area_code, (select jw_scope())) then true
       else false end) with check (true);
revoke update, delete, truncate on incidents_precedent from jingwei_app;
grant update (drafted_at) on incidents_precedent to jingwei_app;
"""
POLICY = "revoke delete, truncate on incidents_handoffrule from jingwei_app;"


def beside() -> models.ForeignKey:
    return models.ForeignKey(
        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incidents.incident"
    )


class Migration(migrations.Migration):
    dependencies = [("incidents", "0020_day_code")]
    operations = [
        migrations.AddField("incident", "referee_id", models.UUIDField(null=True)),
        migrations.AddIndex(
            "incident",
            models.Index(
                fields=["referee_id", "due_at"],
                name="incidents_disputed",
                condition=models.Q(referee_id__isnull=False),
            ),
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                ("id", KEY.clone()),
                ("assignment_id", models.UUIDField()),
                ("unit_id", models.UUIDField()),
                ("named_unit_id", models.UUIDField()),
                ("reason", models.TextField()),
                ("asked_at", models.DateTimeField()),
                ("asked_by_post_id", models.UUIDField(null=True)),
                ("referee_id", models.UUIDField()),
                ("referee_area", models.CharField(max_length=15)),
                ("due_at", models.DateTimeField(null=True)),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_by_post_id", models.UUIDField(null=True)),
                ("outcome", models.CharField(blank=True, max_length=10)),
                ("given_unit_id", models.UUIDField(null=True)),
                ("ruling", models.TextField(blank=True)),
                ("incident", beside()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("incident",),
                        name="incidents_objection_one_open",
                        condition=models.Q(decided_at=None),
                    ),
                ],
                "indexes": [models.Index(fields=["incident", "asked_at"], name="incidents_objection_case")],
            },
        ),
        migrations.CreateModel(
            name="Precedent",
            fields=[
                ("id", KEY.clone()),
                ("objection_id", models.UUIDField(unique=True)),
                ("incident_id", models.UUIDField()),
                ("item_code", models.CharField(max_length=6)),
                ("item_name", models.CharField(max_length=80)),
                ("place_code", models.CharField(max_length=15)),
                ("area_code", models.CharField(max_length=15)),
                ("from_unit_id", models.UUIDField()),
                ("named_unit_id", models.UUIDField()),
                ("to_unit_id", models.UUIDField()),
                ("is_upheld", models.BooleanField()),
                ("ruling", models.CharField(max_length=500)),
                ("ruled_at", models.DateTimeField()),
                ("ruled_by_unit_id", models.UUIDField()),
                ("drafted_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["item_code", "-ruled_at"], name="incidents_precedent_item"),
                    models.Index(fields=["area_code", "-ruled_at"], name="incidents_precedent_area"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tie",
            fields=[
                ("id", KEY.clone()),
                ("other_id", models.UUIDField()),
                ("kind", models.CharField(max_length=10)),
                ("tied_at", models.DateTimeField()),
                ("distance_m", models.PositiveIntegerField(null=True)),
                ("days", models.PositiveIntegerField(null=True)),
                ("times", models.PositiveIntegerField(null=True)),
                ("incident", beside()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("incident", "kind"), name="incidents_tie_once"),
                ],
                "indexes": [models.Index(fields=["other_id", "kind"], name="incidents_tie_other")],
            },
        ),
        migrations.CreateModel(
            name="HandoffRule",
            fields=[
                ("id", KEY.clone()),
                ("from_on", models.DateField(unique=True)),
                ("returns", models.CharField(max_length=14)),
                ("objection_limit", models.CharField(max_length=8)),
                ("recurrence_radius_m", models.PositiveIntegerField()),
                ("recurrence_days", models.PositiveIntegerField()),
                ("set_at", models.DateTimeField()),
                ("set_by", models.CharField(max_length=80)),
            ],
        ),
        *(
            migrations.RunSQL(sql, migrations.RunSQL.noop)
            for sql in (OBJECTION, TIE, PRECEDENT, POLICY)
        ),
    ]
