"""The ledger over HTTP."""

from jingwei.domains.ledger.api import components, kinds, resources
from jingwei.domains.ledger.api.routes import router

__all__ = ["components", "kinds", "resources", "router"]
