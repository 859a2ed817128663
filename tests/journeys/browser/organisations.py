"""An eatery in a house of the first grid and the business that runs it, as Lin registered them; numbers are made up."""

from functools import cache

from jingwei.kernel.numbers import credit_check
from tests.journeys.browser.dwellings import dwellings
from tests.journeys.people import People

CODE = "92430902MA4L0XJYK"


@cache
def organisation(people: People) -> str:
    """The eatery, in use, seen just now."""
    place = {"house_id": dwellings(people)[1]}
    contact = {"principal": "黄桂香", "phone": "10000123457"}
    business = {
        "name": "资阳区春江餐饮店",
        "credit_code": CODE + credit_check(CODE),
        "industry": "H",
        "employees": "1",
    }
    run_by = people.lin.call(
        "registerOrganisation", json={"kind": "self_employed", "facts": business | contact, "place": place}
    )
    safety = {"floor_area_m2": 86, "floors_used": 1, "extinguishers": 4, "exits": 2, "uses_gas": True}
    eatery = {"name": "春江人家", "place_kind": "restaurant", "industry": "H", "people_sleep": False}
    made = people.lin.call(
        "registerOrganisation",
        json={
            "kind": "place",
            "facts": eatery | contact | safety,
            "place": place,
            "aliases": ["春江小炒"],
            "operator_id": run_by["organisation_id"],
        },
    )
    return str(made["organisation_id"])
