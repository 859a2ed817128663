"""Tasks by unit and end, for a unit's usual number of matters."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incidents", "0024_open_warnings")]

    operations = [
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["unit_id", "ended_at"], name="incidents_assignment_unit"),
        )
    ]
