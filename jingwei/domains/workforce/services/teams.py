"""Teams: made, changed, dissolved; who was in one, from when until when, stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from jingwei.domains.workforce.models import Member, Team, TeamMember
from jingwei.domains.workforce.rules.refusals import TeamMembersOdd, TeamNotFound
from jingwei.domains.workforce.services.members import place_of
from jingwei.foundation.access.contracts import ANYWHERE, Actor, Permission
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import ancestor_codes, lies_within
from jingwei.kernel.errors import StaleVersion
from jingwei.kernel.ids import uuid7
from jingwei.kernel.redlines import refuse_red_lines


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """What a team is, and who is in it."""

    name: str
    purpose: str
    area_code: str
    member_ids: Sequence[UUID]
    leader_id: UUID | None


def save_team(
    actor: Actor, team_id: UUID, facts: TeamFacts, *, version: int, is_dissolved: bool, at: datetime
) -> Team:
    """Make a team (``version`` 0) or change one; its area stays. Raises: TeamNotFound, StaleVersion, TeamMembersOdd."""
    refuse_red_lines([facts.name], place_zh="队伍名称", place_en="the name of a team")
    with work(actor, Permission.MANAGE_WORKFORCE) as job:
        row = _kept(actor, team_id, version=version)
        is_new = row is None
        if row is None:
            row = Team(id=team_id, made_at=at, version=0)
            row.lie_in(ancestor_codes(place_of(actor, facts.area_code)))
        row.name, row.purpose = facts.name.strip(), facts.purpose.strip()
        row.changed_at, row.version = at, row.version + 1
        row.dissolved_on = local(at).date() if is_dissolved else None
        try:
            with transaction.atomic():
                row.save(force_insert=is_new)
        except IntegrityError:  # a team out of sight
            raise TeamNotFound from None
        joined, left = _set_mates(actor, row, facts, at=at)
        if is_new:
            job.record_new(row, act="make_team", members=joined)
        else:
            job.record(row, act="change_team", joined=joined, left=left, dissolved=is_dissolved)
    return row


def _kept(actor: Actor, team_id: UUID, *, version: int) -> Team | None:
    row: Team | None = (
        Team.objects.visible_to(actor).select_for_update(of=("self",)).filter(pk=team_id).first()
    )
    if row is None:
        if version:
            raise TeamNotFound
        return None
    if actor.scope != ANYWHERE and not lies_within(row.scope_code, actor.scope):
        raise TeamNotFound
    if row.version != version:
        raise StaleVersion(name=row.name, seen=version, current=row.version)
    return row


def _set_mates(actor: Actor, row: Team, facts: TeamFacts, *, at: datetime) -> tuple[int, int]:
    """Returns how many joined and how many left. Raises: TeamMembersOdd."""
    today = local(at).date()
    wanted = list(dict.fromkeys(facts.member_ids))
    seen = set(Member.objects.visible_to(actor).filter(pk__in=wanted).values_list("pk", flat=True))
    if len(seen) != len(wanted) or (facts.leader_id is not None and facts.leader_id not in seen):
        raise TeamMembersOdd
    leads = {one: one == facts.leader_id for one in wanted}
    present = {one.member_id: one for one in TeamMember.objects.filter(team=row, to_on=None)}
    ended = [one for key, one in present.items() if leads.get(key) is not one.is_leader]
    for one in ended:
        one.to_on = today
        one.save(update_fields=["to_on"])
    stays = {key for key, one in present.items() if leads.get(key) is one.is_leader}
    begun = [key for key in wanted if key not in stays]
    TeamMember.objects.bulk_create(
        TeamMember(id=uuid7(), team=row, member_id=key, is_leader=leads[key], from_on=today) for key in begun
    )
    return len(begun), len(ended)
