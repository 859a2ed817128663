"""What moving borders needs to know of visits: they go where their area's code goes."""

from jingwei.foundation.areas.contracts import GroundTable

DOOR_VISIT_GROUND = GroundTable(
    table="doorvisits_doorvisit", label_zh="入户走访", label_en="Door visits", position=None
)
