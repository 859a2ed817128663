"""Who looked, and what every app keeps about somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.privacy.contracts import Kept, KeptKind, KeptSource, Look
from jingwei.foundation.privacy.models import Reveal

_sources: list[KeptSource] = []


@dataclass(frozen=True, slots=True)
class FieldLooks:
    """How often a field was used in the clear, and by how many people."""

    looks: int
    people: int


def looks_at(target: str) -> list[Reveal]:
    """Every recorded look at one thing's personal fields, latest first (row-level security applies)."""
    return list(Reveal.objects.filter(target=target).order_by("-at", "-pk")[:200])


def looks_at_person(subject_id: UUID) -> list[Reveal]:
    """Every recorded look at a person's fields, latest first."""
    return list(Reveal.objects.filter(subject_id=subject_id).order_by("-at", "-pk")[:200])


def looks_about(person_id: UUID, targets: Iterable[str], *, limit: int = 200) -> list[Look]:
    """Every recorded look at a person's fields or at these things, latest first; not what they looked at themselves."""
    rows = Reveal.objects.filter(Q(subject_id=person_id) | Q(target__in=list(targets)))
    others = rows.exclude(person_id=person_id).order_by("-at", "-id")
    return [
        Look(one.at, one.viewer_name, one.unit_id, one.field, one.target, one.purpose)
        for one in others[:limit]
    ]


def looks_by_field(*, since: datetime, until: datetime) -> dict[str, FieldLooks]:
    """How often each field was looked at (row-level security applies: a whole city's are counted by a system actor)."""
    rows = Reveal.objects.filter(at__gte=since, at__lte=until).order_by().values("field")
    counted = rows.annotate(looks=Count("id"), people=Count("person_id", distinct=True))
    return {row["field"]: FieldLooks(row["looks"], row["people"]) for row in counted}


def plug_kept(sources: Iterable[KeptSource]) -> None:
    """Set who answers what is kept about somebody. Called once, by config."""
    _sources[:] = sources


def kept_about(actor: Actor, *, at: datetime) -> list[Kept]:
    """Everything that is kept about the actor, in the order of its kinds; asked with their own eyes."""
    order = list(KeptKind)
    found = [one for source in _sources for one in source(actor, at=at) if one.count]
    return sorted(found, key=lambda one: order.index(one.kind))
