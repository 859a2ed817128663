"""Reports made live: by passers-by without an account, who keep the tracking code, and by resident Li."""

from typing import Any
from uuid import uuid4

from jingwei.kernel.geo import wgs84_to_gcj02
from tests.cast import GRID_1, GRID_2, inside
from tests.journeys import photos
from tests.journeys.people import Json, People, Person
from tests.journeys.plans import Plan, Turn
from tests.journeys.walk import Walk

T = Turn
LIVE: tuple[tuple[str, str, frozenset[Turn]], ...] = (
    ("passer-by", "路灯杆下面的电线露在外面，路灯不亮", frozenset()),
    ("passer-by", "小区门口垃圾桶满了三天没人收", frozenset({T.FAILED})),
    ("passer-by", "楼下餐馆油烟直接排到二楼窗口", frozenset({T.REOPENED})),
    ("passer-by", "路面有一个深坑，骑车的人摔倒了", frozenset({T.EXTENDED})),
    ("passer-by", "同一件事又报了一次：路面深坑", frozenset({T.VOIDED})),
    ("passer-by", "整栋楼停水两天了", frozenset({T.RETURNED})),
    ("li", "人行道被建材堆满，只能走车行道", frozenset()),
    ("li", "消防通道每天晚上停满车", frozenset({T.REOPENED, T.FAILED})),
    ("li", "工地夜间施工，凌晨两点还在打桩", frozenset({T.SUSPENDED})),
    ("li", "物业停车费没有公示就涨价", frozenset({T.TAKEN_UP})),
)
"""Who reports what, and the turns of its course."""

FIRST_NUMBER = 1000
PHONES = [f"139{73700000 + 137 * n:08d}" for n in range(len(LIVE) + 4)]
NAMES = {"li": "李梅梅", "passer-by": "过路人彭某"}
IDENTITIES = ("named", "confidential", "anonymous")


def report_body(number: int, words: str, **changes: Any) -> dict[str, Any]:
    """A report as the resident's page sends it: the position as the phone gives it, in GCJ-02."""
    grid = (GRID_1, GRID_2)[number % 2]
    lon, lat = wgs84_to_gcj02(*inside(grid, east=0.15 + number % 8 / 10, north=0.4))
    return {
        "id": str(uuid4()),
        "words": words,
        "position": {"lon": lon, "lat": lat, "datum": "gcj02", "accuracy_m": 15},
        "address": f"迎春路{number + 1}号门前",
        "reporter_phone": PHONES[number],
        **changes,
    }


def report_live(people: People, number: int) -> Walk:
    """One of ``LIVE``: photos first, then the report; a second sending by a nervous thumb is the same report."""
    who, words, turns = LIVE[number]
    reporter = people.li if who == "li" else people.passer_by
    proofs = [upload_photo(reporter, FIRST_NUMBER + number + n * 100) for n in range(number % 3)]
    identity = IDENTITIES[number % 2] if who == "li" else IDENTITIES[number % 3]
    body = report_body(
        number, words, identity=identity, reporter_name=NAMES[who], file_ids=[one["id"] for one in proofs]
    )
    receipt = reporter.call("reportIncident", json=body)
    again = reporter.call("reportIncident", json=body)
    assert again == receipt, "a repeated submission is one report"
    assert receipt["tracking_code"] not in receipt["receipt_no"]
    tracked = people.passer_by.call("trackIncident", code=receipt["tracking_code"])
    assert tracked["id"] == body["id"]
    return Walk(
        people=people,
        plan=Plan(FIRST_NUMBER + number, turns),
        incident_id=body["id"],
        tracking_code=receipt["tracking_code"],
        account=reporter if who == "li" else None,
    )


def upload_photo(who: Person, number: int) -> Json:
    """A photo from a phone, as the file came out."""
    stored = who.call("uploadFile", files=photos.photo(number))
    assert (stored["kind"], stored["position_datum"]) == ("photo", "wgs84_exif"), stored
    return stored
