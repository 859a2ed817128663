"""What a simulation counts: which matters would go to another unit under a changed duty matrix."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from jingwei.domains.routing.contracts import Choice
from jingwei.foundation.access.contracts import UnitBrief

MOST_FLOWS = 200
SAMPLE_OF_FLOW, MOST_SAMPLED = 5, 300
MOST_LIMITS = 50
Flow = tuple[UUID | None, UUID | None]


@dataclass(slots=True)
class Moved:
    """Matters whose time to handle would change from one limit to another, and by how many hours their deadlines."""

    count: int = 0
    hours: float = 0.0


@dataclass(frozen=True, slots=True)
class Past:
    """A matter of the past, without anything of its reporter."""

    incident_id: UUID
    item_code: str
    area_code: str
    reported_on: str
    handler_id: UUID | None


@dataclass
class Tally:
    """Counts while a simulation runs; ``result`` is what is kept of it."""

    same: int = 0
    moved: int = 0
    gained: int = 0
    lost: int = 0
    nobody: int = 0
    handled: int = 0
    as_handled_before: int = 0
    as_handled_after: int = 0
    units: dict[UUID, str] = field(default_factory=dict)
    flows: Counter[Flow] = field(default_factory=Counter)
    items: dict[Flow, Counter[str]] = field(default_factory=dict)
    lines: Counter[int] = field(default_factory=Counter)
    sample: dict[Flow, list[dict[str, Any]]] = field(default_factory=dict)
    sooner: int = 0
    later: int = 0
    limits: dict[tuple[str, str], Moved] = field(default_factory=dict)

    def shift(self, was: str, would: str, hours: float) -> None:
        """Add one matter whose deadline would fall so many hours later; earlier where negative."""
        self.sooner += hours < 0
        self.later += hours > 0
        moved = self.limits.setdefault((was, would), Moved())
        moved.count += 1
        moved.hours += hours

    def count(self, past: Past, before: Choice, after: Choice) -> None:
        """Add one matter, with who handles it by the rules in force and by those that are tried."""
        if after.line is not None:
            self.lines[after.line.no] += 1
        if past.handler_id is not None:
            self.handled += 1
            self.as_handled_before += before.lead is not None and before.lead.unit_id == past.handler_id
            self.as_handled_after += after.lead is not None and after.lead.unit_id == past.handler_id
        flow = self._id(before.lead), self._id(after.lead)
        if flow[0] == flow[1]:
            self.same += flow[0] is not None
            self.nobody += flow[0] is None
            return
        self.gained += flow[0] is None
        self.lost += flow[1] is None
        self.moved += None not in flow
        self.flows[flow] += 1
        self.items.setdefault(flow, Counter())[past.item_code] += 1
        shown = self.sample.setdefault(flow, [])
        if len(shown) < SAMPLE_OF_FLOW:
            shown.append(
                {
                    "incident_id": str(past.incident_id),
                    "item_code": past.item_code,
                    "area_code": past.area_code,
                    "reported_on": past.reported_on,
                    "line_no": after.line.no if after.line else None,
                }
            )

    def result(self) -> dict[str, Any]:
        """What is kept: the largest flows first, with their commonest items and a few matters each."""
        left = MOST_SAMPLED
        flows = []
        for flow, count in self.flows.most_common(MOST_FLOWS):
            sample = self.sample[flow][:left]
            left -= len(sample)
            flows.append(
                {
                    "from_id": str(flow[0]) if flow[0] else None,
                    "from_name": self.units[flow[0]] if flow[0] else "",
                    "to_id": str(flow[1]) if flow[1] else None,
                    "to_name": self.units[flow[1]] if flow[1] else "",
                    "count": count,
                    "items": [[code, number] for code, number in self.items[flow].most_common(3)],
                    "sample": sample,
                }
            )
        return {
            "same": self.same,
            "moved": self.moved,
            "gained": self.gained,
            "lost": self.lost,
            "nobody": self.nobody,
            "handled": self.handled,
            "as_handled_before": self.as_handled_before,
            "as_handled_after": self.as_handled_after,
            "flow_count": len(self.flows),
            "flows": flows,
            "due_sooner": self.sooner,
            "due_later": self.later,
            "limits": [
                {"from": was, "to": would, "count": one.count, "hours": round(one.hours / one.count, 1)}
                for (was, would), one in sorted(
                    self.limits.items(), key=lambda pair: (-pair[1].count, pair[0])
                )[:MOST_LIMITS]
            ],
            "lines": [[no, number] for no, number in sorted(self.lines.items())],
        }

    def _id(self, unit: UnitBrief | None) -> UUID | None:
        if unit is None:
            return None
        self.units[unit.unit_id] = unit.name
        return unit.unit_id
