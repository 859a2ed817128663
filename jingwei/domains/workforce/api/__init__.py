"""Officers and teams over HTTP."""

from jingwei.domains.workforce.api import analysis, members, referrals, teams
from jingwei.domains.workforce.api.routes import router

__all__ = ["analysis", "members", "referrals", "router", "teams"]
