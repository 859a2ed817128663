"""Incidents on the map: what their marks are called, and how they are counted by squares."""

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.lifecycle import STATE_LABELS
from jingwei.foundation.maps.contracts import Asked, Counts, LegendEntry
from jingwei.foundation.maps.contracts.rollups import CountedTable

LAYER_KEY = "incidents"
KIND_OF = {state: state.name.lower() for state in State}
STATE_OF = {kind: state for state, kind in KIND_OF.items()}
OPEN = "open"
ALL = "all"
OPEN_KINDS = tuple(KIND_OF[state] for state in State if state < State.CLOSED)
MARKS = {
    State.REPORTED: ("running", "circle"),
    State.ACCEPTED: ("running", "diamond"),
    State.DISPATCHED: ("running", "triangle"),
    State.HANDLING: ("running", "square"),
    State.HANDLED: ("warning", "triangle"),
    State.VERIFIED: ("warning", "square"),
    State.CLOSED: ("done", "circle"),
    State.VOIDED: ("waiting", "diamond"),
}
LEGEND = tuple(
    LegendEntry(KIND_OF[state], *STATE_LABELS[state], tone=MARKS[state][0], mark=MARKS[state][1])
    for state in State
)
AGES = {"d1": (0, 1), "d3": (1, 3), "d7": (3, 7), "d30": (7, 30), "more": (30, None)}
"""For how many days a matter has been open: from, and to (exclusive)."""

KIND_SQL = (
    "case r.state " + " ".join(f"when {int(state)} then '{kind}'" for state, kind in KIND_OF.items()) + " end"
)
COUNTED = CountedTable(
    table="incidents_incident",
    layer=LAYER_KEY,
    a=KIND_SQL,
    b="left(r.item_code, 2)",
    day="((r.reported_at at time zone 'Asia/Shanghai')::date - date '1970-01-01')",
    when="r.head_id is null and r.sight_floor > 0",
    floor="r.sight_floor",
    about="r.about_unit_id",
    columns=("state", "item_code", "reported_at", "head_id", "sight_floor", "about_unit_id"),
    touches=("title", "is_urgent", "due_at", "warn_at", "suspended_at"),
    participants=("incidents_participant", "incident_id"),
)
"""What was folded into another matter, and what no area sees, is not on the map."""


def kinds_asked(asked: Asked) -> tuple[str, ...] | None:
    """The kinds wanted; open ones by themselves. None: all of them."""
    given = asked.values("state") or (OPEN,)
    if ALL in given:
        return None
    kinds = [kind for one in given for kind in (OPEN_KINDS if one == OPEN else (one,))]
    return tuple(dict.fromkeys(kinds))


def is_open_only(asked: Asked) -> bool:
    """Whether nothing closed can come out of it: those are few, whatever was ever recorded."""
    kinds = kinds_asked(asked)
    only = kinds is not None and set(kinds) <= set(OPEN_KINDS)
    return only or bool(asked.values("overdue") or asked.values("slipping") or asked.values("age"))


def counts_asked(asked: Asked) -> Counts | None:
    """States and classes of items are counted; everything else is read from the rows."""
    others = set(asked.filters) - {"state", "item"}
    items = asked.values("item")
    if others or any(len(code) != 2 for code in items):
        return None
    return Counts(a=kinds_asked(asked), b=items or None)
