"""Verbs of joint work: whistles, joint meetings, mediation, joint enforcement."""

from jingwei.domains.joint.services.agreeing import (
    Agreement,
    Session,
    agree_mediation,
    confirm_agreement,
    follow_up_mediation,
    record_session,
    reveal_parties,
    write_agreement,
)
from jingwei.domains.joint.services.enforcing import (
    NewEnforcement,
    NewFinding,
    answer_enforcement,
    cancel_enforcement,
    finish_enforcement,
    plan_enforcement,
    record_finding,
)
from jingwei.domains.joint.services.mediating import (
    NewMediation,
    fail_mediation,
    hand_on_mediation,
    register_mediation,
    take_mediation,
    withdraw_mediation,
)
from jingwei.domains.joint.services.meetings import (
    Minutes,
    NewMeeting,
    call_meeting,
    cancel_meeting,
    finish_decision,
    record_minutes,
)
from jingwei.domains.joint.services.whistles import (
    NewWhistle,
    arrive_at_whistle,
    call_whistle,
    confirm_arrival,
    end_whistle,
)

__all__ = [
    "Agreement",
    "Minutes",
    "NewEnforcement",
    "NewFinding",
    "NewMediation",
    "NewMeeting",
    "NewWhistle",
    "Session",
    "agree_mediation",
    "answer_enforcement",
    "arrive_at_whistle",
    "call_meeting",
    "call_whistle",
    "cancel_enforcement",
    "cancel_meeting",
    "confirm_agreement",
    "confirm_arrival",
    "end_whistle",
    "fail_mediation",
    "finish_decision",
    "finish_enforcement",
    "follow_up_mediation",
    "hand_on_mediation",
    "plan_enforcement",
    "record_finding",
    "record_minutes",
    "record_session",
    "register_mediation",
    "reveal_parties",
    "take_mediation",
    "withdraw_mediation",
    "write_agreement",
]
