"""Who works where: lists of services by keyset, one file with its course, and whom a phone belongs to."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from jingwei.domains.workforce.models import Entry, Member, Service
from jingwei.domains.workforce.rules.refusals import MemberNotFound
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.paging import Page, key_of, page_of

PAGE_SIZE, LARGEST_PAGE = 50, 200
COUNT_CAP = 1_000
LOG_ROWS = 200


@dataclass(frozen=True, slots=True)
class MemberFilter:
    """What a list is narrowed to; without ``has_left`` those who serve now."""

    area_code: str | None = None
    kind: tuple[str, ...] = ()
    has_account: bool | None = None
    has_left: bool = False
    words: str | None = None


def member_for(actor: Actor, member_id: UUID) -> Member:
    """Raises: MemberNotFound."""
    row: Member | None = Member.objects.visible_to(actor).filter(pk=member_id).first()
    if row is None:
        raise MemberNotFound
    return row


def services_of(actor: Actor, member_id: UUID) -> list[Service]:
    """Everywhere somebody serves or has served, as far as one sees it; the present first."""
    rows = Service.objects.visible_to(actor).filter(member_id=member_id).select_related("kind")
    return sorted(rows, key=lambda row: (row.to_on is not None, -row.from_on.toordinal(), row.scope_code))


def course_of(member_id: UUID) -> list[Entry]:
    """The file's course, newest first; seen through the file."""
    return list(Entry.objects.filter(member_id=member_id).order_by("-at", "-id")[:LOG_ROWS])


def list_services(actor: Actor, wanted: MemberFilter, *, cursor: str | None, size: int) -> Page[Service]:
    """One page: a line for each person and place, by place. Raises: BadCursor."""
    size = max(1, min(size, LARGEST_PAGE))
    rows = services_listed(actor, wanted).select_related("kind", "member")
    if cursor:
        code, last_id = key_of(cursor, str, UUID)
        rows = rows.filter(
            Q(scope_code__gte=code) & (Q(scope_code__gt=code) | Q(scope_code=code, id__gt=last_id))
        )
    found = list(rows.order_by("scope_code", "id")[: size + 1])
    return page_of(found, size, lambda row: (row.scope_code, row.pk))


def count_services(actor: Actor, wanted: MemberFilter, *, most: int = COUNT_CAP) -> int:
    """How many there are, up to ``most``."""
    return int(services_listed(actor, wanted).values("pk")[:most].count())


def services_listed(actor: Actor, wanted: MemberFilter) -> Any:
    """The rows of a list, unsorted."""
    condition = Q(to_on__isnull=not wanted.has_left)
    if wanted.kind:
        condition &= Q(kind_id__in=wanted.kind)
    if wanted.has_account is not None:
        condition &= Q(member__person_id__isnull=not wanted.has_account)
    if words := (wanted.words or "").strip():
        condition &= Q(member__name__icontains=words) | Q(member__employer__icontains=words)
    return Service.objects.listed_for(actor, within=wanted.area_code).filter(condition)


def serving_at(actor: Actor, codes: list[str]) -> list[Service]:
    """Who serves in some grids and communities now."""
    rows = Service.objects.visible_to(actor).filter(scope_code__in=codes, to_on=None)
    return list(
        rows.select_related("kind", "member").order_by("kind__order_no", "scope_code", "from_on", "id")
    )


def phones_kept(*, before: date) -> dict[str, Any]:
    """How many telephones of who left long ago are still kept, and since when."""
    rows = Member.objects.unscoped("counting what is past its period").filter(
        left_on__lte=before, phone_sealed__isnull=False
    )
    days = list(rows.order_by("left_on").values_list("left_on", flat=True))
    return {"count": len(days), "since": days[0] if days else None}
