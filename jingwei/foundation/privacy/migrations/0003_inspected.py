"""Inspectors see who looked: at what lies in their area, and whose post lies in it. Nobody else sees more than before.

The role is asked for as well as the scope (``jw.role``): a desk of the same area must not see who else looked.
Looks that lie nowhere (messages sent by the system) are for the inspectors of a whole city.
"""

from django.db import migrations, models

FENCE = """
create policy inspected on privacy_reveal for select using (
  case when nullif(current_setting('jw.role', true), '') is distinct from 'inspector' then false
       when starts_with(area_code, (select jw_scope())) then true
       when starts_with(viewer_area, (select jw_scope())) then true
       when area_code = '' and viewer_area = '' then length((select jw_scope())) = 4
       else false end);
"""


class Migration(migrations.Migration):
    dependencies = [("privacy", "0002_fences")]
    operations = [
        migrations.AddField("reveal", "manner", models.CharField(db_default="opened", default="opened", max_length=10)),
        migrations.AddField("reveal", "area_code", models.CharField(blank=True, db_default="", default="", max_length=15)),
        migrations.AddField(
            "reveal", "viewer_area", models.CharField(blank=True, db_default="", default="", max_length=15)
        ),
        migrations.AddIndex("reveal", models.Index(fields=["at", "id"], name="privacy_reveal_at")),
        migrations.AddIndex("reveal", models.Index(fields=["person_id", "at"], name="privacy_reveal_viewer")),
        migrations.RunSQL(FENCE, "drop policy inspected on privacy_reveal;"),
    ]
