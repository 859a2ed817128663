"""Buckets. Room on each page lets a row be renewed in place; no index beside the key, which would forbid that."""

from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Bucket",
            fields=[
                ("key", models.BinaryField(max_length=16, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=40)),
                ("full_at", models.DateTimeField()),
            ],
        ),
        migrations.RunSQL("alter table limits_bucket set (fillfactor = 50)", migrations.RunSQL.noop),
    ]
