"""Households: put together from residents of one's area, changed, with everybody's days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from jingwei.domains.residents.models import Household, Member, Resident
from jingwei.domains.residents.queries.person import household_of, members_now
from jingwei.domains.residents.rules.households import require_whole
from jingwei.domains.residents.rules.refusals import (
    DayInFuture,
    MemberElsewhere,
    RelationUnknown,
)
from jingwei.domains.residents.services.finding import REGISTRAR
from jingwei.domains.residents.services.moving import leave_household, locked
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.forms.queries.standing import code_table
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import ancestor_codes
from jingwei.kernel.errors import StaleVersion

RELATIONS = "relation_to_head"


@dataclass(frozen=True, slots=True)
class HouseholdFacts:
    """Who belongs to a household, each with the relation to its head, from a day on."""

    members: Sequence[tuple[UUID, str]]
    from_on: date
    number: str = ""


def save_household(
    actor: Actor, resident_id: UUID, facts: HouseholdFacts, *, version: int, at: datetime
) -> Household:
    """Change the household somebody belongs to, or make one (version 0). It lies where its head lives.

    Who is left out leaves it that day; who joins leaves the household they were in. Raises: ResidentNotFound,
    HeadMissing, MemberTwice, TooManyMembers, MemberElsewhere, RelationUnknown, StaleVersion, DayInFuture.
    """
    today = local(at).date()
    with work(actor, Permission.MANAGE_RESIDENTS) as job:
        person = locked(actor, resident_id)
        if facts.from_on > today:
            raise DayInFuture(today=today)
        head_id = require_whole(facts.members)
        _require_relations([relation for _, relation in facts.members])
        people = _people(actor, [one for one, _ in facts.members])
        row, is_new = _standing(actor, person, facts, version=version)
        head = people[head_id]
        row.number, row.house_id, row.address = facts.number.strip(), head.house_id, head.address
        row.lie_in(ancestor_codes(head.scope_code))
        row.version, row.changed_at, row.to_on = row.version + 1, at, None
        row.save(force_insert=is_new)
        _join(row, facts)
        if is_new:
            job.record_new(row, act="make_household", members=len(facts.members))
        else:
            job.record(row, act="change_household", members=len(facts.members))
    return row


def _join(row: Household, facts: HouseholdFacts) -> None:
    wanted = dict(facts.members)
    for member in members_now(row.pk):
        if wanted.get(member.resident_id) == member.relation:
            del wanted[member.resident_id]
            continue
        member.to_on = max(facts.from_on, member.from_on)
        member.save(update_fields=["to_on"])
    with eyes(REGISTRAR):  # the household somebody leaves may lie in another grid
        for resident_id in wanted:
            leave_household(resident_id, facts.from_on)
    Member.objects.bulk_create(
        Member(household_id=row.pk, resident_id=resident_id, relation=relation, from_on=facts.from_on)
        for resident_id, relation in wanted.items()
    )


def _people(actor: Actor, ids: Sequence[UUID]) -> dict[UUID, Resident]:
    rows = Resident.objects.visible_to(actor).filter(pk__in=ids, ended_at__isnull=True)
    found = {row.pk: row for row in rows}
    if len(found) != len(ids):
        raise MemberElsewhere
    return found


def _standing(
    actor: Actor, person: Resident, facts: HouseholdFacts, *, version: int
) -> tuple[Household, bool]:
    """The household somebody belongs to, locked, or a new one. Raises: StaleVersion."""
    known = household_of(actor, person.pk)
    if known is None:
        row = Household(from_on=facts.from_on, version=0)
    else:
        rows = Household.objects.visible_to(actor).select_for_update()
        row = rows.get(pk=known.pk)
    if version != row.version:
        raise StaleVersion(name=row.address or person.name, seen=version, current=row.version)
    return row, known is None


def _require_relations(relations: Sequence[str]) -> None:
    table = code_table(RELATIONS)
    for one in relations:
        code = table.code(one) if table else None
        if code is None or not code.is_active:
            raise RelationUnknown(value=one)
