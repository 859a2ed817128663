"""Tables of supervision. What speaks of a matter shows through the matter, and to staff alone."""

from jingwei.domains.supervision.models.cards import Card, CardEntry, LapseFound, Note
from jingwei.domains.supervision.models.cases import Case, CaseEntry
from jingwei.domains.supervision.models.policy import PolicyVersion

__all__ = ["Card", "CardEntry", "Case", "CaseEntry", "LapseFound", "Note", "PolicyVersion"]
