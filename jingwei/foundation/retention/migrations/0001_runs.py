"""What proves that retention is carried out. Rows hold no ids and nothing of anybody: no fence, and nobody empties it."""

from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [("areas", "0001_ground")]

    operations = [
        migrations.CreateModel(
            name="Run",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("day", models.DateField()),
                ("runs", models.PositiveIntegerField(default=0)),
                ("failures", models.PositiveIntegerField(default=0)),
                ("gone", models.PositiveBigIntegerField(default=0)),
                ("first_at", models.DateTimeField()),
                ("last_at", models.DateTimeField()),
                ("last_good_at", models.DateTimeField(null=True)),
                ("last_gone", models.PositiveBigIntegerField(default=0)),
                ("last_ms", models.PositiveIntegerField(default=0)),
                ("last_error", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kind", "day"), name="retention_run_once_a_day")],
            },
        ),
        migrations.RunSQL("revoke truncate on retention_run from jingwei_app", migrations.RunSQL.noop),
    ]
