"""Tasks that repeat: which series they belong to, and when the next one is given."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tasking", "0003_change_of_files")]

    operations = [
        migrations.AddField(
            model_name="task",
            name="repeats",
            field=models.CharField(
                blank=True,
                choices=[("daily", "daily"), ("weekly", "weekly"), ("monthly", "monthly")],
                default="",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="task", name="repeats_until", field=models.DateField(null=True)
        ),
        migrations.AddField(model_name="task", name="series_id", field=models.UUIDField(null=True)),
        migrations.AddField(
            model_name="task", name="series_from", field=models.DateTimeField(null=True)
        ),
        migrations.AddField(
            model_name="task", name="series_no", field=models.PositiveIntegerField(default=0)
        ),
        migrations.AddField(model_name="task", name="next_at", field=models.DateTimeField(null=True)),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("next_at__isnull", False)), fields=["next_at"], name="tasking_task_next"
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("series_id__isnull", False)),
                fields=["series_id"],
                name="tasking_task_series",
            ),
        ),
    ]
