"""Topics, notes, hearings, and their counts by week."""

import django.contrib.gis.db.models.fields
import django.db.models.deletion
import jingwei.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [("incidents", "0025_usual_number"), ("maps", "0002_rollups")]

    operations = [
        migrations.CreateModel(
            name="Topic",
            fields=[
                ("code", models.CharField(max_length=4, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=40)),
                ("hint", models.CharField(blank=True, max_length=120)),
                ("is_active", models.BooleanField(default=True)),
            ],
        ),
        migrations.CreateModel(
            name="Concern",
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
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=500)),
                ("address", models.CharField(blank=True, max_length=200)),
                (
                    "occasion",
                    models.CharField(choices=[("patrol", "patrol"), ("visit", "visit"), ("group", "group"), ("work", "work"), ("counter", "counter")], max_length=12),
                ),
                (
                    "position",
                    django.contrib.gis.db.models.fields.PointField(null=True, spatial_index=False, srid=4326),
                ),
                ("given_lon", models.FloatField(null=True)),
                ("given_lat", models.FloatField(null=True)),
                ("datum", models.CharField(blank=True, max_length=10)),
                ("accuracy_m", models.FloatField(null=True)),
                ("special_grid_code", models.CharField(max_length=15, null=True)),
                ("heard_at", models.DateTimeField()),
                ("noted_at", models.DateTimeField()),
                ("last_heard_at", models.DateTimeField()),
                ("times", models.PositiveIntegerField(default=1)),
                ("times_all", models.PositiveIntegerField(default=1)),
                ("post_id", models.UUIDField(null=True)),
                ("unit_id", models.UUIDField(null=True)),
                ("receipt_no", models.CharField(blank=True, max_length=20)),
                ("logged_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_reason", models.CharField(blank=True, max_length=200)),
                (
                    "map_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func("position", function="jw_map_key"),
                        output_field=models.BigIntegerField(null=True),
                    ),
                ),
                (
                    "head",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="concerns.concern",
                    ),
                ),
                (
                    "incident",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incidents.incident",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_column="topic_code",
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="concerns.topic",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["city_code", "-heard_at", "-id"], name="concerns_concern_city"),
                    models.Index(fields=["county_code", "-heard_at", "-id"], name="concerns_concern_county"),
                    models.Index(fields=["township_code", "-heard_at", "-id"], name="concerns_concern_township"),
                    models.Index(fields=["community_code", "-heard_at", "-id"], name="concerns_concern_community"),
                    models.Index(fields=["grid_code", "-heard_at", "-id"], name="concerns_concern_grid"),
                    models.Index(fields=["post_id", "-heard_at", "-id"], name="concerns_concern_own"),
                    models.Index(fields=["scope_code"], name="concerns_concern_scope"),
                    models.Index(fields=["map_key"], name="concerns_concern_map_key"),
                    models.Index(
                        condition=models.Q(("address", ""), ("withdrawn_reason", ""), ("words", ""), _negated=True),
                        fields=["last_heard_at"],
                        name="concerns_words",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("incident", None), ("logged_at", None), _connector="OR"),
                        name="concerns_taken_up_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_at", None),
                            models.Q(("head", None), ("incident", None), ("logged_at", None)),
                            _connector="OR",
                        ),
                        name="concerns_withdrawn_or_taken_up",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Hearing",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("heard_at", models.DateTimeField()),
                (
                    "occasion",
                    models.CharField(choices=[("patrol", "patrol"), ("visit", "visit"), ("group", "group"), ("work", "work"), ("counter", "counter")], max_length=12),
                ),
                ("post_id", models.UUIDField(null=True)),
                ("unit_id", models.UUIDField(null=True)),
                (
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="concerns.concern",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="WeekCount",
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
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("week", models.DateField()),
                ("topic_code", models.CharField(max_length=4)),
                ("notes", models.IntegerField()),
                ("heard", models.IntegerField()),
                ("taken_up", models.IntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["city_code", "week"], name="concerns_week_city"),
                    models.Index(fields=["county_code", "week"], name="concerns_week_county"),
                    models.Index(fields=["township_code", "week"], name="concerns_week_township"),
                    models.Index(fields=["community_code", "week"], name="concerns_week_community"),
                    models.Index(fields=["grid_code", "week"], name="concerns_week_grid"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("week", "scope_code", "topic_code"), name="concerns_weekcount_one"
                    )
                ],
            },
        ),
    ]
