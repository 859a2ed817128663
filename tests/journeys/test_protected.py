"""What few may see: a confidential tip, a report about the unit that would handle it, the reporter's phone."""

import pytest

from tests.journeys import photos
from tests.journeys.live import NAMES, PHONES, report_body, upload_photo
from tests.journeys.people import Json, People, Person
from tests.journeys.plans import Plan
from tests.journeys.walk import ACCEPTED, CLOSED, DISPATCHED, HANDLED, HANDLING, VERIFIED, Walk

pytestmark = pytest.mark.slow
TIP, ABOUT, REVEALED = len(PHONES) - 4, len(PHONES) - 3, len(PHONES) - 2
GAMBLING = "070105"  # 涉赌场所线索: asks for a document


def a_walk(people: People, receipt: Json, number: int, account: Person | None = None) -> Walk:
    plan = Plan(2000 + number, frozenset())
    return Walk(people, plan, receipt["id"], receipt["tracking_code"], account)


def nobody_sees(walk: Walk, *strangers: Person) -> None:
    for stranger in strangers:
        stranger.refused("getIncident", 404, "not_found", "没有找到", incident_id=walk.incident_id)
        listed = stranger.call("listIncidents", params={"size": 100})["rows"]
        assert walk.incident_id not in [row["id"] for row in listed]


def unit_called(desk: Person, name: str) -> str:
    units = desk.call("listUnits", params={"area_code": "430902", "limit": 200})["rows"]
    (unit_id,) = [unit["unit_id"] for unit in units if name in unit["name"]]
    return str(unit_id)


def test_a_tip_goes_from_one_pair_of_eyes_to_another(people: People) -> None:
    body = report_body(TIP, "三楼夜里有人开赌，请保密", identity="confidential")
    proof = upload_photo(people.passer_by, TIP)
    walk = a_walk(people, people.passer_by.call("reportTip", json=body | {"file_ids": [proof["id"]]}), TIP)
    others = (people.wu, people.deng, people.lin, people.zhao, people.he, people.tang, people.qian)
    nobody_sees(walk, *others)
    for one in others:
        one.refused("downloadFile", 404, "not_found", "没有找到", file_id=proof["id"])
    assert walk.incident_id in [row["id"] for row in people.sun.all_rows("listIncidents", bucket="tips")]
    walk.act(people.sun, "accept", item_code=GAMBLING, remark="线索受理", state=ACCEPTED)
    walk.act(people.sun, "dispatch", unit_id=unit_called(people.sun, "城市管理"), state=DISPATCHED)
    nobody_sees(walk, people.wu, people.zhao, people.he, people.feng)
    walk.act(people.xu, "take", state=HANDLING)
    record = people.xu.call("uploadFile", files=photos.document())
    proofs = [{"file_id": record["id"], "kind": "document"}]
    seen = walk.act(people.xu, "handle", remark="已核查并移交", proofs=proofs, state=HANDLED)
    assert seen["reporter"] is None
    people.xu.refused(
        "revealReporter",
        403,
        "incident.reporter_protected",
        "只有受理中心可以联系",
        incident_id=walk.incident_id,
        json={"purpose": "contact_reporter", "remark": "想问问是谁"},
    )
    walk.act(people.sun, "pass_check", remark="已核实", state=VERIFIED)
    walk.act(people.sun, "close", remark="已依法处理", state=CLOSED)
    walk.reporter_acts("rate", stars=5, is_solved=True, remark="放心了")
    nobody_sees(walk, people.wu, people.zhao, people.he, people.lin)


def test_a_report_about_the_handling_unit_goes_above_and_around_it(people: People) -> None:
    unit_id = unit_called(people.li, "城市管理")
    body = report_body(ABOUT, "城管人员收了摊贩的钱，摊位照旧占道", about_unit_id=unit_id)
    walk = a_walk(people, people.li.call("reportIncident", json=body), ABOUT, account=people.li)
    concerned = (people.qian, people.xu)
    nobody_sees(walk, *concerned, people.wu, people.zhao, people.sun, people.lin)
    item_code = people.he.call("listItems", params={"words": "政务窗口服务投诉"})["rows"][0]["item_code"]
    walk.act(people.he, "accept", item_code=item_code, remark="市里直接受理", state=ACCEPTED)
    people.he.refused(
        "dispatchIncident",
        422,
        "incident.unit_unfit",
        "反映的就是该单位",
        incident_id=walk.incident_id,
        json={"unit_id": unit_id, "version": walk.seen["version"]},
    )
    walk.act(people.he, "dispatch", unit_id=unit_called(people.he, "自来水"), state=DISPATCHED)
    walk.act(people.feng, "take", state=HANDLING)
    wanted = people.he.call("getItem", item_code=item_code)["evidence"]
    proofs = []
    for kind in wanted:
        stored = people.feng.call("uploadFile", files=photos.document())
        proofs.append({"file_id": stored["id"], "kind": kind})
    walk.act(people.feng, "handle", remark="已会同纪检核实", proofs=proofs, state=HANDLED)
    walk.act(people.he, "pass_check", remark="电话回访属实", state=VERIFIED)
    walk.act(people.he, "close", remark="已处理并告知", state=CLOSED)
    walk.reporter_acts("rate", stars=4, is_solved=True)
    nobody_sees(walk, *concerned)


def test_who_looks_at_a_phone_is_seen_by_its_owner(people: People) -> None:
    body = report_body(REVEALED, "楼道灯坏了，老人摔了一跤", reporter_name=NAMES["li"])
    walk = a_walk(people, people.li.call("reportIncident", json=body), REVEALED, account=people.li)
    part = {"incident_id": walk.incident_id}
    assert "****" in people.wu.call("getIncident", **part)["reporter"]["phone"]
    why = {"purpose": "contact_reporter", "remark": "约定上门时间"}
    assert people.wu.call("revealReporter", json=why, **part)["phone"] == PHONES[REVEALED]
    people.deng.refused("revealReporter", 403, "forbidden", "没有", json=why, **part)
    looks = people.li.call("listLooks", **part)
    assert [look["viewer_name"] for look in looks] == ["吴芳"]
