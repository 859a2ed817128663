"""One person on one page: where they live and lived, their household, what was changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jingwei.domains.residents.models import Household, Member, Residence, Resident, ResidentChange
from jingwei.domains.residents.queries.people import names_within
from jingwei.domains.residents.rules.refusals import HouseholdNotFound, ResidentNotFound
from jingwei.foundation.access.contracts import Actor

MOST_LINES = 100


def resident_for(actor: Actor, resident_id: UUID) -> Resident:
    """Raises: ResidentNotFound."""
    row: Resident | None = Resident.objects.visible_to(actor).filter(pk=resident_id).first()
    if row is None:
        raise ResidentNotFound
    return row


def residences_of(resident_id: UUID) -> list[Residence]:
    """Where somebody has lived, latest first; for who sees the resident."""
    rows = Residence.objects.unscoped("through the resident, who was seen before")
    return list(rows.filter(resident_id=resident_id).order_by("-from_on", "-id")[:MOST_LINES])


def changes_of(resident_id: UUID) -> list[ResidentChange]:
    """What was changed, also in doubles that were joined to it, latest first; fences look through the resident."""
    doubles = Resident.objects.unscoped("through the resident, who was seen before")
    ids = [resident_id, *doubles.filter(merged_into_id=resident_id).values_list("pk", flat=True)]
    return list(ResidentChange.objects.filter(resident_id__in=ids).order_by("-at", "-id")[:MOST_LINES])


@dataclass(frozen=True, slots=True)
class Left:
    """That somebody lived in a house and moved; who it was is told within sight only."""

    resident_id: UUID | None
    name: str
    from_on: date
    to_on: date
    why: str


def who_left(actor: Actor, house_id: UUID) -> list[Left]:
    """Who lived in a house before."""
    rows = Residence.objects.listed_for(actor).filter(house_id=house_id, to_on__isnull=False)
    past = list(rows.order_by("-to_on", "-id")[:MOST_LINES])
    known = names_within(actor, [one.resident_id for one in past])
    return [
        Left(
            one.resident_id if one.resident_id in known else None,
            known[one.resident_id].name if one.resident_id in known else "",
            one.from_on,
            one.to_on,
            one.why,
        )
        for one in past
    ]


@dataclass(frozen=True, slots=True)
class Belonging:
    """Somebody in a household; without a resident where they live out of sight."""

    resident: Resident | None
    relation: str
    from_on: date
    to_on: date | None


def household_for(actor: Actor, household_id: UUID) -> Household:
    """Raises: HouseholdNotFound."""
    row: Household | None = Household.objects.visible_to(actor).filter(pk=household_id).first()
    if row is None:
        raise HouseholdNotFound
    return row


def household_of(actor: Actor, resident_id: UUID) -> Household | None:
    """The household somebody belongs to now, where it lies within sight."""
    joined = Member.objects.filter(resident_id=resident_id, to_on=None).values_list("household_id", flat=True)
    row: Household | None = Household.objects.visible_to(actor).filter(pk__in=list(joined)).first()
    return row


def households_in(actor: Actor, house_id: UUID) -> list[Household]:
    """The households of a house."""
    rows = Household.objects.listed_for(actor).filter(house_id=house_id, to_on=None)
    return list(rows.order_by("from_on", "id")[:MOST_LINES])


def belonging_to(actor: Actor, household_id: UUID) -> list[Belonging]:
    """Everybody of a household, present ones first; those who live out of sight have no name here."""
    rows = list(Member.objects.filter(household_id=household_id).order_by("from_on", "id")[:MOST_LINES])
    known = names_within(actor, [one.resident_id for one in rows])
    found = [Belonging(known.get(one.resident_id), one.relation, one.from_on, one.to_on) for one in rows]
    return sorted(found, key=lambda one: (one.to_on is not None, one.relation))


def members_now(household_id: UUID) -> Sequence[Member]:
    """The present memberships."""
    return list(Member.objects.filter(household_id=household_id, to_on=None).order_by("from_on", "id"))
