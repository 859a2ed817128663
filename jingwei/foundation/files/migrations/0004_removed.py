"""Files whose content is gone at the end of its retention: that there was one stays with the matter."""

from django.db import migrations, models

GRANT = "grant update (removed_at, lon, lat, position_datum, taken_at) on files_file to jingwei_app"
BACK = "revoke update (removed_at, lon, lat, position_datum, taken_at) on files_file from jingwei_app"


class Migration(migrations.Migration):
    dependencies = [("files", "0003_uploads")]
    operations = [
        migrations.AddField(
            model_name="file", name="removed_at", field=models.DateTimeField(null=True)
        ),
        migrations.RunSQL(GRANT, BACK),
    ]
