"""Marks. Room on the page lets one be renewed in place."""

from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Mark",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("mark", models.UUIDField()),
            ],
        ),
        migrations.RunSQL(
            """
alter table memory_mark set (fillfactor = 50);
revoke delete, truncate on memory_mark from jingwei_app;
""",
            migrations.RunSQL.noop,
        ),
    ]
