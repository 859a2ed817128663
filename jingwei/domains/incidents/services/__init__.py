"""Verbs of the incident loop. The door for other apps; each family of verbs has its own module."""

from jingwei.domains.incidents.services.asking import answer_question, ask_reporter
from jingwei.domains.incidents.services.centre import (
    accept_incident,
    close_incident,
    dispatch_incident,
    escalate_incident,
    grant_extension,
    recall_incident,
    refuse_extension,
    resume_incident,
    suspend_incident,
    take_up_incident,
    void_incident,
)
from jingwei.domains.incidents.services.checking import fail_check, note_incident, pass_check
from jingwei.domains.incidents.services.correcting import Correction, correct_incident
from jingwei.domains.incidents.services.course import Proof
from jingwei.domains.incidents.services.handing import HandedOver, hand_over_work
from jingwei.domains.incidents.services.handling import (
    ask_extension,
    assign_task,
    handle_task,
    return_task,
    take_task,
)
from jingwei.domains.incidents.services.intake import NewReport, Receipt, report_incident, report_tip
from jingwei.domains.incidents.services.leading import instruct_incident, urge_incident
from jingwei.domains.incidents.services.reporter import (
    Verdict,
    edit_report,
    proved_reporter,
    rate_incident,
    reopen_incident,
    reveal_reporter,
)
from jingwei.domains.incidents.services.seeing import note_seen

__all__ = [
    "Correction",
    "HandedOver",
    "NewReport",
    "Proof",
    "Receipt",
    "Verdict",
    "accept_incident",
    "answer_question",
    "ask_extension",
    "ask_reporter",
    "assign_task",
    "close_incident",
    "correct_incident",
    "dispatch_incident",
    "edit_report",
    "escalate_incident",
    "fail_check",
    "grant_extension",
    "hand_over_work",
    "handle_task",
    "instruct_incident",
    "note_incident",
    "note_seen",
    "pass_check",
    "proved_reporter",
    "rate_incident",
    "recall_incident",
    "refuse_extension",
    "reopen_incident",
    "report_incident",
    "report_tip",
    "resume_incident",
    "return_task",
    "reveal_reporter",
    "suspend_incident",
    "take_task",
    "take_up_incident",
    "urge_incident",
    "void_incident",
]
