"""Incidents on the map: their place as one number, and triggers, which nobody can call, that count them by squares."""

from django.db import migrations, models

from jingwei.foundation.maps.contracts.rollups import COLUMNS, CountedTable, base_counts_sql, rollup_sql

STATES = {
    10: "reported",
    20: "accepted",
    30: "dispatched",
    40: "handling",
    50: "handled",
    60: "verified",
    70: "closed",
    80: "voided",
}
COUNTED = CountedTable(
    table="incidents_incident",
    layer="incidents",
    a="case r.state " + " ".join(f"when {state} then '{kind}'" for state, kind in STATES.items()) + " end",
    b="left(r.item_code, 2)",
    day="((r.reported_at at time zone 'Asia/Shanghai')::date - date '1970-01-01')",
    when="r.head_id is null and r.sight_floor > 0",
    floor="r.sight_floor",
    about="r.about_unit_id",
    columns=("state", "item_code", "reported_at", "head_id", "sight_floor", "about_unit_id"),
    touches=("title", "is_urgent", "due_at", "warn_at", "suspended_at"),
    participants=("incidents_participant", "incident_id"),
)
"""As it was when this migration was written; ``rules.on_map`` says the same, and a test compares counts with rows."""

COUNT_WHAT_STANDS = "".join(
    f"insert into maps_delta ({COLUMNS}) {base_counts_sql(COUNTED, by_unit=by_unit)};\n" for by_unit in (False, True)
)


class Migration(migrations.Migration):
    dependencies = [("incidents", "0017_unfolded_nearby"), ("maps", "0002_rollups")]

    operations = [
        migrations.AddField(
            model_name="incident",
            name="map_key",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func("position", function="jw_map_key"),
                output_field=models.BigIntegerField(null=True),
            ),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                condition=models.Q(("map_key__isnull", False)),
                fields=["state", "map_key"],
                name="incidents_map_key",
            ),
        ),
        migrations.RunSQL(*rollup_sql(COUNTED)),
        migrations.RunSQL(COUNT_WHAT_STANDS, migrations.RunSQL.noop),
    ]
