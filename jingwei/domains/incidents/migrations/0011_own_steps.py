"""One's own steps, for one's own figures: found by person and time, however many steps were ever taken."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("incidents", "0010_following"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="step",
            index=models.Index(
                condition=models.Q(("person_id__isnull", False)),
                fields=["person_id", "-at"],
                name="incidents_step_person",
            ),
        ),
    ]
