"""What moving borders needs to know of the ledger's tables: what stands somewhere goes with the ground."""

from jingwei.foundation.areas.contracts import GroundTable

COMPONENT_GROUND = GroundTable(
    table="ledger_component",
    label_zh="部件",
    label_en="Components",
    special="special_grid_code",
    is_open="life < 90",
)
RESOURCE_GROUND = GroundTable(
    table="ledger_resource",
    label_zh="资源",
    label_en="Resources",
    special="special_grid_code",
    is_open="state < 90",
)
