"""What moving borders needs to know: what has a position goes with its ground, the rest where its area's code goes."""

from jingwei.foundation.areas.contracts import GroundTable

ORGANISATION_GROUND = GroundTable(
    table="organisations_organisation",
    label_zh="组织和场所",
    label_en="Organisations and places",
    is_open="ended_at is null",
)
