"""Reads of joint work: lists and single pieces, for whoever takes part or sees the area."""

from jingwei.domains.joint.queries.enforcement import (
    enforcement_for,
    enforcers_of,
    findings_of,
    list_enforcements,
)
from jingwei.domains.joint.queries.mediations import (
    MediationFilter,
    dispute_kinds,
    entries_of,
    list_mediations,
    mediation_for,
    parties_of,
)
from jingwei.domains.joint.queries.meetings import decisions_of, invited_to, list_meetings, meeting_for
from jingwei.domains.joint.queries.whistles import list_whistles, summons_of, whistle_for

__all__ = [
    "MediationFilter",
    "decisions_of",
    "dispute_kinds",
    "enforcement_for",
    "enforcers_of",
    "entries_of",
    "findings_of",
    "invited_to",
    "list_enforcements",
    "list_mediations",
    "list_meetings",
    "list_whistles",
    "mediation_for",
    "meeting_for",
    "parties_of",
    "summons_of",
    "whistle_for",
]
