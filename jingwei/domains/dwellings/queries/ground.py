"""What moving borders needs to know: buildings and houses go with the ground they stand on."""

from jingwei.foundation.areas.contracts import GroundTable

BUILDING_GROUND = GroundTable(
    table="dwellings_building",
    label_zh="楼栋",
    label_en="Buildings",
    special="special_grid_code",
    is_open="ended_at is null",
)
HOUSE_GROUND = GroundTable(
    table="dwellings_house",
    label_zh="房屋",
    label_en="Houses",
    special="special_grid_code",
    is_open="ended_at is null",
)
