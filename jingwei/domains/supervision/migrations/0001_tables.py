import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import jingwei.kernel.ids

KEY = models.UUIDField(
    default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
)
INCIDENT = models.ForeignKey(
    db_index=False,
    on_delete=django.db.models.deletion.PROTECT,
    related_name="+",
    to="incidents.incident",
)


class Migration(migrations.Migration):
    initial = True
    dependencies = [("incidents", "0024_open_warnings")]

    operations = [
        migrations.CreateModel(
            name="PolicyVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_on", models.DateField(unique=True)),
                ("rungs", models.JSONField()),
                ("note_limit", models.CharField(max_length=8)),
                ("plan_limit", models.CharField(max_length=8)),
                ("recheck_limit", models.CharField(max_length=8)),
                ("repeated_times", models.PositiveSmallIntegerField()),
                ("bad_stars", models.PositiveSmallIntegerField()),
                ("entered_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Card",
            fields=[
                ("id", KEY.clone()),
                (
                    "kind",
                    models.CharField(
                        choices=[("ordinary", "ordinary"), ("yellow", "yellow"), ("red", "red")],
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("raised", "raised"),
                            ("answered", "answered"),
                            ("sent_back", "sent_back"),
                            ("accepted", "accepted"),
                            ("lifted", "lifted"),
                            ("replaced", "replaced"),
                            ("over", "over"),
                        ],
                        max_length=10,
                    ),
                ),
                ("unit_id", models.UUIDField()),
                ("by_unit_id", models.UUIDField()),
                ("by_area", models.CharField(max_length=15)),
                ("by_name", models.CharField(max_length=80)),
                ("by_rule", models.JSONField(null=True)),
                ("reason", models.CharField(max_length=500)),
                ("raised_at", models.DateTimeField()),
                ("missed", models.PositiveSmallIntegerField(default=0)),
                ("missed_due_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("incident", INCIDENT.clone()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("incident",),
                        name="supervision_card_one_open",
                    )
                ],
                "indexes": [
                    models.Index(fields=["incident", "raised_at"], name="supervision_card_matter"),
                    models.Index(fields=["-raised_at", "-id"], name="supervision_card_newest"),
                    models.Index(fields=["unit_id", "-raised_at"], name="supervision_card_unit"),
                    models.Index(fields=["by_unit_id", "-raised_at"], name="supervision_card_raiser"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CardEntry",
            fields=[
                ("id", KEY.clone()),
                ("act", models.CharField(max_length=10)),
                ("at", models.DateTimeField()),
                ("unit_id", models.UUIDField(null=True)),
                ("post_id", models.UUIDField(null=True)),
                ("by_name", models.CharField(max_length=80)),
                ("words", models.CharField(blank=True, max_length=1000)),
                (
                    "card",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="supervision.card",
                    ),
                ),
                ("incident", INCIDENT.clone()),
            ],
            options={"indexes": [models.Index(fields=["card", "at"], name="supervision_cardentry_card")]},
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", KEY.clone()),
                ("version", models.PositiveIntegerField()),
                ("unit_id", models.UUIDField()),
                ("noted_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("answer_name", models.CharField(blank=True, max_length=80)),
                ("answer_post_id", models.UUIDField(null=True)),
                ("answer", models.CharField(blank=True, max_length=1000)),
                ("incident", INCIDENT.clone()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("incident", "version"), name="supervision_note_once")
                ]
            },
        ),
        migrations.CreateModel(
            name="LapseFound",
            fields=[
                ("id", KEY.clone()),
                (
                    "lapse",
                    models.CharField(
                        choices=[
                            ("slow", "slow"),
                            ("returned", "returned"),
                            ("rework", "rework"),
                            ("against_word", "against_word"),
                        ],
                        max_length=12,
                    ),
                ),
                ("key", models.CharField(max_length=60)),
                ("unit_id", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("incident", INCIDENT.clone()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("incident", "lapse", "key"), name="supervision_lapse_once"
                    )
                ],
                "indexes": [
                    models.Index(fields=["-at", "-id"], name="supervision_lapse_newest"),
                    models.Index(fields=["unit_id", "-at"], name="supervision_lapse_unit"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                ("city_code", models.CharField(max_length=4)),
                ("county_code", models.CharField(blank=True, max_length=6, null=True)),
                ("township_code", models.CharField(blank=True, max_length=9, null=True)),
                ("community_code", models.CharField(blank=True, max_length=12, null=True)),
                ("grid_code", models.CharField(blank=True, max_length=15, null=True)),
                ("scope_code", models.CharField(max_length=15)),
                ("id", KEY.clone()),
                ("unit_id", models.UUIDField()),
                ("receiver_unit_id", models.UUIDField()),
                ("title", models.CharField(max_length=60)),
                ("finding", models.CharField(max_length=2000)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("raised", "raised"),
                            ("planned", "planned"),
                            ("rectified", "rectified"),
                            ("failed", "failed"),
                            ("closed", "closed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("raised_at", models.DateTimeField()),
                ("by_name", models.CharField(max_length=80)),
                ("plan", models.CharField(blank=True, max_length=2000)),
                ("due_at", models.DateTimeField(null=True)),
                ("failed", models.PositiveSmallIntegerField(default=0)),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["-raised_at", "-id"], name="supervision_case_newest"),
                    models.Index(
                        fields=["receiver_unit_id", "-raised_at"], name="supervision_case_receiver"
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="CaseEntry",
            fields=[
                ("id", KEY.clone()),
                ("act", models.CharField(max_length=10)),
                ("at", models.DateTimeField()),
                ("unit_id", models.UUIDField(null=True)),
                ("post_id", models.UUIDField(null=True)),
                ("by_name", models.CharField(max_length=80)),
                ("words", models.CharField(blank=True, max_length=2000)),
                ("due_at", models.DateTimeField(null=True)),
                (
                    "file_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="supervision.case",
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["case", "at"], name="supervision_caseentry_case")]},
        ),
    ]
