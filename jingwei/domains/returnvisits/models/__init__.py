"""Tables of return visits: visits and what is counted of them, samples and their checks, the policy."""

from jingwei.domains.returnvisits.models.checks import Sample, SpotCheck
from jingwei.domains.returnvisits.models.policy import Policy
from jingwei.domains.returnvisits.models.visits import Count, Visit

__all__ = ["Count", "Policy", "Sample", "SpotCheck", "Visit"]
