"""What lies in the hands of a post: tasks assigned to it, and confidential tips that only it receives."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries.lists import LIST_COLUMNS
from jingwei.domains.incidents.rules.handing import RECEIVING_ROLES, may_look_after
from jingwei.foundation.access.contracts import Actor, PostBrief, system_actor
from jingwei.foundation.access.queries import post_facts, posts_of_unit, posts_with_role
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import NotFound

COUNTER = system_actor("在办统计")
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Taker:
    """A held post that can take work over."""

    post_id: UUID
    title: str
    person_name: str


@dataclass(frozen=True, slots=True)
class OpenWork:
    """A post's open work as one reader sees it. ``hidden`` counts what they may not see: confidential tips."""

    post: PostBrief
    holder_name: str
    rows: list[Incident]
    total: int
    hidden: int
    takers: list[Taker]


def looked_after(actor: Actor, post_id: UUID) -> PostBrief:
    """A post whose work the actor may see and hand over. Raises: NotFound."""
    post = post_facts(post_id)
    if not may_look_after(actor, post):
        raise NotFound
    return post


def open_work(actor: Actor, post_id: UUID, *, at: datetime) -> OpenWork:
    """The open work of a post, the most pressing first; 200 rows at most, all of them counted. Raises: NotFound."""
    post = looked_after(actor, post_id)
    mine = in_hands_of(post_id)
    visible = Incident.objects.visible_to(actor).filter(mine)
    columns = (*LIST_COLUMNS, "assignee_post_id", "receiving_post_id")
    rows = list(visible.order_by(F("due_at").asc(nulls_last=True), "id").only(*columns)[: AT_ONCE + 1])
    shown = len(rows) if len(rows) <= AT_ONCE else visible.count()
    with eyes(COUNTER):
        total = Incident.objects.unscoped("only the number leaves").filter(mine).count()
    colleagues = posts_of_unit(post.unit_id, at=at) if post.unit_id else []
    return OpenWork(
        post=post,
        holder_name=next((row[3] for row in colleagues if row[0] == post_id), ""),
        rows=rows[:AT_ONCE],
        total=total,
        hidden=total - shown,
        takers=_takers(post, colleagues),
    )


def _takers(post: PostBrief, colleagues: Sequence[tuple[UUID, str, UUID | None, str]]) -> list[Taker]:
    if post.unit_id is None:
        return []
    able = set(posts_with_role(post.unit_id, RECEIVING_ROLES)) - {post.post_id}
    return [Taker(row[0], row[1], row[3]) for row in colleagues if row[2] is not None and row[0] in able]


def in_hands_of(post_id: UUID) -> Q:
    """Assigned to the post, or received by it alone; each has its index."""
    in_hand = Q(assignee_post_id=post_id) | Q(receiving_post_id=post_id, assignee_post_id=None)
    return Q(state__lt=int(State.CLOSED)) & in_hand
