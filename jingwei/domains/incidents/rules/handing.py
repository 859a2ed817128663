"""Handing work over between posts of one unit: who may, and to which posts."""

from jingwei.foundation.access.contracts import Actor, PostBrief, Role
from jingwei.kernel.codes import lies_within

RECEIVING_ROLES = (Role.HANDLER, Role.UNIT_HEAD, Role.DESK)
"""Posts that can take over a task; a confidential tip goes to a desk only."""
LEADS = frozenset({Role.UNIT_HEAD, Role.DESK})


def may_look_after(actor: Actor, post: PostBrief) -> bool:
    """Its holder, whoever leads its unit, and administrators of its area."""
    if actor.role is Role.SYSTEM or actor.post_id == post.post_id:
        return True
    if actor.role is Role.ADMINISTRATOR:
        return lies_within(post.area_code, actor.scope)
    return actor.role in LEADS and actor.unit_id is not None and actor.unit_id == post.unit_id


def may_move_unseen(actor: Actor, post: PostBrief) -> bool:
    """Confidential tips of a post are moved by itself, or unread by an administrator when it falls vacant."""
    return actor.post_id == post.post_id or (
        actor.role is Role.ADMINISTRATOR and lies_within(post.area_code, actor.scope)
    )
