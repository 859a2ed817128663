"""Return visits over HTTP: the list and the call, the three rates, the policy, samples and spot checks."""

from jingwei.domains.returnvisits.api import checks, policy, visits
from jingwei.domains.returnvisits.api.routes import router

__all__ = ["checks", "policy", "router", "visits"]
