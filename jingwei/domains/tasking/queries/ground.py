"""What moving borders needs to know: tasks and shares stand nowhere, and go where their area's code goes."""

from jingwei.foundation.areas.contracts import GroundTable

TASK_GROUND = GroundTable(table="tasking_task", label_zh="下达的任务", label_en="Tasks", position=None)
SHARE_GROUND = GroundTable(
    table="tasking_share",
    label_zh="任务分件",
    label_en="Shares of tasks",
    position=None,
    is_open="state < 70",
)
