"""Whoever asked for work that the queue does later: noted as they were, and acting as they are by then."""

from datetime import datetime
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.access.queries import posts_open_to
from jingwei.foundation.imports.models import Batch, Export


def note_asker(row: Batch | Export, actor: Actor) -> None:
    """Note who acts from now on; the queue works with their eyes."""
    row.role, row.actor_name = actor.role.value, actor.name
    row.person_id, row.post_id, row.unit_id = actor.person_id, actor.post_id, actor.unit_id
    row.area_code, row.scope = actor.area_code, actor.scope
    row.acting_for_id = actor.acting_for_id


def asker_now(row: Batch | Export, *, at: datetime) -> Actor | None:
    """The asker as an actor; None once the post is no longer theirs, or is for something else."""
    role = Role(row.role)
    if role is not Role.SYSTEM and not _still_holds(row.person_id, row.post_id, role, row, at):
        return None
    return Actor(
        role=role,
        name=row.actor_name,
        person_id=row.person_id,
        post_id=row.post_id,
        unit_id=row.unit_id,
        area_code=row.area_code,
        scope=row.scope,
        acting_for_id=row.acting_for_id,
    )


def _still_holds(
    person_id: UUID | None, post_id: UUID | None, role: Role, row: Batch | Export, at: datetime
) -> bool:
    posts = {post.post_id: post for post in posts_open_to(person_id, at=at)} if person_id else {}
    post = posts.get(post_id) if post_id else None
    return (
        post is not None
        and post.role is role
        and post.area_code == row.area_code
        and post.unit_id == row.unit_id
    )
