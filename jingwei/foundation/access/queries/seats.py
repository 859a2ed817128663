"""Posts as the places they fill: which are held, since when others are not, and whose account a user name is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from jingwei.foundation.access.contracts import Role
from jingwei.foundation.access.models import Account

SEATS = """
select post.area_code, post.role,
       count(*) filter (where h.from_on <= %(today)s and (h.to_on is null or h.to_on > %(today)s)),
       max(h.to_on) filter (where h.to_on <= %(today)s)
  from access_post post left join access_holding h on h.post_id = post.id
 where post.is_active and post.role = any (%(roles)s) and post.area_code like any (%(within)s)
 group by post.area_code, post.role
"""


@dataclass(frozen=True, slots=True)
class Seats:
    """The active posts of a role for one area: how many are held, and when somebody left last (None: nobody ever did)."""

    area_code: str
    role: Role
    held: int
    last_left_on: date | None


def seats_within(areas: Iterable[str], roles: Sequence[Role], *, on: date) -> list[Seats]:
    """By area and role, in some areas with all that lies in them; one read over the posts there. Numbers, no names."""
    values = {
        "within": [f"{code}%" for code in areas],
        "roles": [role.value for role in roles],
        "today": on,
    }
    with connection.cursor() as cursor:
        cursor.execute(SEATS, values)
        return [Seats(row[0], Role(row[1]), row[2], row[3]) for row in cursor.fetchall()]


def staff_by_username(usernames: Iterable[str]) -> dict[str, tuple[UUID, str]]:
    """Whose accounts in use these user names are: id and name of members of staff; with the system's eyes."""
    rows = Account.objects.filter(username__in=set(usernames), is_active=True, person__is_staff=True)
    return {row[0]: (row[1], row[2]) for row in rows.values_list("username", "person_id", "person__name")}


def usernames_of(person_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The user names of some people's accounts in use; with the system's eyes."""
    rows = Account.objects.filter(person_id__in=set(person_ids), is_active=True)
    return dict(rows.values_list("person_id", "username"))
