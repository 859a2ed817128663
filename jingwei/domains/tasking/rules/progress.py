"""How far a task has come: what each reports itself, and the sum over what was passed down."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from jingwei.domains.tasking.contracts import ShareState
from jingwei.domains.tasking.rules.course import ENDED

LEFT_OUT = frozenset({ShareState.RETURNED, ShareState.WITHDRAWN})
"""What was given back or taken back counts neither as asked for nor as done."""


@dataclass(frozen=True, slots=True)
class Node:
    """One share, as the sums need it: ``done`` is what its receiver has reported besides what was passed down."""

    share_id: UUID
    parent_id: UUID | None
    state: ShareState
    target: int | None
    done: int
    is_overdue: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Sums over a share and everything below it. ``shares`` counts without what was returned or withdrawn."""

    target: int
    done: int
    shares: int
    shares_done: int
    overdue: int


def progress_of(nodes: Iterable[Node]) -> dict[UUID, Progress]:
    """Each share's progress with what lies below it."""
    known = {node.share_id: node for node in nodes}
    below: dict[UUID | None, list[Node]] = defaultdict(list)
    for node in known.values():
        below[node.parent_id if node.parent_id in known else None].append(node)
    found: dict[UUID, Progress] = {}

    def add_up(node: Node) -> Progress:
        parts = [add_up(part) for part in below[node.share_id]]
        counts = node.state not in LEFT_OUT
        found[node.share_id] = Progress(
            target=(node.target or 0) if counts else 0,
            done=node.done * counts + sum(part.done for part in parts) * counts,
            shares=counts + sum(part.shares for part in parts),
            shares_done=(node.state is ShareState.DONE) + sum(part.shares_done for part in parts),
            overdue=node.is_overdue + sum(part.overdue for part in parts),
        )
        return found[node.share_id]

    for top in below[None]:
        add_up(top)
    return found


def whole_of(nodes: Iterable[Node]) -> Progress:
    """The sum over the shares at the top: what the giver sees of the whole task."""
    rows = list(nodes)
    each = progress_of(rows)
    known = {node.share_id for node in rows}
    tops = [each[node.share_id] for node in rows if node.parent_id is None or node.parent_id not in known]
    return Progress(
        target=sum(one.target for one in tops),
        done=sum(one.done for one in tops),
        shares=sum(one.shares for one in tops),
        shares_done=sum(one.shares_done for one in tops),
        overdue=sum(one.overdue for one in tops),
    )


def is_closed(nodes: Iterable[Node]) -> bool:
    """Nobody has anything to do any more."""
    return all(node.state in ENDED for node in nodes)
