"""Supervision over HTTP: warnings, cards, leaders' notes, the discipline view, cases of areas, the policy."""

from jingwei.domains.supervision.api import cards, cases, discipline, policy, warnings
from jingwei.domains.supervision.api.routes import router

__all__ = ["cards", "cases", "discipline", "policy", "router", "warnings"]
