"""Posts, who holds them, who has been lent them, and what staff are called."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from jingwei.foundation.access.contracts import (
    DelegationBrief,
    HeldPost,
    PostBrief,
    Role,
)
from jingwei.foundation.access.models import Delegation, Holding, Person, Post
from jingwei.kernel.clock import local
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of


def posts_titled(unit_ids: Iterable[UUID]) -> set[tuple[UUID | None, str, str]]:
    """Unit, area and title of the active posts of some units."""
    rows = Post.objects.filter(unit_id__in=set(unit_ids), is_active=True)
    return set(rows.values_list("unit_id", "area_code", "title"))


def posts_of_units(unit_ids: Iterable[UUID], *, on: date) -> list[HeldPost]:
    """The active posts of some units and who holds them (by id only)."""
    holding = _holdings_on(on)
    rows = Post.objects.filter(unit_id__in=set(unit_ids), is_active=True).select_related("unit")
    return [
        HeldPost(
            post_id=row.id,
            title=row.title,
            role=Role(row.role),
            area_code=row.area_code,
            unit_id=row.unit_id,
            unit_name=row.unit.name,
            holder_id=row.holder_id,
            holder_name="",
        )
        for row in rows.annotate(holder_id=Subquery(holding.values("person_id")[:1])).order_by("title", "id")
    ]


def _holdings_on(day: date) -> QuerySet[Holding]:
    held = Holding.objects.filter(post_id=OuterRef("pk"), from_on__lte=day)
    return held.filter(Q(to_on=None) | Q(to_on__gt=day)).order_by("-id")


def posts_addressed(
    area_codes: Sequence[str], roles: Sequence[Role], unit_ids: Sequence[UUID], *, at: datetime
) -> list[tuple[UUID, UUID | None]]:
    """The held posts of some areas, roles and units (all where none is named), with their units; in order."""
    inside = Q(pk__in=[])
    for code in area_codes:
        inside |= Q(area_code__startswith=code)
    rows = Post.objects.filter(inside, Exists(_holdings_on(local(at).date())), is_active=True)
    if roles:
        rows = rows.filter(role__in=[role.value for role in roles])
    if unit_ids:
        rows = rows.filter(unit_id__in=list(unit_ids))
    return list(rows.order_by("id").values_list("id", "unit_id"))


def posts_ever_held(post_ids: Iterable[UUID]) -> set[UUID]:
    """Those of these posts that somebody holds or has held."""
    return set(Holding.objects.filter(post_id__in=set(post_ids)).values_list("post_id", flat=True))


def post_of_unit(unit_id: UUID, role: Role) -> UUID | None:
    """The first active post of a role in a unit: where something meant for one pair of eyes is received."""
    row = (
        Post.objects.filter(unit_id=unit_id, role=role.value, is_active=True).order_by("title", "id").first()
    )
    return row.id if row else None


def posts_of_role(role: Role, area_code: str) -> list[UUID]:
    """The active posts of a role for exactly this area: a city's administrators, not its counties'."""
    rows = Post.objects.filter(role=role, area_code=area_code, is_active=True)
    return list(rows.order_by("id").values_list("id", flat=True))


def posts_with_role(unit_id: UUID, roles: Sequence[Role]) -> list[UUID]:
    """The active posts of a unit that have one of these roles."""
    rows = Post.objects.filter(unit_id=unit_id, role__in=[role.value for role in roles], is_active=True)
    return list(rows.order_by("id").values_list("id", flat=True))


def people_at_work(unit_ids: Iterable[UUID], roles: Sequence[Role], *, at: datetime) -> dict[UUID, int]:
    """How many people hold posts of these roles in each unit; needs a system actor's eyes, for only numbers leave."""
    today = local(at).date()
    held = Holding.objects.filter(
        Q(to_on=None) | Q(to_on__gt=today),
        from_on__lte=today,
        post__is_active=True,
        post__unit_id__in=set(unit_ids),
        post__role__in=[role.value for role in roles],
    )
    counted = held.values("post__unit_id").annotate(people=Count("person_id", distinct=True))
    return {row["post__unit_id"]: row["people"] for row in counted}


def post_titles(post_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Titles by id, switched-off posts included."""
    return dict(Post.objects.filter(pk__in=set(post_ids)).values_list("id", "title"))


def unit_of_post(post_id: UUID) -> UUID | None:
    """The unit an active post belongs to; None if unknown or switched off."""
    row = Post.objects.filter(pk=post_id, is_active=True).first()
    return row.unit_id if row else None


def posts_of_unit(unit_id: UUID, *, at: datetime) -> list[tuple[UUID, str, UUID | None, str]]:
    """Post id, title, holder's id and name of the active posts of a unit."""
    with connection.cursor() as cursor:
        cursor.execute("select * from jw_posts_of_unit(%s, %s)", [unit_id, at])
        return [(row[0], row[1], row[2], row[3] or "") for row in cursor.fetchall()]


def colleagues_of(
    unit_id: UUID, *, words: str, except_for: UUID | None, limit: int, at: datetime
) -> list[tuple[UUID, str, UUID, str, str]]:
    """Post id, title, holder's id and name, unit, of the held posts in a unit and those directly above and below it.

    One's own unit comes first. ``words`` are looked for in title, holder and unit.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            select p.post_id, p.title, p.person_id, p.person_name, u.name
              from access_unit own
              join access_unit u on u.is_active and (u.id = own.id or u.id = own.parent_id or u.parent_id = own.id)
              cross join lateral jw_posts_of_unit(u.id, %(at)s) p
             where own.id = %(unit)s and p.person_id is not null
               and p.person_id is distinct from %(except_for)s
               and strpos(p.title || ' ' || p.person_name || ' ' || u.name, %(words)s) > 0
             order by u.id <> own.id, u.name, p.title, p.post_id
             limit %(limit)s
            """,
            {"unit": unit_id, "at": at, "words": words.strip(), "except_for": except_for, "limit": limit},
        )
        return [(row[0], row[1], row[2], row[3] or "", row[4]) for row in cursor.fetchall()]


def holder_of(post_id: UUID, *, on: date) -> UUID | None:
    """Who holds a post on a day, by their own right."""
    held = Holding.objects.filter(post_id=post_id, from_on__lte=on)
    return (
        held.filter(Q(to_on=None) | Q(to_on__gt=on))
        .order_by("-id")
        .values_list("person_id", flat=True)
        .first()
    )


def post_facts(post_id: UUID) -> PostBrief:
    """An active post. Raises: NotFound."""
    post = Post.objects.select_related("unit").filter(pk=post_id, is_active=True).first()
    if post is None:
        raise NotFound
    return PostBrief(
        post_id=post.id,
        title=post.title,
        role=Role(post.role),
        area_code=post.area_code,
        unit_id=post.unit_id,
        unit_name=post.unit.name if post.unit else "",
        is_delegated=False,
    )


def posts_within(
    area_code: str,
    *,
    unit_id: UUID | None,
    is_vacant: bool | None,
    role: Role | None = None,
    words: str = "",
    at: datetime,
    limit: int,
    cursor: str | None,
) -> Page[HeldPost]:
    """The active posts in an area with who holds them, by area code."""
    holding = _holdings_on(local(at).date())
    rows = Post.objects.filter(is_active=True, area_code__startswith=area_code).annotate(
        holder_id=Subquery(holding.values("person_id")[:1])
    )
    if unit_id is not None:
        rows = rows.filter(unit_id=unit_id)
    if role is not None:
        rows = rows.filter(role=role.value)
    if words:
        rows = rows.filter(Q(title__icontains=words) | Q(unit__name__icontains=words))
    if is_vacant is not None:
        rows = rows.filter(holder_id__isnull=is_vacant)
    if cursor:
        code, last_id = key_of(cursor, str, UUID)
        rows = rows.filter(Q(area_code__gt=code) | Q(area_code=code, id__gt=last_id))
    found = list(rows.select_related("unit").order_by("area_code", "id")[: limit + 1])
    names = staff_names({row.holder_id for row in found if row.holder_id})
    held = [
        HeldPost(
            post_id=row.id,
            title=row.title,
            role=Role(row.role),
            area_code=row.area_code,
            unit_id=row.unit_id,
            unit_name=row.unit.name if row.unit else "",
            holder_id=row.holder_id,
            holder_name=names.get(row.holder_id, ""),
        )
        for row in found
    ]
    return page_of(held, limit, lambda row: (row.area_code, row.post_id))


def staff_names(person_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names of staff by id; residents' names are not handed out."""
    return dict(Person.objects.filter(pk__in=set(person_ids), is_staff=True).values_list("id", "name"))


def delegations_of(person_id: UUID, *, since: datetime) -> list[DelegationBrief]:
    """What a person has lent or been lent and that ended no earlier than ``since``; latest first."""
    rows = Delegation.objects.select_related("post").filter(
        Q(from_person_id=person_id) | Q(to_person_id=person_id), ends_at__gte=since
    )
    found = list(rows.order_by("-starts_at", "-id")[:200])
    names = staff_names({row.from_person_id for row in found} | {row.to_person_id for row in found})
    return [
        DelegationBrief(
            delegation_id=row.id,
            post_id=row.post_id,
            post_title=row.post.title,
            from_person_id=row.from_person_id,
            from_name=names.get(row.from_person_id, ""),
            to_person_id=row.to_person_id,
            to_name=names.get(row.to_person_id, ""),
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            reason=row.reason,
            revoked_at=row.revoked_at,
        )
        for row in found
    ]


def staff_called(name: str, *, limit: int) -> list[tuple[UUID, str]]:
    """Members of staff whose name begins like this: id and name."""
    rows = Person.objects.filter(is_staff=True, name__startswith=name).order_by("name", "id")
    return list(rows.values_list("id", "name")[:limit])
