"""Return visits for the pages to show: one that waits, and a sample to verify on the spot."""

from jingwei.kernel.clock import local, now
from tests.cast import TOWNSHIP
from tests.journeys.people import People


def visited(people: People, case: str) -> None:
    """Whoever reported the closed matter asked to be visited."""
    people.zhao.call("askVisit", incident_id=case, json={"reason": "反映人来电要求回访"})


def sampled(people: People) -> None:
    """What was closed today in the street is to be verified by the grid's officer."""
    today = local(now()).date().isoformat()
    body = {"area_code": TOWNSHIP, "from_on": today, "until_on": today, "count": 2, "limit": "5d"}
    people.zhao.call("drawSample", json=body)
