"""Who looked."""

from uuid import UUID

from jingwei.foundation.privacy.models import Reveal


def looks_at(target: str) -> list[Reveal]:
    """Every recorded look at one thing's personal fields, latest first (row-level security applies)."""
    return list(Reveal.objects.filter(target=target).order_by("-at")[:200])


def looks_at_person(subject_id: UUID) -> list[Reveal]:
    """Every recorded look at a person's fields, latest first."""
    return list(Reveal.objects.filter(subject_id=subject_id).order_by("-at")[:200])
