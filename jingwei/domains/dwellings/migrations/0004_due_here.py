"""What is due in one grid, of buildings and of houses."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dwellings", "0003_on_the_map"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="building",
            index=models.Index(
                condition=models.Q(("due_on__isnull", False), ("ended_at", None)),
                fields=["scope_code", "due_on", "id"],
                name="dwellings_bldg_due_here",
            ),
        ),
        migrations.AddIndex(
            model_name="house",
            index=models.Index(
                condition=models.Q(("due_on__isnull", False), ("ended_at", None)),
                fields=["scope_code", "due_on", "id"],
                name="dwellings_house_due_here",
            ),
        ),
    ]
