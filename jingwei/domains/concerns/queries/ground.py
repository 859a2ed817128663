"""What moving borders needs to know of notes."""

from jingwei.foundation.areas.contracts import GroundTable

CONCERN_GROUND = GroundTable(
    table="concerns_concern",
    label_zh="民情",
    label_en="Notes of people's concerns",
    special="special_grid_code",
    is_told="withdrawn_at is null",
)
