"""Tables of organisations and places."""

from jingwei.domains.organisations.models.organisations import Key, Organisation, OrganisationChange

__all__ = ["Key", "Organisation", "OrganisationChange"]
