"""Notes of people's concerns: one in every place, who must see it, and what stands beside it behind the fence."""

from datetime import datetime
from typing import Any
from uuid import UUID

from jingwei.domains.concerns.models import Concern, Topic
from jingwei.domains.concerns.queries.topics import TopicRow
from jingwei.domains.concerns.services import load_topics
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import ancestor_codes
from tests.matrix.of_tasking import Party
from tests.matrix.people import FOUNDER, Seat

TOPIC = "0901"


def plant_concern(keeper: Seat, at: datetime) -> tuple[dict[str, Any], Party]:
    """Noted by the keeper's post in its area."""
    who = keeper.actor
    with eyes(FOUNDER):
        if not Topic.objects.filter(pk=TOPIC).exists():
            load_topics(
                FOUNDER,
                [
                    TopicRow("09", "矩阵大类", "", is_active=True),
                    TopicRow(TOPIC, "矩阵主题", "", is_active=True),
                ],
            )
        row = Concern(
            topic_id=TOPIC,
            occasion="patrol",
            heard_at=at,
            noted_at=at,
            last_heard_at=at,
            post_id=who.post_id,
            unit_id=who.unit_id,
            **ancestor_codes(who.area_code).columns,
        )
        row.save(force_insert=True)
    party = Party((who.area_code,), frozenset(), posts=frozenset({who.post_id}))
    return {"concern_id": str(row.pk)}, party


def plant_beside(
    filler: Any, lying_in: Any, areas: tuple[str, ...], notes: list[UUID], post_id: UUID | None
) -> None:
    """A note of somebody's post far away, hearings of every note, counts here and elsewhere."""
    for concern_id in notes:
        filler.put("concerns_hearing", concern_id=concern_id, occasion="patrol")
    for area in areas:
        filler.put("concerns_concern", topic_code=TOPIC, occasion="visit", post_id=post_id, **lying_in(area))
        filler.put("concerns_weekcount", topic_code=TOPIC, **lying_in(area))
