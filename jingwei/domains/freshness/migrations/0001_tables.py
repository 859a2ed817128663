"""Collection tasks, the records in them, and counts of freshness."""

import django.db.models.deletion
import jingwei.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Collection",
            fields=[
                ("city_code", models.CharField(max_length=4)),
                ("county_code", models.CharField(blank=True, max_length=6, null=True)),
                ("township_code", models.CharField(blank=True, max_length=9, null=True)),
                ("community_code", models.CharField(blank=True, max_length=12, null=True)),
                ("grid_code", models.CharField(blank=True, max_length=15, null=True)),
                ("scope_code", models.CharField(max_length=15)),
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("place", models.CharField(max_length=130)),
                ("building_id", models.UUIDField(null=True)),
                ("address", models.CharField(max_length=200)),
                ("sort", models.CharField(max_length=240)),
                ("given_at", models.DateTimeField()),
                ("updated_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("closed_at", None)),
                        fields=["county_code", "sort", "id"],
                        name="freshness_open_county",
                    ),
                    models.Index(
                        condition=models.Q(("closed_at", None)),
                        fields=["township_code", "sort", "id"],
                        name="freshness_open_township",
                    ),
                    models.Index(
                        condition=models.Q(("closed_at", None)),
                        fields=["community_code", "sort", "id"],
                        name="freshness_open_community",
                    ),
                    models.Index(
                        condition=models.Q(("closed_at", None)),
                        fields=["grid_code", "sort", "id"],
                        name="freshness_open_grid",
                    ),
                    models.Index(fields=["scope_code"], name="freshness_collection_scope"),
                    models.Index(
                        condition=models.Q(("closed_at__isnull", False)),
                        fields=["closed_at"],
                        name="freshness_collection_closed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GridCount",
            fields=[
                ("city_code", models.CharField(max_length=4)),
                ("county_code", models.CharField(blank=True, max_length=6, null=True)),
                ("township_code", models.CharField(blank=True, max_length=9, null=True)),
                ("community_code", models.CharField(blank=True, max_length=12, null=True)),
                ("grid_code", models.CharField(blank=True, max_length=15, null=True)),
                ("scope_code", models.CharField(max_length=15)),
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("counted_on", models.DateField()),
                ("records", models.PositiveIntegerField()),
                ("fresh", models.PositiveIntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["county_code", "kind"], name="freshness_count_county"),
                    models.Index(fields=["township_code", "kind"], name="freshness_count_township"),
                    models.Index(
                        fields=["community_code", "kind"], name="freshness_count_community"
                    ),
                    models.Index(fields=["grid_code", "kind"], name="freshness_count_grid"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scope_code", "kind"), name="freshness_count_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("record_id", models.UUIDField()),
                ("due_on", models.DateField()),
                (
                    "state",
                    models.PositiveSmallIntegerField(
                        choices=[(10, "OPEN"), (20, "ABSENT"), (70, "CONFIRMED"), (80, "LEFT")]
                    ),
                ),
                ("given_at", models.DateTimeField()),
                ("marked_at", models.DateTimeField(null=True)),
                ("again_on", models.DateField(null=True)),
                ("post_id", models.UUIDField(null=True)),
                (
                    "collection",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="freshness.collection",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["collection", "state"], name="freshness_item_of"),
                    models.Index(fields=["record_id", "-given_at"], name="freshness_item_record"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", 10)),
                        fields=("kind", "record_id"),
                        name="freshness_item_open_once",
                    )
                ],
            },
        ),
    ]
