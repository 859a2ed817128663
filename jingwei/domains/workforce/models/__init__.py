"""Tables of officers and teams."""

from jingwei.domains.workforce.models.members import Entry, Member, Service
from jingwei.domains.workforce.models.referrals import Referral
from jingwei.domains.workforce.models.standards import Kind, Standard
from jingwei.domains.workforce.models.teams import Team, TeamMember

__all__ = ["Entry", "Kind", "Member", "Referral", "Service", "Standard", "Team", "TeamMember"]
