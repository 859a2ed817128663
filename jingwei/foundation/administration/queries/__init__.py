"""Reads that put people, posts and territory together."""

from jingwei.foundation.administration.queries.account import (
    account_of,
    audit_state,
    kept_of_account,
    located,
    my_officer,
    plug_naming,
)
from jingwei.foundation.administration.queries.staff import (
    adoption,
    open_requests,
    posts_administered_by,
    roles_in,
    staff_administered_by,
    staff_file,
)

__all__ = [
    "account_of",
    "adoption",
    "audit_state",
    "kept_of_account",
    "located",
    "my_officer",
    "open_requests",
    "plug_naming",
    "posts_administered_by",
    "roles_in",
    "staff_administered_by",
    "staff_file",
]
