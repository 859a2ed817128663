"""Tasks and shares: lists by keyset, one task with everything of it that somebody sees."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from jingwei.domains.tasking.contracts import FieldKind, ShareState, Side
from jingwei.domains.tasking.models import Share, ShareEntry, Task
from jingwei.domains.tasking.rules.course import IN_HAND, OPEN, Parties
from jingwei.domains.tasking.rules.forms import FormField
from jingwei.domains.tasking.rules.progress import Node, Progress, whole_of
from jingwei.domains.tasking.rules.refusals import TaskNotFound
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.paging import Page, key_of, page_of

PAGE_SIZE, LARGEST_PAGE = 50, 200
COUNT_CAP = 1_000
MOST_SHARES = 2_000
MOST_ENTRIES = 1_000


@dataclass(frozen=True, slots=True)
class ShareFilter:
    """What a list of shares is narrowed to. Without states: what is still open."""

    side: Side = Side.MINE
    state: tuple[ShareState, ...] = ()
    task_id: UUID | None = None
    area_code: str | None = None
    is_overdue: bool = False
    words: str | None = None


def task_for(actor: Actor, task_id: UUID) -> Task:
    """Raises: TaskNotFound."""
    row: Task | None = Task.objects.visible_to(actor).filter(pk=task_id).first()
    if row is None:
        raise TaskNotFound
    return row


def share_for(actor: Actor, share_id: UUID) -> Share:
    """Raises: TaskNotFound."""
    row: Share | None = Share.objects.visible_to(actor).select_related("task").filter(pk=share_id).first()
    if row is None:
        raise TaskNotFound
    return row


def shares_of_task(actor: Actor, task_id: UUID) -> list[Share]:
    """The shares of a task that the actor sees, in the order in which they were given."""
    rows = Share.objects.visible_to(actor).filter(task_id=task_id)
    return list(rows.order_by("given_at", "id")[:MOST_SHARES])


def entries_of(share_ids: Iterable[UUID]) -> list[ShareEntry]:
    """The course of some shares, oldest first; seen through them."""
    rows = ShareEntry.objects.filter(share_id__in=list(share_ids))
    return list(rows.order_by("at", "id")[:MOST_ENTRIES])


def list_shares(
    actor: Actor, wanted: ShareFilter, *, cursor: str | None, size: int, at: datetime
) -> Page[Share]:
    """One page, what is due first before the rest. Raises: BadCursor."""
    size = max(1, min(size, LARGEST_PAGE))
    rows = shares_listed(actor, wanted, at=at).select_related("task")
    if cursor:
        due_at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(due_at__gte=due_at) & (Q(due_at__gt=due_at) | Q(due_at=due_at, id__gt=last_id)))
    return page_of(list(rows.order_by("due_at", "id")[: size + 1]), size, lambda row: (row.due_at, row.pk))


def count_shares(actor: Actor, wanted: ShareFilter, *, at: datetime, most: int = COUNT_CAP) -> int:
    """How many there are, up to ``most``."""
    return int(shares_listed(actor, wanted, at=at).values("pk")[:most].count())


def shares_listed(actor: Actor, wanted: ShareFilter, *, at: datetime) -> Any:
    """The rows of a list, unsorted."""
    states = wanted.state or tuple(OPEN)
    condition = Q(state__in=[int(one) for one in states])
    if wanted.task_id is not None:
        condition &= Q(task_id=wanted.task_id)
    if wanted.is_overdue:
        condition &= Q(due_at__lt=at, state__in=[int(one) for one in IN_HAND])
    if words := (wanted.words or "").strip():
        condition &= Q(task__title__icontains=words) | Q(receiver_name__icontains=words)
    if wanted.side is Side.SEEN:
        return Share.objects.listed_for(actor, within=wanted.area_code).filter(condition)
    if wanted.area_code:
        condition &= Share.inside(wanted.area_code)
    own = received_by(actor) if wanted.side is Side.MINE else given_by(actor)
    return Share.objects.visible_to(actor).filter(own, condition)


def received_by(actor: Actor) -> Q:
    """What it is up to the actor to answer: given to their post, or to the unit whose work they share."""
    found = Q(pk__in=[])
    if actor.post_id is not None:
        found |= Q(receiver_post_id=actor.post_id)
    if actor.sharing_unit_id is not None:
        found |= Q(receiver_unit_id=actor.sharing_unit_id, receiver_post_id=None)
    return found


def given_by(actor: Actor) -> Q:
    """What the actor's post or unit has given."""
    found = Q(pk__in=[])
    if actor.post_id is not None:
        found |= Q(giver_post_id=actor.post_id)
    if actor.sharing_unit_id is not None:
        found |= Q(giver_unit_id=actor.sharing_unit_id)
    return found


def list_tasks(actor: Actor, *, side: Side, words: str | None, cursor: str | None, size: int) -> Page[Task]:
    """Tasks given by oneself, or all within sight; newest first. Raises: BadCursor."""
    size = max(1, min(size, LARGEST_PAGE))
    rows = Task.objects.visible_to(actor)
    if side is Side.GIVEN:
        rows = rows.filter(given_by(actor))
    if text := (words or "").strip():
        rows = rows.filter(title__icontains=text)
    if cursor:
        given_at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(
            Q(given_at__lte=given_at) & (Q(given_at__lt=given_at) | Q(given_at=given_at, id__lt=last_id))
        )
    found = list(rows.order_by("-given_at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.given_at, row.pk))


def next_given_at(actor: Actor, task: Task) -> datetime | None:
    """When the series that a task belongs to is given again; None where it is not, or that one is out of sight."""
    if task.series_id is None:
        return None
    rows = Task.objects.visible_to(actor).filter(series_id=task.series_id, next_at__isnull=False)
    found: datetime | None = rows.values_list("next_at", flat=True).first()
    return found


def progress_of_tasks(actor: Actor, tasks: Sequence[Task], *, at: datetime) -> dict[UUID, Progress]:
    """How far each has come, over the shares that the actor sees."""
    rows = Share.objects.visible_to(actor).filter(task_id__in=[task.pk for task in tasks])
    found: dict[UUID, list[Node]] = defaultdict(list)
    for row in rows.only("task_id", "parent_id", "state", "target", "done", "due_at"):
        found[row.task_id].append(node_of(row, at=at))
    return {task.pk: whole_of(found[task.pk]) for task in tasks}


def node_of(row: Share, *, at: datetime) -> Node:
    return Node(
        share_id=row.pk,
        parent_id=row.parent_id,
        state=ShareState(row.state),
        target=row.target,
        done=row.done,
        is_overdue=is_overdue(row, at=at),
    )


def is_overdue(row: Share, *, at: datetime) -> bool:
    """It is still the receiver's turn although the deadline has passed."""
    return row.due_at < at and ShareState(row.state) in IN_HAND


def parties_of(row: Share) -> Parties:
    return Parties(
        receiver_unit_id=row.receiver_unit_id,
        receiver_post_id=row.receiver_post_id,
        giver_unit_id=row.giver_unit_id,
        giver_post_id=row.giver_post_id,
        above_units=tuple(row.above_units),
    )


def form_of(task: Task) -> list[FormField]:
    return [
        FormField(
            key=one["key"],
            label=one["label"],
            kind=FieldKind(one["kind"]),
            is_required=one["is_required"],
            options=tuple(one["options"]),
        )
        for one in task.form
    ]
