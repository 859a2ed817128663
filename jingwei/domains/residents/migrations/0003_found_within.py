"""Texts are looked up area by area: what stands elsewhere is not even walked past, so it costs no time that would tell."""

from django.db import migrations, models
from django.db.models.functions import Left

from jingwei.foundation.records import found_within_sql

FIND = found_within_sql("jw_find_residents", table="residents_key", column="resident_id") + """
comment on function jw_find_residents(text, text, text, integer) is
  'Ids of residents of the asker''s own area whose keys lie between two texts; refuses without a scope.';
"""


class Migration(migrations.Migration):
    dependencies = [("residents", "0002_fences")]
    operations = [
        migrations.RemoveIndex("key", "residents_key_text"),
        migrations.AddIndex(
            "key", models.Index(fields=["scope_code", "text", "resident"], name="residents_key_within")
        ),
        migrations.AddIndex(
            "key", models.Index(Left("scope_code", 6), "text", "resident", name="residents_key_county")
        ),
        migrations.RunSQL(FIND, migrations.RunSQL.noop),
    ]
