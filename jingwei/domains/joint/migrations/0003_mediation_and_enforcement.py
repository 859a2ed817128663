"""Mediation, joint enforcement, and files with meetings."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import jingwei.kernel.ids

SCOPED = [
    ("city_code", models.CharField(max_length=4)),
    ("county_code", models.CharField(blank=True, max_length=6, null=True)),
    ("township_code", models.CharField(blank=True, max_length=9, null=True)),
    ("community_code", models.CharField(blank=True, max_length=12, null=True)),
    ("grid_code", models.CharField(blank=True, max_length=15, null=True)),
    ("scope_code", models.CharField(max_length=15)),
]
CALLED = [
    ("unit_id", models.UUIDField()),
    ("unit_ids", django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
    ("called_at", models.DateTimeField()),
    ("called_by_name", models.CharField(max_length=80)),
    ("called_by_post_id", models.UUIDField(null=True)),
]


def key():
    return (
        "id",
        models.UUIDField(default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False),
    )


def to(model, **given):
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=model, **given)


def one_of(length, *values, **given):
    return models.CharField(choices=[(one, one) for one in values], max_length=length, **given)


def files():
    return django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)


class Migration(migrations.Migration):
    dependencies = [("joint", "0002_fences"), ("incidents", "0022_assists")]
    operations = [
        migrations.AddField(model_name="meeting", name="file_ids", field=files()),
        migrations.CreateModel(
            name="DisputeKind",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=20)),
                ("name_zh", models.CharField(max_length=40)),
                ("name_en", models.CharField(max_length=60)),
                ("limit", models.CharField(max_length=8)),
                ("follow_up", models.CharField(max_length=8)),
                ("position", models.PositiveSmallIntegerField()),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("code", "from_on"), name="joint_disputekind_dated")
                ]
            },
        ),
        migrations.CreateModel(
            name="Mediation",
            fields=[
                *SCOPED,
                key(),
                *CALLED,
                ("title", models.CharField(max_length=60)),
                ("kind_code", models.CharField(max_length=20)),
                ("kind_name", models.CharField(max_length=40)),
                ("way", one_of(14, "people", "administrative", "judicial")),
                ("level", models.PositiveSmallIntegerField()),
                (
                    "state",
                    one_of(10, "waiting", "running", "agreed", "performed", "failed", "withdrawn"),
                ),
                ("mediators", models.CharField(blank=True, max_length=200)),
                ("limit", models.CharField(max_length=8)),
                ("follow_up", models.CharField(max_length=8)),
                ("due_at", models.DateTimeField()),
                ("taken_at", models.DateTimeField(null=True)),
                ("agreed_at", models.DateTimeField(null=True)),
                ("follow_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("sessions", models.PositiveSmallIntegerField(default=0)),
                ("passes", models.PositiveSmallIntegerField(default=0)),
                ("performance", one_of(10, "performed", "running", "broken", blank=True)),
                ("confirmed_no", models.CharField(blank=True, max_length=60)),
                ("confirmed_on", models.DateField(null=True)),
                ("confirmed_by", models.CharField(blank=True, max_length=80)),
                ("incident", to("incidents.incident", db_index=False, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["-called_at", "-id"], name="joint_mediation_newest"),
                    models.Index(fields=["unit_id", "-called_at"], name="joint_mediation_unit"),
                    models.Index(
                        condition=models.Q(("incident__isnull", False)),
                        fields=["incident"],
                        name="joint_mediation_case",
                    ),
                    models.Index(
                        condition=models.Q(("ended_at__isnull", False)),
                        fields=["ended_at"],
                        name="joint_mediation_ended",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                key(),
                ("side", one_of(10, "applicant", "respondent")),
                ("number", models.PositiveSmallIntegerField()),
                ("name_sealed", models.BinaryField()),
                ("phone_sealed", models.BinaryField(null=True)),
                ("mediation", to("joint.mediation")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("mediation", "number"), name="joint_party_number")
                ]
            },
        ),
        migrations.CreateModel(
            name="MediationEntry",
            fields=[
                key(),
                (
                    "act",
                    one_of(
                        10,
                        "register",
                        "take",
                        "meet",
                        "agree",
                        "hand_on",
                        "fail",
                        "withdraw",
                        "confirm",
                        "follow_up",
                    ),
                ),
                ("at", models.DateTimeField()),
                ("held_at", models.DateTimeField(null=True)),
                ("unit_id", models.UUIDField()),
                ("to_unit_id", models.UUIDField(null=True)),
                ("by_name", models.CharField(max_length=80)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("names", models.CharField(blank=True, max_length=200)),
                ("words", models.TextField(blank=True)),
                ("facts", models.TextField(blank=True)),
                ("performing", models.TextField(blank=True)),
                ("file_ids", files()),
                ("mediation", to("joint.mediation")),
            ],
        ),
        migrations.CreateModel(
            name="Enforcement",
            fields=[
                *SCOPED,
                key(),
                *CALLED,
                ("title", models.CharField(max_length=60)),
                ("plan", models.CharField(max_length=2000)),
                ("place", models.CharField(max_length=200)),
                ("people", models.CharField(blank=True, max_length=200)),
                ("starts_at", models.DateTimeField()),
                ("state", one_of(10, "planned", "done", "cancelled")),
                ("ended_at", models.DateTimeField(null=True)),
                ("result", models.CharField(blank=True, max_length=2000)),
                ("file_ids", files()),
                ("incident", to("incidents.incident", db_index=False, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["-starts_at", "-id"], name="joint_enforcement_newest"),
                    models.Index(fields=["unit_id", "-starts_at"], name="joint_enforcement_lead"),
                    models.Index(
                        condition=models.Q(("incident__isnull", False)),
                        fields=["incident"],
                        name="joint_enforcement_case",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Enforcer",
            fields=[
                key(),
                ("unit_id", models.UUIDField()),
                ("reply", one_of(10, "coming", "declined", "arrived", blank=True)),
                ("people", models.CharField(blank=True, max_length=200)),
                ("remark", models.CharField(blank=True, max_length=200)),
                ("by_name", models.CharField(blank=True, max_length=80)),
                ("replied_at", models.DateTimeField(null=True)),
                ("arrived_at", models.DateTimeField(null=True)),
                ("enforcement", to("joint.enforcement", db_index=False)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("enforcement", "unit_id"), name="joint_enforcer_once")
                ]
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                key(),
                ("number", models.PositiveSmallIntegerField()),
                ("unit_id", models.UUIDField()),
                ("end", one_of(10, "settled", "incident")),
                ("words", models.CharField(max_length=500)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("found_at", models.DateTimeField()),
                ("by_name", models.CharField(max_length=80)),
                ("enforcement", to("joint.enforcement", db_index=False)),
                ("incident", to("incidents.incident", db_index=False, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("enforcement", "number"), name="joint_finding_number")
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("incident__isnull", False)),
                        fields=["incident"],
                        name="joint_finding_case",
                    )
                ],
            },
        ),
    ]
