"""The warnings that nobody has answered yet, in the order of their deadlines: what the page of warnings reads."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incidents", "0023_clocks")]
    operations = [
        migrations.AddIndex(
            "clockwarning",
            models.Index(
                condition=models.Q(("answered_at", None)),
                fields=["due_at", "id"],
                name="incidents_warning_open",
            ),
        ),
    ]
