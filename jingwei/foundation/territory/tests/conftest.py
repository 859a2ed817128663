"""A township small enough to draw on: the cast's, whose two communities hold two grids and one."""

from collections.abc import Callable
from typing import Any

import pytest

from jingwei.foundation.access.contracts import Actor
from tests.calling import Call, call
from tests.cast import CAST, TOWNSHIP

__all__ = ["Call", "call"]


class Table:
    """A drawing table: the draft as one editor sees it."""

    def __init__(self, call: Call, who: Actor, area: str) -> None:
        self.call, self.who = call, who
        answer = call(who, "POST", "/territory/drafts", {"area_code": area, "title": "迎春片区调整"})
        assert answer.status_code == 201, answer.json()
        self.draft = answer.json()

    @property
    def path(self) -> str:
        return f"/territory/drafts/{self.draft['draft_id']}"

    def ask(self, tail: str = "") -> Any:
        answer = self.call(self.who, "GET", self.path + tail)
        assert answer.status_code == 200, answer.json()
        return answer.json()

    def send(self, tail: str, **body: Any) -> Any:
        """An answer as it came, refused or not."""
        return self.call(self.who, "POST", self.path + tail, {"version": self.draft["version"], **body})

    def do(self, verb: str, **given: Any) -> Any:
        answer = self.send("/changes", change={"verb": verb, **given})
        assert answer.status_code == 200, answer.json()
        self.draft = answer.json()["draft"]
        return answer.json()

    def refused(self, verb: str, **given: Any) -> str:
        answer = self.send("/changes", change={"verb": verb, **given})
        assert answer.status_code >= 400
        return str(answer.json()["code"])

    def grid(self, code: str) -> Any:
        found = [one for one in self.ask("/features")["features"] if one["code"] == code]
        assert len(found) == 1, code
        return found[0]

    def id_of(self, code: str) -> str:
        return str(self.grid(code)["feature_id"])

    def faults(self, *, blocking: bool = True) -> list[Any]:
        found = self.ask("/faults")["faults"]
        return [one for one in found if one["blocks"]] if blocking else found

    def mend(self, kind: str, beginning: str) -> Any:
        """Mend the only fault of a kind in the way that begins so."""
        fault = next(one for one in self.faults(blocking=False) if one["kind"] == kind)
        way = next(one["way"] for one in fault["ways"] if one["way"].startswith(beginning))
        return self.do("mend", fault_id=fault["fault_id"], way=way)

    def answer(self, *answers: dict[str, Any]) -> Any:
        answer = self.send("/answers", answers=list(answers))
        assert answer.status_code == 200, answer.json()
        return answer.json()

    def check(self) -> Any:
        answer = self.send("/check")
        assert answer.status_code == 200, answer.json()
        self.draft = answer.json()["draft"]
        return answer.json()

    def publish(self, on: str, reason: str = "住户增加") -> Any:
        self.check()
        answer = self.send("/publish", on=on, reason=reason)
        assert answer.status_code == 201, answer.json()
        self.draft = self.ask()
        return answer.json()


@pytest.fixture
def table(call: Call) -> Table:
    """The administrator's draft of the township."""
    return Table(call, CAST.ding, TOWNSHIP)


@pytest.fixture
def tables(call: Call) -> Callable[[Actor, str], Table]:
    """A draft of one's choice."""
    return lambda who, area: Table(call, who, area)


def square(west: float, south: float, east: float, north: float) -> dict[str, Any]:
    """A rectangle as GeoJSON."""
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def line(*corners: tuple[float, float]) -> dict[str, Any]:
    return {"type": "LineString", "coordinates": [list(one) for one in corners]}
