"""What moving borders needs to know: a case goes where its area's code goes."""

from jingwei.foundation.areas.contracts import GroundTable

CASE_GROUND = GroundTable(
    table="supervision_case",
    label_zh="综治督导",
    label_en="Supervised areas",
    position=None,
    is_open="ended_at is null",
)
