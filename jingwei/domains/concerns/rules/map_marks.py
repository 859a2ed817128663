"""How notes are marked on the map, and how they are counted by squares."""

from jingwei.domains.concerns.contracts import ConcernStage
from jingwei.domains.concerns.rules.concerns import OFTEN
from jingwei.foundation.maps.contracts.rollups import CountedTable

LAYER_KEY = "concerns"
MARK_SQL = (
    f"case when r.incident_id is not null or r.logged_at is not null then '{ConcernStage.TAKEN_UP.value}'"
    f" when r.times_all >= {OFTEN} then '{ConcernStage.OFTEN.value}' else '{ConcernStage.HEARD.value}' end"
)
COUNTED = CountedTable(
    table="concerns_concern",
    layer=LAYER_KEY,
    a=MARK_SQL,
    b="left(r.topic_code, 2)",
    day="((r.heard_at at time zone 'Asia/Shanghai')::date - date '1970-01-01')",
    when="r.head_id is null and r.withdrawn_at is null",
    columns=("topic_code", "heard_at", "head_id", "withdrawn_at", "incident_id", "logged_at", "times_all"),
)
"""Each note by itself: what was merged into another, or withdrawn, is not on the map."""
