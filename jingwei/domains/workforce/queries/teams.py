"""Teams with their members."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from jingwei.domains.workforce.models import Team, TeamMember
from jingwei.domains.workforce.queries.members import LARGEST_PAGE
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.paging import Page, key_of, page_of


@dataclass(frozen=True, slots=True)
class Mate:
    """Somebody in a team; the name only where one sees their file."""

    member_id: UUID
    name: str
    is_leader: bool


def list_teams(
    actor: Actor, *, area_code: str | None, words: str | None, cursor: str | None, size: int
) -> Page[Team]:
    """Teams that stand, by area. Raises: BadCursor."""
    size = max(1, min(size, LARGEST_PAGE))
    rows = teams_listed(actor, area_code=area_code, words=words)
    if cursor:
        code, last_id = key_of(cursor, str, UUID)
        rows = rows.filter(
            Q(scope_code__gte=code) & (Q(scope_code__gt=code) | Q(scope_code=code, id__gt=last_id))
        )
    found = list(rows.order_by("scope_code", "id")[: size + 1])
    return page_of(found, size, lambda row: (row.scope_code, row.pk))


def teams_listed(actor: Actor, *, area_code: str | None, words: str | None) -> Any:
    rows = Team.objects.listed_for(actor, within=area_code).filter(dissolved_on=None)
    return rows.filter(name__icontains=words.strip()) if words and words.strip() else rows


def teams_at(actor: Actor, codes: list[str]) -> list[Team]:
    """The teams of a grid and its community."""
    rows = Team.objects.visible_to(actor).filter(scope_code__in=codes, dissolved_on=None)
    return list(rows.order_by("scope_code", "id"))


def mates_of(teams: list[Team]) -> dict[UUID, list[Mate]]:
    """Who is in some teams now, leaders first; seen through the team, names through the files."""
    found = defaultdict(list)
    rows = TeamMember.objects.filter(team__in=[one.pk for one in teams], to_on=None).values_list(
        "team_id", "member_id", "member__name", "is_leader"
    )
    for team_id, member_id, name, is_leader in rows.order_by("-is_leader", "from_on", "id"):
        found[team_id].append(Mate(member_id, name, is_leader))
    return dict(found)
