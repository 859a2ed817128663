"""Tables of residents."""

from jingwei.domains.residents.models.asked import Request
from jingwei.domains.residents.models.households import Household, Member
from jingwei.domains.residents.models.people import Key, Residence, Resident, ResidentChange

__all__ = ["Household", "Key", "Member", "Request", "Residence", "Resident", "ResidentChange"]
