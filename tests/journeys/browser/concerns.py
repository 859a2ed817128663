"""What is on people's minds: a note that Lin took on her round, under a topic that every city starts with."""

from uuid import uuid4

from tests.cast import GRID_1, inside
from tests.journeys.people import People

TOPIC, TOPIC_NAME = "0105", "噪声"


def concern(people: People) -> str:
    """Noted once, heard again by the grid head."""
    lon, lat = inside(GRID_1, east=0.45, north=0.4)
    body = {
        "id": str(uuid4()),
        "topic_code": TOPIC,
        "occasion": "visit",
        "words": "广场音响晚上九点以后还在放",
        "position": {"lon": lon, "lat": lat},
    }
    noted = str(people.lin.call("noteConcern", json=body)["id"])
    people.wu.call("hearConcernAgain", concern_id=noted, json={"id": str(uuid4()), "occasion": "counter"})
    return noted
