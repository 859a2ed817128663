"""Writes of people, posts and sessions. They stand below ``work``; administration calls them inside one."""

from jingwei.foundation.access.services.posts import (
    create_post,
    fill_post,
    lend_post,
    register_person,
    take_back_post,
    vacate_post,
)
from jingwei.foundation.access.services.sessions import (
    SESSION_LENGTH,
    change_password,
    clear_expired,
    hash_password,
    is_own_password,
    issue_token,
    one_time_password,
    open_session,
    require_permission,
    reset_password,
    revoke_token,
    sign_in,
    sign_out,
    switch_post,
)

__all__ = [
    "SESSION_LENGTH",
    "change_password",
    "clear_expired",
    "create_post",
    "fill_post",
    "hash_password",
    "is_own_password",
    "issue_token",
    "lend_post",
    "one_time_password",
    "open_session",
    "register_person",
    "require_permission",
    "reset_password",
    "revoke_token",
    "sign_in",
    "sign_out",
    "switch_post",
    "take_back_post",
    "vacate_post",
]
