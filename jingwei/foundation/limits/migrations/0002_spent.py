"""What counts once."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("limits", "0001_tables")]

    operations = [
        migrations.CreateModel(
            name="Spent",
            fields=[
                ("key", models.BinaryField(max_length=16, primary_key=True, serialize=False)),
                ("use", models.BinaryField(max_length=16)),
                ("until_at", models.DateTimeField()),
            ],
        ),
    ]
