"""Who has what open."""

import jingwei.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [("areas", "0001_ground")]

    operations = [
        migrations.CreateModel(
            name="Presence",
            fields=[
                ("id", models.UUIDField(default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("subject_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("post_id", models.UUIDField()),
                ("is_typing", models.BooleanField(default=False)),
                ("seen_at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("subject_id", "person_id"), name="live_presence_once")],
            },
        ),
    ]
