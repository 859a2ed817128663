"""What an entry was made of."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("worklog", "0004_day_counts")]

    operations = [
        migrations.AddField(
            model_name="logentry", name="origin", field=models.CharField(blank=True, default="", max_length=10), preserve_default=False
        ),
    ]
