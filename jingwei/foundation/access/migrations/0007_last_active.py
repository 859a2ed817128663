"""The day an account was last signed in with: from now on kept, before now read off the sessions that are left."""

from django.db import migrations, models

FROM_SESSIONS = """
update access_account a set last_active_on = s.day
  from (select person_id, max((created_at at time zone 'Asia/Shanghai')::date) as day
          from access_token where kind = 'session' group by person_id) s
 where s.person_id = a.person_id
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0006_planned_once")]
    operations = [
        migrations.AddField(
            model_name="account", name="last_active_on", field=models.DateField(blank=True, null=True)
        ),
        migrations.RunSQL(FROM_SESSIONS, migrations.RunSQL.noop),
    ]
