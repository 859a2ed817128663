"""Notes of people's concerns: taken in two taps, heard again with one, taken up with one more."""

from jingwei.domains.concerns.services.merging import merge_concern, separate_concern
from jingwei.domains.concerns.services.noting import NewConcern, hear_again, note_concern, withdraw_concern
from jingwei.domains.concerns.services.taking_up import grow_concern, log_concern, plug_work_log
from jingwei.domains.concerns.services.topics import load_topics, save_topic

__all__ = [
    "NewConcern",
    "grow_concern",
    "hear_again",
    "load_topics",
    "log_concern",
    "merge_concern",
    "note_concern",
    "plug_work_log",
    "save_topic",
    "separate_concern",
    "withdraw_concern",
]
