"""A record that was found to be a double says into which it was merged, and goes where that one goes."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

FOLLOW = """
create or replace function jw_residents_follow() returns trigger language plpgsql set search_path = public as $$
begin
  update residents_key set scope_code = new.scope_code where resident_id = new.id;
  update residents_request set city_code = new.city_code, county_code = new.county_code,
         township_code = new.township_code, community_code = new.community_code, grid_code = new.grid_code,
         scope_code = new.scope_code
   where resident_id = new.id and state = 'open';
  update residents_resident set city_code = new.city_code, county_code = new.county_code,
         township_code = new.township_code, community_code = new.community_code, grid_code = new.grid_code,
         scope_code = new.scope_code
   where merged_into_id = new.id;
  return null;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("residents", "0003_found_within")]
    operations = [
        migrations.AddField(
            "resident",
            "merged_into",
            models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="residents.resident",
            ),
        ),
        migrations.AddIndex(
            "resident",
            models.Index(
                fields=["merged_into"],
                name="residents_person_merged",
                condition=Q(("merged_into__isnull", False)),
            ),
        ),
        migrations.RunSQL(FOLLOW, migrations.RunSQL.noop),
    ]
