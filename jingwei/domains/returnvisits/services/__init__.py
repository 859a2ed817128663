"""Verbs of return visits: plan, ask for one, record a call, answer by link; draw a sample, record what was found."""

from jingwei.domains.returnvisits.services.checking import NewSample, SpotResult, draw_sample, record_check
from jingwei.domains.returnvisits.services.linking import LinkedVisit, answer_by_link, linked_visit
from jingwei.domains.returnvisits.services.planning import ask_visit, follow_step, mark_late
from jingwei.domains.returnvisits.services.policy import enter_policy
from jingwei.domains.returnvisits.services.visiting import record_visit

__all__ = [
    "LinkedVisit",
    "NewSample",
    "SpotResult",
    "answer_by_link",
    "ask_visit",
    "draw_sample",
    "enter_policy",
    "follow_step",
    "linked_visit",
    "mark_late",
    "record_check",
    "record_visit",
]
