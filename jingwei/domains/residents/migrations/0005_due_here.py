"""What is due in one grid, of residents."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("residents", "0004_merged")]

    operations = [
        migrations.AddIndex(
            model_name="resident",
            index=models.Index(
                condition=models.Q(("due_on__isnull", False), ("ended_at", None)),
                fields=["scope_code", "due_on", "id"],
                name="residents_person_due_here",
            ),
        ),
    ]
