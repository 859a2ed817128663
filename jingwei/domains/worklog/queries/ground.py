"""What moving borders needs to know of the work log."""

from jingwei.foundation.areas.contracts import GroundTable

LOG_GROUND = GroundTable(
    table="worklog_logentry",
    label_zh="工作日志",
    label_en="Entries of the work log",
    special="special_grid_code",
)
