"""Lists at a million rows: the open ones' filters inside the index, and a fence that looks up one participation.

An EXISTS in the fence was sometimes answered by hashing every participation ever recorded (8 ms at a million
incidents); a scalar with LIMIT 1 is always a look-up.
"""

from django.db import migrations, models

BY_EXISTS = """       when exists (select 1 from incidents_participant p
                     where p.incident_id = incidents_incident.id
                       and (p.post_id = (select jw_post())
                            or (p.unit_id = (select jw_unit()) and p.post_id is null))) then true
       else false"""
BY_LOOKING_UP = """       else coalesce((select true from incidents_participant p
                     where p.incident_id = incidents_incident.id
                       and (p.post_id = (select jw_post())
                            or (p.unit_id = (select jw_unit()) and p.post_id is null)) limit 1), false)"""
FENCE = """
alter policy {policy} on incidents_incident using (
  case when (select jw_scope()) = '*' then true
       when reporter_id = (select jw_person()) then true
       when id = (select jw_case()) then true
       when about_unit_id = (select jw_unit()) then false
       when starts_with(scope_code, (select jw_scope()))
            and length((select jw_scope())) <= sight_floor then true
{part} end);
"""


def fence(part: str) -> str:
    return "".join(FENCE.format(policy=policy, part=part) for policy in ("see", "change"))


class Migration(migrations.Migration):
    dependencies = [
        ("incidents", "0006_seen_and_nearby"),
    ]

    operations = [
        migrations.RunSQL(fence(BY_LOOKING_UP), fence(BY_EXISTS)),
        migrations.RemoveIndex(
            model_name="incident",
            name="incidents_open_newest",
        ),
        migrations.RemoveIndex(
            model_name="incident",
            name="incidents_open_county",
        ),
        migrations.RemoveIndex(
            model_name="incident",
            name="incidents_open_township",
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                condition=models.Q(("state__lt", 70)),
                fields=["-reported_at", "-id", "due_at", "state"],
                name="incidents_open_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                condition=models.Q(("state__lt", 70)),
                fields=["county_code", "-reported_at", "-id", "due_at", "state"],
                name="incidents_open_county",
            ),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                condition=models.Q(("state__lt", 70)),
                fields=["township_code", "-reported_at", "-id", "due_at", "state"],
                name="incidents_open_township",
            ),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                condition=models.Q(("state__lt", 70)),
                fields=["community_code", "-reported_at", "-id", "due_at", "state"],
                name="incidents_open_community",
            ),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                condition=models.Q(("state__lt", 70)),
                fields=["due_at", "id", "state"],
                name="incidents_due_first",
            ),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                condition=models.Q(("state__lt", 70)),
                fields=["county_code", "due_at", "id", "state"],
                name="incidents_due_county",
            ),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                condition=models.Q(("state__lt", 70)),
                fields=["township_code", "due_at", "id", "state"],
                name="incidents_due_township",
            ),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                fields=["township_code", "item_code", "-reported_at", "-id"], name="incidents_township_item"
            ),
        ),
    ]
