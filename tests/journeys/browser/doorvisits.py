"""A visit form in force, a house with somebody in it, and a visit as Lin made it."""

from functools import cache
from uuid import uuid4

from jingwei.kernel.clock import local, now
from tests.cast import GRID_1, inside
from tests.journeys.people import People

ADDRESS = "走访村5组8号"
PHONE = "10000777001"


def _question(key: str, words: str, kind: str, field: str) -> dict[str, object]:
    return {"key": key, "words_zh": words, "words_en": key, "lands": [{"kind": kind, "field": field}]}


@cache
def asked(people: People) -> int:
    """The version of the form in force."""
    known = people.ding.call("listVisitForms")["versions"]
    if known:
        return int(known[0]["version"])
    body = {
        "title_zh": "日常入户走访表",
        "title_en": "Everyday door visit",
        "questions": [
            _question("tenure", "房屋现在怎么用", "dwellings.house", "tenure"),
            _question("phone", "联系电话", "residents.person", "phone"),
            _question("minds", "最近有什么烦心事", "concerns.concern", "words"),
        ],
        "valid_from": local(now()).date().isoformat(),
        "after_version": 0,
        "is_preview": False,
    }
    return int(people.ding.call("publishVisitForm", json=body)["version"])


@cache
def home(people: People) -> str:
    """A house of its own with one person in it."""
    asked(people)
    lon, lat = inside(GRID_1, east=0.6, north=0.3)
    body = {"address": {"text": ADDRESS}, "position": {"lon": lon, "lat": lat}, "facts": {"tenure": "own"}}
    house_id = str(people.lin.call("registerHouse", json=body)["record_id"])
    place = {"living": 1, "from_on": "2024-03-01", "house_id": house_id}
    facts = {"name": "贺明", "phone": PHONE}
    people.lin.call("registerResident", json={"facts": facts, "home": place})
    return house_id


@cache
def door_visit(people: People) -> str:
    """One in which nothing had changed."""
    door = people.lin.call("openDoorVisit", house_id=home(people))
    house, person = door["records"]
    body = {
        "id": str(uuid4()),
        "house_id": door["house_id"],
        "form_version": door["form"]["version"],
        "looked": [{name: one[name] for name in ("kind", "record_id", "version")} for one in (house, person)],
        "answers": [
            {"question": "tenure", "is_unchanged": True},
            {"question": "phone", "record_id": person["record_id"], "is_unchanged": True},
        ],
    }
    return str(people.lin.call("recordDoorVisit", json=body)["id"])
