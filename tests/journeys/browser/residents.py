"""A family of Lin's grid, as she registered them; the numbers are made up."""

from functools import cache

from jingwei.kernel.numbers import identity_check
from tests.cast import GRID_1
from tests.journeys.people import People

NUMBER = "43090019880615001"
HOME = {"living": 1, "from_on": "2024-03-01", "address": "春江路12号3栋1单元302", "area_code": GRID_1}


@cache
def resident(people: People) -> str:
    """The head of a household of two, seen just now."""
    facts = {"gender": "1", "identity": NUMBER + identity_check(NUMBER), "phone": "10000123456"}
    head = people.lin.call("registerResident", json={"facts": {"name": "曾建国"} | facts, "home": HOME})
    wife = people.lin.call(
        "registerResident", json={"facts": {"name": "李桂花", "gender": "2"}, "home": HOME}
    )
    members = [
        {"resident_id": head["resident_id"], "relation": "02"},
        {"resident_id": wife["resident_id"], "relation": "10"},
    ]
    body = {"members": members, "from_on": "2024-03-01", "version": 0}
    people.lin.call("saveHousehold", resident_id=head["resident_id"], json=body)
    return str(head["resident_id"])


@cache
def resident_double(people: People) -> str:
    """The head once more, as somebody else registered him: without a number, and another telephone."""
    home = HOME | {"living": 2}
    facts = {"name": "曾建国", "gender": "1", "phone": "10000123499"}
    made = people.lin.call("registerResident", json={"facts": facts, "home": home})
    return str(made["resident_id"])
