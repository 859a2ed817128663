"""What moving borders needs to know: visits and checks stand behind matters and go where their area's code goes."""

from jingwei.foundation.areas.contracts import GroundTable

VISIT_GROUND = GroundTable(
    table="returnvisits_visit",
    label_zh="回访",
    label_en="Return visits",
    position=None,
    is_open="state = 'waiting'",
)
SAMPLE_GROUND = GroundTable(
    table="returnvisits_sample", label_zh="抽查样本", label_en="Samples", position=None
)
CHECK_GROUND = GroundTable(
    table="returnvisits_spotcheck",
    label_zh="抽查核实",
    label_en="Spot checks",
    position=None,
    is_open="done_at is null",
)
