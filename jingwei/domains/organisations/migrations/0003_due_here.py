"""What is due in one grid, by kind."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organisations", "0002_fences")]

    operations = [
        migrations.AddIndex(
            model_name="organisation",
            index=models.Index(
                condition=models.Q(("due_on__isnull", False), ("ended_at", None)),
                fields=["scope_code", "kind", "due_on", "id"],
                name="organisations_org_due_here",
            ),
        ),
    ]
