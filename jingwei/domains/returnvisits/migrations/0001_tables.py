"""Return visits with what is counted of them, samples with their checks, and the policy."""

import django.contrib.postgres.fields
import django.db.models.deletion
import jingwei.kernel.ids
from django.db import migrations, models


def key():
    return (
        "id",
        models.UUIDField(default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False),
    )


def place():
    return [
        ("city_code", models.CharField(max_length=4)),
        ("county_code", models.CharField(blank=True, max_length=6, null=True)),
        ("township_code", models.CharField(blank=True, max_length=9, null=True)),
        ("community_code", models.CharField(blank=True, max_length=12, null=True)),
        ("grid_code", models.CharField(blank=True, max_length=15, null=True)),
        ("scope_code", models.CharField(max_length=15)),
    ]


def behind():
    return [
        *place(),
        ("unit_id", models.UUIDField()),
        ("handler_unit_id", models.UUIDField(null=True)),
        ("about_unit_id", models.UUIDField(null=True)),
        ("sight_floor", models.PositiveSmallIntegerField()),
    ]


def incident():
    return (
        "incident",
        models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.PROTECT,
            related_name="+",
            to="incidents.incident",
        ),
    )


def choices(*values):
    return [(one, one) for one in values]


LEVELS = ("city", "county", "township", "community", "grid")


class Migration(migrations.Migration):
    initial = True
    dependencies = [("incidents", "0022_assists")]

    operations = [
        migrations.CreateModel(
            name="Policy",
            fields=[
                key(),
                ("from_on", models.DateField(unique=True)),
                ("limit", models.CharField(max_length=8)),
                ("tries", models.PositiveSmallIntegerField()),
                ("sends_link", models.BooleanField()),
                ("link_days", models.PositiveSmallIntegerField()),
                ("lines", models.JSONField(default=list)),
                ("entered_at", models.DateTimeField()),
                ("entered_by_name", models.CharField(max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name="Sample",
            fields=[
                *place(),
                key(),
                ("unit_id", models.UUIDField()),
                ("from_on", models.DateField()),
                ("until_on", models.DateField()),
                ("item_prefix", models.CharField(blank=True, max_length=6)),
                ("asked_count", models.PositiveSmallIntegerField()),
                ("population", models.PositiveIntegerField()),
                ("seed", models.CharField(max_length=32)),
                ("limit", models.CharField(max_length=8)),
                ("drawn_at", models.DateTimeField()),
                ("drawn_by_name", models.CharField(max_length=80)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["scope_code", "-drawn_at"], name="returnvisits_sample_area")
                ]
            },
        ),
        migrations.CreateModel(
            name="Count",
            fields=[
                *behind(),
                key(),
                ("day_on", models.DateField()),
                ("planned", models.IntegerField()),
                ("reached", models.IntegerField()),
                ("unreached", models.IntegerField()),
                ("solved", models.IntegerField()),
                ("satisfied", models.IntegerField()),
                ("late", models.IntegerField()),
                ("reopened", models.IntegerField()),
            ],
            options={
                "indexes": [
                    *(
                        models.Index(fields=[f"{one}_code", "day_on"], name=f"returnvisits_count_{one}")
                        for one in LEVELS
                    ),
                    models.Index(fields=["handler_unit_id", "day_on"], name="returnvisits_count_handler"),
                    models.Index(fields=["unit_id", "day_on"], name="returnvisits_count_caller"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=(
                            "day_on",
                            "scope_code",
                            "unit_id",
                            "handler_unit_id",
                            "about_unit_id",
                            "sight_floor",
                        ),
                        name="returnvisits_count_once",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                *behind(),
                key(),
                ("receipt_no", models.CharField(max_length=20)),
                ("item_code", models.CharField(blank=True, max_length=6)),
                ("item_name", models.CharField(blank=True, max_length=80)),
                ("why", models.CharField(choices=choices("drawn", "asked"), max_length=8)),
                (
                    "state",
                    models.CharField(
                        choices=choices("wished", "waiting", "reached", "unreached", "withdrawn"),
                        max_length=10,
                    ),
                ),
                ("asked_by_name", models.CharField(blank=True, max_length=80)),
                ("asked_reason", models.CharField(blank=True, max_length=200)),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_on", models.DateField(null=True)),
                ("planned_at", models.DateTimeField()),
                ("due_at", models.DateTimeField(null=True)),
                ("is_late", models.BooleanField(default=False)),
                ("has_phone", models.BooleanField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("last_try_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("way", models.CharField(blank=True, choices=choices("phone", "link", "app"), max_length=6)),
                ("is_solved", models.BooleanField(null=True)),
                ("stars", models.PositiveSmallIntegerField(null=True)),
                ("remark", models.CharField(blank=True, max_length=500)),
                ("by_name", models.CharField(blank=True, max_length=80)),
                ("by_post_id", models.UUIDField(null=True)),
                ("reopened_at", models.DateTimeField(null=True)),
                ("link_index", models.BinaryField(max_length=16, null=True)),
                ("link_until", models.DateTimeField(null=True)),
                incident(),
            ],
            options={
                "indexes": [
                    *(
                        models.Index(
                            fields=[f"{one}_code", "-closed_at", "-id"], name=f"returnvisits_visit_{one}"
                        )
                        for one in LEVELS
                    ),
                    models.Index(
                        fields=["handler_unit_id", "-closed_at", "-id"], name="returnvisits_visit_handler"
                    ),
                    models.Index(fields=["unit_id", "-closed_at", "-id"], name="returnvisits_visit_caller"),
                    models.Index(
                        fields=["due_at", "id"],
                        name="returnvisits_visit_waiting",
                        condition=models.Q(("state", "waiting")),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("incident", "closed_at"), name="returnvisits_visit_once", nulls_distinct=False
                    ),
                    models.UniqueConstraint(fields=("link_index",), name="returnvisits_visit_link"),
                    models.CheckConstraint(
                        condition=models.Q(("stars", None), ("stars__range", (1, 5)), _connector="OR"),
                        name="returnvisits_visit_stars",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SpotCheck",
            fields=[
                *behind(),
                key(),
                ("receipt_no", models.CharField(max_length=20)),
                ("item_name", models.CharField(blank=True, max_length=80)),
                ("closed_at", models.DateTimeField()),
                ("post_id", models.UUIDField(null=True)),
                ("due_at", models.DateTimeField(null=True)),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "finding",
                    models.CharField(
                        blank=True, choices=choices("as_reported", "partly", "not_done"), max_length=12
                    ),
                ),
                ("remark", models.CharField(blank=True, max_length=500)),
                ("distance_m", models.PositiveIntegerField(null=True)),
                ("accuracy_m", models.FloatField(null=True)),
                (
                    "file_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("by_name", models.CharField(blank=True, max_length=80)),
                ("by_post_id", models.UUIDField(null=True)),
                incident(),
                (
                    "sample",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="returnvisits.sample",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["scope_code", "-id"], name="returnvisits_check_area"),
                    models.Index(
                        fields=["post_id", "-id"],
                        name="returnvisits_check_post",
                        condition=models.Q(("post_id__isnull", False)),
                    ),
                    models.Index(
                        fields=["done_at"],
                        name="returnvisits_check_done",
                        condition=models.Q(("done_at__isnull", False)),
                    ),
                    models.Index(fields=["incident"], name="returnvisits_check_case"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("sample", "incident"), name="returnvisits_check_once")
                ],
            },
        ),
    ]
