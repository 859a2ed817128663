"""Tasks from above: given, acknowledged, passed down, reported, accepted."""

from jingwei.domains.tasking.services.answering import Answer, answer_task
from jingwei.domains.tasking.services.giving import NewShare, NewTask, give_task, pass_task_down
from jingwei.domains.tasking.services.repeating import give_due, stop_repeating
from jingwei.domains.tasking.services.steering import steer_task

__all__ = [
    "Answer",
    "NewShare",
    "NewTask",
    "answer_task",
    "give_due",
    "give_task",
    "pass_task_down",
    "steer_task",
    "stop_repeating",
]
