"""What moving borders needs to know: people stand nowhere on a map; their records go where their area's code goes.

Those who live in a registered house follow it (``dwellings.Follower``).
"""

from jingwei.foundation.areas.contracts import GroundTable

RESIDENT_GROUND = (
    GroundTable(
        table="residents_resident",
        label_zh="实有人口",
        label_en="Residents",
        position=None,
        is_open="ended_at is null",
    ),
    GroundTable(table="residents_residence", label_zh="居住经历", label_en="Residences", position=None),
    GroundTable(table="residents_household", label_zh="户", label_en="Households", position=None),
)
