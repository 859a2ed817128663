"""A run knows by itself which ground it is about: it goes on after a kill without asking the publication."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("territory", "0005_units_answer_too")]
    operations = [
        migrations.RemoveField("run", "sweeps"),
        migrations.AddField("run", "codes", models.JSONField(default=list)),
        migrations.AddField("run", "closed", models.JSONField(default=dict)),
    ]
