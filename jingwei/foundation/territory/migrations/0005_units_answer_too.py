"""Units stand in areas as posts do: what becomes of them is answered in the same way."""

from django.db import migrations, models

SUBJECTS = [("post", "post"), ("unit", "unit")]


class Migration(migrations.Migration):
    dependencies = [("territory", "0004_geometry_fences")]
    operations = [
        migrations.RemoveConstraint("answer", "territory_answer_once"),
        migrations.RenameField("answer", "post_id", "subject_id"),
        migrations.RenameField("movedpost", "post_id", "subject_id"),
        migrations.AddField("answer", "subject", models.CharField(choices=SUBJECTS, default="post", max_length=4)),
        migrations.AddField("movedpost", "subject", models.CharField(choices=SUBJECTS, default="post", max_length=4)),
        migrations.AddConstraint(
            "answer", models.UniqueConstraint(fields=["draft", "subject_id"], name="territory_answer_once")
        ),
    ]
