"""What moving borders needs to know: collection tasks stand nowhere, and go where their area's code goes."""

from jingwei.foundation.areas.contracts import GroundTable

COLLECTION_GROUND = GroundTable(
    table="freshness_collection",
    label_zh="采集任务",
    label_en="Collection tasks",
    position=None,
    is_open="closed_at is null",
)
