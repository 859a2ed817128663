"""Tables of joint work. Whoever takes part sees it, and so does whoever sees the area."""

from jingwei.domains.joint.models.called import Shared
from jingwei.domains.joint.models.enforcement import Enforcement, Enforcer, Finding
from jingwei.domains.joint.models.mediations import DisputeKind, Mediation, MediationEntry, Party
from jingwei.domains.joint.models.meetings import Decision, Invited, Meeting
from jingwei.domains.joint.models.whistles import Summons, Whistle

__all__ = [
    "Decision",
    "DisputeKind",
    "Enforcement",
    "Enforcer",
    "Finding",
    "Invited",
    "Mediation",
    "MediationEntry",
    "Meeting",
    "Party",
    "Shared",
    "Summons",
    "Whistle",
]
