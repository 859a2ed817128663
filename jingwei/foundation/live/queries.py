"""Who is here."""

from datetime import datetime
from uuid import UUID

from jingwei.foundation.live.contracts import Present
from jingwei.foundation.live.models import Presence
from jingwei.foundation.live.rules import PRESENT_FOR


def present_at(subject_id: UUID, *, at: datetime) -> list[Present]:
    """Who has a subject open, by who came first. Row-level security shows it to those who see the subject."""
    rows = Presence.objects.filter(subject_id=subject_id, seen_at__gt=at - PRESENT_FOR).order_by("id")
    return [Present(row.person_id, row.post_id, row.is_typing) for row in rows[:50]]
