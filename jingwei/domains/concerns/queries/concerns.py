"""Notes: lists by keyset, one note with what was merged into it, what a post notes usually, and the stream of all."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from jingwei.domains.concerns.contracts import ConcernOccasion, ConcernStage
from jingwei.domains.concerns.models import Concern, Hearing, Topic
from jingwei.domains.concerns.queries.topics import TOPIC_DIGITS
from jingwei.domains.concerns.rules.concerns import MOST_USUAL, OFTEN, USUAL_DAYS
from jingwei.domains.concerns.rules.refusals import ConcernNotFound
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.maps.queries import inside_shape
from jingwei.kernel.clock import day_begins, day_ends
from jingwei.kernel.paging import Page, key_of, page_of
from jingwei.kernel.shapes import read_shape

PAGE_SIZE, LARGEST_PAGE = 50, 200
COUNT_CAP = 1_000
TAKEN_UP = Q(incident__isnull=False) | Q(logged_at__isnull=False)
STANDS = Q(head=None, withdrawn_at=None)
"""Each note by itself: neither merged into another nor withdrawn."""


@dataclass(frozen=True, slots=True)
class ConcernFilter:
    """What a list is narrowed to, as the map is; both days count. ``topic`` are topics or whole classes."""

    area_code: str | None = None
    topic: tuple[str, ...] = ()
    occasion: tuple[ConcernOccasion, ...] = ()
    stage: tuple[ConcernStage, ...] = ()
    since: date | None = None
    until: date | None = None
    is_mine: bool = False
    words: str | None = None
    shape: str | None = None


def concern_for(actor: Actor, concern_id: UUID) -> Concern:
    """Raises: ConcernNotFound."""
    row: Concern | None = Concern.objects.visible_to(actor).filter(pk=concern_id).first()
    if row is None:
        raise ConcernNotFound
    return row


def list_concerns(actor: Actor, wanted: ConcernFilter, *, cursor: str | None, size: int) -> Page[Concern]:
    """One page, latest first. Raises: BadCursor."""
    size = max(1, min(size, LARGEST_PAGE))
    rows = concerns_listed(actor, wanted)
    if cursor:
        at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(heard_at__lte=at) & (Q(heard_at__lt=at) | Q(heard_at=at, id__lt=last_id)))
    found = list(rows.order_by("-heard_at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.heard_at, row.pk))


def count_concerns(actor: Actor, wanted: ConcernFilter, *, most: int = COUNT_CAP) -> int:
    """How many there are, up to ``most``."""
    return int(concerns_listed(actor, wanted).values("pk")[:most].count())


def concerns_listed(actor: Actor, wanted: ConcernFilter) -> Any:
    """The rows of a list, unsorted: each note by itself."""
    condition = STANDS & narrowed(topics=wanted.topic, stages=wanted.stage, occasions=wanted.occasion)
    if wanted.since:
        condition &= Q(heard_at__gte=day_begins(wanted.since))
    if wanted.until:
        condition &= Q(heard_at__lte=day_ends(wanted.until))
    if wanted.shape:
        condition &= inside_shape(read_shape(wanted.shape))
    if words := (wanted.words or "").strip():
        condition &= Q(words__icontains=words) | Q(address__icontains=words)
    if wanted.is_mine:
        if wanted.area_code:
            condition &= Concern.inside(wanted.area_code)
        return Concern.objects.visible_to(actor).filter(condition, post_id=actor.post_id)
    return Concern.objects.listed_for(actor, within=wanted.area_code).filter(condition)


def narrowed(
    *, topics: Collection[str] = (), stages: Collection[str] = (), occasions: Collection[str] = ()
) -> Q:
    """By topics or classes, by what became of it and by occasion: the same for the list, the map and the export."""
    found = Q()
    if topics:
        found &= _any(_topic(one) for one in topics)
    if stages:
        found &= _any(_stage(ConcernStage(one)) for one in stages)
    if occasions:
        found &= Q(occasion__in=list(occasions))
    return found


def _any(conditions: Any) -> Q:
    found = Q(pk__in=[])
    for one in conditions:
        found |= one
    return found


def _topic(code: str) -> Q:
    """Not LIKE: it is not leakproof and would wait behind the fence."""
    return Q(topic_id=code) if len(code) == TOPIC_DIGITS else Q(topic_id__gte=code, topic_id__lt=code + ":")


def _stage(stage: ConcernStage) -> Q:
    if stage is ConcernStage.TAKEN_UP:
        return TAKEN_UP
    often = Q(times_all__gte=OFTEN)
    return ~TAKEN_UP & (often if stage is ConcernStage.OFTEN else ~often)


def merged_into(actor: Actor, concern_id: UUID) -> list[Concern]:
    """What was merged into a note, as far as the actor sees it, latest first."""
    rows = Concern.objects.visible_to(actor).filter(head_id=concern_id)
    return list(rows.order_by("-heard_at", "-id")[:LARGEST_PAGE])


def hearings_of(concern_id: UUID) -> list[tuple[datetime, ConcernOccasion]]:
    """When and on which occasion a note itself was heard, latest first; of a note that the reader has in sight."""
    rows = Hearing.objects.filter(concern_id=concern_id).order_by("-heard_at", "-id")[:LARGEST_PAGE]
    return [(row.heard_at, ConcernOccasion(row.occasion)) for row in rows]


def usual_topics(actor: Actor, *, at: datetime) -> list[str]:
    """The topics to tap first: what the post itself notes, then what its area does; topics out of use are left out."""
    since = at - USUAL_DAYS
    mine = Concern.objects.visible_to(actor).filter(
        post_id=actor.post_id, heard_at__gte=since, withdrawn_at=None
    )
    usual = Counter(dict(mine.order_by().values_list("topic_id").annotate(times=Count("pk"))))
    if len(usual) < MOST_USUAL:
        near = Concern.objects.listed_for(actor).filter(heard_at__gte=since, withdrawn_at=None)
        others = near.order_by().values_list("topic_id").annotate(times=Count("pk"))
        for code, _ in others.order_by("-times", "topic_id")[: 2 * MOST_USUAL]:
            usual.setdefault(code, 0)
    active = set(Topic.objects.filter(pk__in=usual, is_active=True).values_list("code", flat=True))
    ordered = sorted(usual.items(), key=lambda one: (-one[1], one[0]))
    return [code for code, _ in ordered if code in active][:MOST_USUAL]
