"""Which area it was on that day, kept when borders move: the other codes follow the ground."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incidents", "0019_subjects")]
    operations = [migrations.AddField("incident", "day_code", models.CharField(max_length=15, null=True))]
