"""Staff as administrators know them, and how many of them use the platform. Accounts show to the system's eyes only."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from jingwei.foundation.access.contracts import (
    AccountState,
    Adoption,
    PastHolding,
    Role,
    StaffAsked,
    StaffBrief,
    StaffPost,
    UnitAdoption,
)
from jingwei.foundation.access.models import Account, Holding, Person, Post
from jingwei.kernel.clock import local
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of


def staff_within(
    area_code: str, asked: StaffAsked, *, with_postless: bool, at: datetime, limit: int, cursor: str | None
) -> Page[StaffBrief]:
    """Members of staff who hold a post in an area, by name; with the system's eyes.

    ``with_postless`` adds those who hold none at all: they belong to nobody's part of the city.
    """
    today = local(at).date()
    held = _held_on(today).filter(person_id=OuterRef("pk"), post__area_code__startswith=area_code)
    if asked.role is not None:
        held = held.filter(post__role=asked.role.value)
    if asked.unit_id is not None:
        held = held.filter(post__unit_id=asked.unit_id)
    belongs = Q(Exists(held))
    if with_postless and asked.role is None and asked.unit_id is None and not asked.is_counted:
        belongs |= ~Q(Exists(_held_on(today).filter(person_id=OuterRef("pk"))))
    rows = _with_account(Person.objects.filter(belongs, is_staff=True))
    if asked.words:
        rows = rows.filter(Q(name__icontains=asked.words) | Q(username__istartswith=asked.words))
    if asked.idle_days is not None:
        since = today - timedelta(days=asked.idle_days)
        rows = rows.filter(Q(last_active_on=None) | Q(last_active_on__lt=since))
    if asked.active_days is not None:
        rows = rows.filter(last_active_on__gte=today - timedelta(days=asked.active_days))
    if asked.has_signed_in is not None:
        rows = rows.filter(last_active_on__isnull=not asked.has_signed_in)
    if asked.is_counted:
        rows = rows.filter(is_open=True)
    rows = rows.filter(_in_state(asked.state, at) if asked.state else Q(is_open=None) | Q(is_open=True))
    if cursor:
        name, last_id = key_of(cursor, str, UUID)
        rows = rows.filter(Q(name__gt=name) | Q(name=name, id__gt=last_id))
    found = list(rows.order_by("name", "id")[: limit + 1])
    return page_of(_briefs(found, at), limit, lambda row: (row.name, row.person_id))


def staff_brief(person_id: UUID, *, at: datetime) -> StaffBrief:
    """One member of staff, a leaver too; with the system's eyes. Raises: NotFound."""
    found = list(_with_account(Person.objects.filter(pk=person_id, is_staff=True)))
    if not found:
        raise NotFound
    return _briefs(found, at)[0]


def usernames_taken(usernames: Iterable[str]) -> set[str]:
    """Those of these user names that exist already; with the system's eyes."""
    return set(Account.objects.filter(username__in=set(usernames)).values_list("username", flat=True))


def holdings_of(person_id: UUID) -> list[PastHolding]:
    """The posts somebody holds or has held, latest first; fifty at most."""
    rows = Holding.objects.filter(person_id=person_id).select_related("post__unit")
    return [
        PastHolding(
            post_id=row.post_id,
            title=row.post.title,
            unit_name=row.post.unit.name if row.post.unit else "",
            from_on=row.from_on,
            to_on=row.to_on,
        )
        for row in rows.order_by("-from_on", "-id")[:50]
    ]


def last_area_of(person_id: UUID) -> str:
    """The area of the post somebody held last; empty for who never held one."""
    row = (
        Holding.objects.filter(person_id=person_id).order_by("-from_on", "-id").select_related("post").first()
    )
    return row.post.area_code if row else ""


def posts_by_role(area_code: str, *, at: datetime) -> dict[Role, tuple[int, int]]:
    """How many active posts of each role an area has, and how many of them are held."""
    with connection.cursor() as cursor:
        cursor.execute(POSTS_BY_ROLE, {"within": area_code + "%", "today": local(at).date()})
        return {Role(role): (posts, held) for role, posts, held in cursor.fetchall()}


def adoption_by_unit(
    area_code: str, *, days: int, at: datetime, limit: int, cursor: str | None
) -> Page[UnitAdoption]:
    """Accounts active and idle by unit of the posts their owners hold, by area; with the system's eyes.

    Whoever works in two units counts in both. The day is all there is: neither hours nor what was looked at.
    """
    today = local(at).date()
    values = {
        "within": area_code + "%",
        "today": today,
        "since": today - timedelta(days=days),
        "limit": limit + 1,
        "after_code": "",
        "after_id": UUID(int=0),
    }
    if cursor:
        values["after_code"], values["after_id"] = key_of(cursor, str, UUID)
    with connection.cursor() as run:
        run.execute(ADOPTION_BY_UNIT, values)
        rows = [UnitAdoption(*row) for row in run.fetchall()]
    return page_of(rows, limit, lambda row: (row.area_code, row.unit_id))


def adoption_whole(area_code: str, *, days: int, at: datetime) -> Adoption:
    """The same for the whole area, everybody counted once."""
    today = local(at).date()
    values = {"within": area_code + "%", "today": today, "since": today - timedelta(days=days)}
    with connection.cursor() as run:
        run.execute(ADOPTION_WHOLE, values)
        return Adoption(*run.fetchone())


POSTS_BY_ROLE = """
select post.role, count(*), count(h.id)
  from access_post post
  left join access_holding h on h.post_id = post.id and h.from_on <= %(today)s
        and (h.to_on is null or h.to_on > %(today)s)
 where post.is_active and post.area_code like %(within)s
 group by post.role
"""

ADOPTION_BY_UNIT = """
with held as (
  select distinct h.person_id, post.unit_id
    from access_post post
    join access_holding h on h.post_id = post.id and h.from_on <= %(today)s
         and (h.to_on is null or h.to_on > %(today)s)
   where post.is_active and post.area_code like %(within)s)
select u.id, u.name, u.kind, u.area_code, count(*), count(*) filter (where a.last_active_on >= %(since)s),
       count(*) filter (where a.last_active_on < %(since)s),
       count(*) filter (where a.last_active_on is null), max(a.last_active_on)
  from held join access_unit u on u.id = held.unit_id
  join access_account a on a.person_id = held.person_id and a.is_active
 where (u.area_code, u.id) > (%(after_code)s, %(after_id)s)
 group by u.id order by u.area_code, u.id limit %(limit)s
"""

ADOPTION_WHOLE = """
select count(*), count(*) filter (where a.last_active_on >= %(since)s),
       count(*) filter (where a.last_active_on < %(since)s),
       count(*) filter (where a.last_active_on is null), max(a.last_active_on)
  from access_account a
 where a.is_active and exists (
   select 1 from access_holding h join access_post post on post.id = h.post_id and post.is_active
    where h.person_id = a.person_id and post.area_code like %(within)s
      and h.from_on <= %(today)s and (h.to_on is null or h.to_on > %(today)s))
"""


def _held_on(day: date) -> QuerySet[Holding]:
    return Holding.objects.filter(post__is_active=True, from_on__lte=day).filter(
        Q(to_on=None) | Q(to_on__gt=day)
    )


def _with_account(rows: QuerySet[Person]) -> QuerySet[Person]:
    account = Account.objects.filter(person_id=OuterRef("pk")).order_by("id")
    return rows.annotate(
        username=Subquery(account.values("username")[:1]),
        is_open=Subquery(account.values("is_active")[:1]),
        last_active_on=Subquery(account.values("last_active_on")[:1]),
        password_expires_at=Subquery(account.values("password_expires_at")[:1]),
    )


def _in_state(state: AccountState, at: datetime) -> Q:
    if state is AccountState.NONE:
        return Q(is_open=None)
    if state is AccountState.CLOSED:
        return Q(is_open=False)
    if state is AccountState.WAITING:
        return Q(is_open=True, password_expires_at__gt=at)
    if state is AccountState.LAPSED:
        return Q(is_open=True, password_expires_at__lte=at)
    return Q(is_open=True, password_expires_at=None)


def _state_of(row: Person, at: datetime) -> AccountState:
    is_open, expires_at = row.is_open, row.password_expires_at  # type: ignore[attr-defined]
    if is_open is None:
        return AccountState.NONE
    if not is_open:
        return AccountState.CLOSED
    if expires_at is None:
        return AccountState.IN_USE
    return AccountState.WAITING if expires_at > at else AccountState.LAPSED


def _briefs(found: list[Person], at: datetime) -> list[StaffBrief]:
    posts = _posts_of([row.pk for row in found], local(at).date())
    return [
        StaffBrief(
            person_id=row.pk,
            name=row.name,
            username=row.username or "",  # type: ignore[attr-defined]
            phone_sealed=bytes(row.phone_sealed) if row.phone_sealed is not None else None,
            state=_state_of(row, at),
            last_active_on=row.last_active_on,  # type: ignore[attr-defined]
            posts=posts.get(row.pk, ()),
        )
        for row in found
    ]


def _posts_of(person_ids: Iterable[UUID], today: date) -> dict[UUID, tuple[StaffPost, ...]]:
    found: dict[UUID, tuple[StaffPost, ...]] = {}
    rows = _held_on(today).filter(person_id__in=list(person_ids)).select_related("post__unit")
    for row in rows.order_by("id"):
        post: Post = row.post
        brief = StaffPost(
            post_id=post.id,
            title=post.title,
            role=Role(post.role),
            area_code=post.area_code,
            unit_id=post.unit_id,
            unit_name=post.unit.name if post.unit else "",
        )
        found[row.person_id] = (*found.get(row.person_id, ()), brief)
    return found
