"""Notes as tests take them."""

from datetime import datetime
from typing import Any

from jingwei.domains.concerns.contracts import ConcernOccasion
from jingwei.domains.concerns.models import Concern, Topic
from jingwei.domains.concerns.queries.topics import TopicRow
from jingwei.domains.concerns.services import NewConcern, load_topics, note_concern
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.geo import Datum, position
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, GRID_1, MONDAY_10, inside

NOISE, RUBBISH, PARKING = "0105", "0101", "0201"


def topics() -> None:
    """A small tree, whatever the city has."""
    Topic.objects.all().delete()
    load_topics(
        CAST.ding,
        [
            TopicRow("01", "环境卫生", "", is_active=True),
            TopicRow(RUBBISH, "垃圾清运", "", is_active=True),
            TopicRow(NOISE, "噪声", "", is_active=True),
            TopicRow("0199", "旧主题", "", is_active=False),
            TopicRow("02", "道路交通", "", is_active=True),
            TopicRow(PARKING, "停车难", "", is_active=True),
        ],
    )


def noted(
    actor: Actor = CAST.lin, *, grid: str | None = GRID_1, at: datetime = MONDAY_10, **changes: Any
) -> Concern:
    where = position(*inside(grid), datum=Datum.WGS84) if grid else None
    facts = {
        "concern_id": uuid7(),
        "topic_code": NOISE,
        "occasion": ConcernOccasion.PATROL,
        "heard_at": at,
        "position": where,
    }
    return note_concern(actor, NewConcern(**(facts | changes)), at=at)
