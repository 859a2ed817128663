"""A building whose houses and people nobody has seen for a long time, in a collection task of the officer's grid."""

from tests.cast import COMMUNITY, GRID_1, inside
from tests.journeys.people import People
from tests.journeys.servers import House

ADDRESS = "春江路16号秋江花园1栋"
ROOMS = ("101", "102", "201")
LONG_UNSEEN = """
update {table} set seen_at = now() - interval '400 days', due_on = current_date - 200
 where {column} = %s::uuid returning 1
"""


def collection(people: People, house: House) -> str:
    """The task; made once, whoever asks for it first."""
    known = _tasks(people)
    return known[0] if known else _made(people, house)


def _tasks(people: People) -> list[str]:
    rows = people.lin.call("listCollections", params={"size": 100})["rows"]
    return [str(one["id"]) for one in rows if one["address"] == ADDRESS]


def _made(people: People, house: House) -> str:
    lon, lat = inside(GRID_1, east=0.6, north=0.35)
    body = {"address": {"text": ADDRESS}, "position": {"lon": lon, "lat": lat}, "facts": {"use": "11"}}
    building = str(people.lin.call("registerBuilding", json=body)["record_id"])
    for room in ROOMS:
        body = {"address": {"parts": {"unit": "1", "room": room}}, "building_id": building, "facts": {}}
        made = people.lin.call("registerHouse", json=body)
        if room == ROOMS[0]:
            home = {"living": 1, "from_on": "2020-01-01", "house_id": made["record_id"]}
            person = people.lin.call("registerResident", json={"facts": {"name": "秋江生"}, "home": home})
            house.rows(
                LONG_UNSEEN.format(table="residents_resident", column="id"), str(person["resident_id"])
            )
    house.rows(LONG_UNSEEN.format(table="dwellings_house", column="building_id"), building)
    people.wu.call("planCollection", json={"area_code": COMMUNITY})
    return _tasks(people)[0]
