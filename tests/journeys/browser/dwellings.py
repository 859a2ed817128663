"""A building with its plan, and one of its houses, as somebody registered them."""

from tests.cast import GRID_1, inside
from tests.journeys.people import People

ADDRESS = "春江路12号春江花园3栋"
PLAN = {
    "units": [{"label": label, "first": 1, "last": 6, "rooms": 2} for label in ("1", "2")],
    "shops": 2,
    "missing": ["1/101", "1/102"],
    "merged": [["2/601", "2/602"]],
}


def dwellings(people: People) -> tuple[str, str]:
    """The building and a house, in use and seen; made once, whoever asks for them first."""
    known = people.lin.call("listBuildings", params={"words": ADDRESS})["rows"]
    building = str(known[0]["record_id"]) if known else _made(people)
    cells = people.lin.call("getHousePlan", building_id=building)["cells"]
    return building, str(cells[0]["house_id"])


def _made(people: People) -> str:
    lon, lat = inside(GRID_1, east=0.35, north=0.35)
    body = {
        "address": {"text": ADDRESS},
        "position": {"lon": lon, "lat": lat},
        "facts": {"name": "春江花园3号楼", "structure": "3", "use": "11", "floors_above": 6},
    }
    building = str(people.lin.call("registerBuilding", json=body)["record_id"])
    people.lin.call("setHousePlan", building_id=building, json=PLAN | {"version": 1, "is_preview": False})
    cells = people.lin.call("getHousePlan", building_id=building)["cells"]
    for cell, tenure in zip(cells, ("own", "let", "vacant", "own"), strict=False):
        change = {"version": 1, "facts": {"tenure": tenure, "area_m2": 96.5}}
        people.lin.call("changeHouse", house_id=cell["house_id"], json=change)
    return building
