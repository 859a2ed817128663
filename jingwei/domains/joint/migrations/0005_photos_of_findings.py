"""Photos of what was found and settled on the spot; a matter of its own keeps them itself."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("joint", "0004_fences_of_both")]
    operations = [
        migrations.AddField(
            model_name="finding",
            name="file_ids",
            field=ArrayField(base_field=models.UUIDField(), default=list, size=None),
        )
    ]
