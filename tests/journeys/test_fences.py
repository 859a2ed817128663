"""What few may see and what is refused: a stable code, what happened, what to do; and nothing half done."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest

from tests.cast import GRID_1, inside
from tests.journeys import photos
from tests.journeys.live import NAMES, PHONES, report_body, upload_photo
from tests.journeys.people import Json, People, Person
from tests.journeys.plans import Plan
from tests.journeys.secrets_kept import require_clean_logs
from tests.journeys.servers import House
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


NUMBER = len(PHONES) - 1
BEIJING = {"lon": 116.40, "lat": 39.90, "datum": "wgs84"}


@pytest.fixture(scope="module")
def receipt(people: People) -> Json:
    """One report, for whoever tries something with it."""
    return people.passer_by.call("reportIncident", json=report_body(NUMBER, "河边护栏断了一段"))


def test_a_position_outside_the_city(people: People, house: House) -> None:
    body = report_body(NUMBER, "在外地看到的垃圾堆", position=BEIJING)
    people.passer_by.refused(
        "reportIncident", 422, "areas.outside_city", "不在本市范围内", "12345", json=body
    )
    assert house.rows("select 1 from incidents_incident where id = %s", body["id"]) == []


def test_the_same_id_for_another_report(people: People, receipt: Json) -> None:
    other = report_body(NUMBER, "完全不同的一件事") | {"id": receipt["id"]}
    people.wang.refused("reportIncident", 409, "incident.id_taken", "重新生成编号", json=other)


def test_a_report_without_words_or_photo(people: People) -> None:
    body = report_body(NUMBER, " ")
    people.passer_by.refused("reportIncident", 422, "incident.words_missing", "拍一张照片", json=body)


def test_pictures_that_are_none(people: People) -> None:
    for upload, code in (
        (photos.fake_photo(), "files.not_an_image"),
        (photos.script_as_photo(), "files.not_an_image"),
    ):
        people.passer_by.refused("uploadFile", 422, code, "不是可以打开的图片", files=upload)
    people.qian.refused("uploadFile", 413, "files.too_large", "20MB", files=photos.oversized_photo())


def test_a_photo_is_nobody_elses_before_it_is_shown_with_a_report(people: People) -> None:
    stored = upload_photo(people.li, 5000)
    for stranger in (people.wang, people.wu, people.zhao, people.tang):
        for operation in ("downloadFile", "readFile"):
            stranger.refused(operation, 404, "not_found", "没有找到", file_id=stored["id"])
    content = people.li.call("downloadFile", file_id=stored["id"])
    assert photos.MAKER not in str(photos.traces_in(content))
    assert photos.traces_in(content) == []
    body = report_body(NUMBER, "想用别人的照片", file_ids=[stored["id"]])
    people.wang.refused("reportIncident", 422, "files.not_attachable", "不是您上传的", json=body)


def test_faces_in_a_street_are_covered_before_anything_is_stored(people: People) -> None:
    upload = photos.street_still()
    if upload is None:
        pytest.skip("the street stills are not at hand; set JINGWEI_SAMPLES to their folder")
    stored = people.qian.call("uploadFile", files=upload)
    assert stored["faces_masked"] + stored["doubtful_spots"] > 0
    assert stored["publish_blocked"] or stored["faces_masked"] > 0


def test_neighbours_and_strangers_do_not_learn_that_it_exists(people: People, receipt: Json) -> None:
    part = {"incident_id": receipt["id"]}
    unknown = {"incident_id": str(uuid4())}
    for stranger in (people.mao, people.zhou, people.tang, people.wang, people.qian):
        refusal = stranger.refused("getIncident", 404, "not_found", "没有找到，或不在您的辖区内", **part)
        assert stranger.refused("getIncident", 404, "not_found", **unknown) == refusal
    body = {"item_code": "010101", "remark": "手伸得太长"}
    people.zhou.refused("acceptIncident", 404, "not_found", "没有找到", json=body, **part)


def test_whoever_may_not_is_told_so(people: People, receipt: Json) -> None:
    part = {"incident_id": receipt["id"]}
    body = {"item_code": "010101", "remark": "我来受理"}
    people.passer_by.refused("acceptIncident", 401, "sign_in_needed", "请先登录", json=body, **part)
    people.lin.refused("acceptIncident", 403, "forbidden", "没有", "权限", json=body, **part)
    people.zhao.refused("acceptIncident", 403, "incident.not_yours", "应由", "综治中心", json=body, **part)
    people.passer_by.refused("trackIncident", 404, "incident.tracking_unknown", "查询码", code="2345678923")


def test_a_wrong_password_and_another_sites_page(people: People) -> None:
    wrong = {"username": "wang", "password": "not-the-password-1"}
    people.passer_by.refused("signIn", 401, "access.sign_in_refused", "用户名或密码不正确", json=wrong)


def test_two_people_at_once_take_one_step(people: People, house: House) -> None:
    receipt = people.passer_by.call("reportIncident", json=report_body(NUMBER, "窨井盖响得整夜睡不着"))
    both_ready = Barrier(2)
    body = {"item_code": "010101", "remark": "抢着受理", "version": 1}

    def accept(_: int) -> tuple[int, str]:
        both_ready.wait(120)
        answer = people.wu.ask("acceptIncident", json=body, incident_id=receipt["id"])
        return answer.status_code, answer.json().get("code", "")

    with ThreadPoolExecutor(2) as two:
        answers = sorted(two.map(accept, range(2)))
    assert answers == [(200, ""), (409, "stale_version")]
    stored = "select state, version from incidents_incident where id = %s"
    assert house.rows(stored, receipt["id"]) == [(ACCEPTED, 2)]


def test_a_unit_that_does_not_serve_the_place(people: People) -> None:
    lon, lat = inside(GRID_1)
    place = {"lon": lon, "lat": lat, "datum": "wgs84"}
    receipt = people.passer_by.call("reportIncident", json=report_body(NUMBER, "路口积水", position=place))
    part = {"incident_id": receipt["id"]}
    people.wu.call("acceptIncident", json={"item_code": "010101", "remark": "受理"}, **part)
    foreign = people.tang.call("listUnits", params={"kind": "urban_management", "area_code": "430903"})
    body = {"unit_id": foreign["rows"][0]["unit_id"]}
    people.wu.refused("dispatchIncident", 422, "incident.unit_unfit", "不负责事发地", json=body, **part)


def test_nothing_of_this_stands_in_the_logs(people: People, house: House, receipt: Json) -> None:
    house.wait_until_told()
    people.passer_by.refused(
        "rateTracked",
        409,
        "incident.step_refused",
        "不能执行",
        code=receipt["tracking_code"],
        json={"stars": 5, "is_solved": True},
    )
    require_clean_logs(house, people, codes=[receipt["tracking_code"]])
