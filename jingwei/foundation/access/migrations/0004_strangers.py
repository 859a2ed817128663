"""Failures at user names that do not exist."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0003_doors")]
    operations = [
        migrations.CreateModel(
            name="Stranger",
            fields=[
                ("name_index", models.BinaryField(primary_key=True, serialize=False)),
                ("failures", models.PositiveIntegerField(default=0)),
                ("failed_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
    ]
