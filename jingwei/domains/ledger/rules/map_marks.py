"""How components and resources are told apart on the map, and how components are counted by squares."""

from jingwei.domains.ledger.contracts import Condition, Life, ResourceState
from jingwei.foundation.maps.contracts.rollups import CountedTable

COMPONENT_MARKS = {
    Condition.GOOD: "good",
    Condition.WORN: "worn",
    Condition.DAMAGED: "damaged",
    Condition.MISSING: "missing",
}
RESOURCE_MARKS = {
    ResourceState.READY: "ready",
    ResourceState.BUSY: "busy",
    ResourceState.SHUT: "shut",
}
COMPONENT_COUNTED = CountedTable(
    table="ledger_component",
    layer="components",
    a="case when r.life = 20 then 'out' else (array['good', 'worn', 'damaged', 'missing'])[r.condition] end",
    b="left(r.kind_code, 2)",
    when="r.life < 90",
    columns=("life", "condition", "kind_code"),
    touches=("name", "code"),
)


COMPONENT_STATES = (*COMPONENT_MARKS.values(), "out", "retired")
RESOURCE_STATES = (*RESOURCE_MARKS.values(), "retired")
"""What lists and the map are narrowed by; without one, everything that was not retired."""


def component_mark(life: Life, condition: Condition) -> str:
    """The key of the legend."""
    return "out" if life is not Life.IN_USE else COMPONENT_MARKS[condition]
