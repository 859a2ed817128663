"""Components and resources as numbers of squares, and components counted by them."""

from django.db import migrations, models

from jingwei.domains.ledger.rules.map_marks import COMPONENT_COUNTED
from jingwei.foundation.maps.contracts.rollups import rollup_sql


def _key() -> models.GeneratedField:
    return models.GeneratedField(
        db_persist=True,
        expression=models.Func("position", function="jw_map_key"),
        output_field=models.BigIntegerField(null=True),
    )


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_fences"), ("maps", "0002_rollups")]
    operations = [
        *(migrations.AddField(model_name=name, name="map_key", field=_key()) for name in ("component", "resource")),
        *(
            migrations.AddIndex(
                model_name=name, index=models.Index(fields=["map_key"], name=f"ledger_{name}_map_key")
            )
            for name in ("component", "resource")
        ),
        migrations.RunSQL(*rollup_sql(COMPONENT_COUNTED)),
    ]
