from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("territory", "0006_ground_of_runs")]

    operations = [
        migrations.AlterField(
            model_name="run",
            name="state",
            field=models.CharField(
                choices=[(one, one) for one in ("planning", "moving", "sweeping", "finishing", "done")],
                max_length=10,
            ),
        ),
    ]
