"""Buildings counted by squares."""

from django.db import migrations

from jingwei.domains.dwellings.rules.map_marks import BUILDING_COUNTED
from jingwei.foundation.maps.contracts.rollups import rollup_sql


class Migration(migrations.Migration):
    dependencies = [("dwellings", "0002_fences"), ("maps", "0002_rollups")]
    operations = [migrations.RunSQL(*rollup_sql(BUILDING_COUNTED))]
