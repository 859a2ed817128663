"""One incident from the desk to its rating, over HTTP: whoever acts first opens it, and finds the button offered."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.cast import COUNTY, GRID_1, GRID_2, inside
from tests.journeys import photos
from tests.journeys.messages import words_to_search
from tests.journeys.people import Json, People, Person
from tests.journeys.plans import Plan, Turn

OPERATIONS = {
    "accept": "acceptIncident",
    "correct": "correctIncident",
    "escalate": "escalateIncident",
    "take_up": "takeUpIncident",
    "dispatch": "dispatchIncident",
    "recall": "recallIncident",
    "take": "takeTask",
    "return": "returnTask",
    "assign": "assignTask",
    "handle": "handleTask",
    "ask_extension": "askExtension",
    "grant_extension": "grantExtension",
    "refuse_extension": "refuseExtension",
    "suspend": "suspendIncident",
    "resume": "resumeIncident",
    "pass_check": "passCheck",
    "fail_check": "failCheck",
    "close": "closeIncident",
    "void": "voidIncident",
    "ask_reporter": "askReporter",
    "answer": "answerQuestion",
    "urge": "urgeIncident",
    "note": "noteIncident",
    "rate": "rateIncident",
    "reopen": "reopenIncident",
}
BY_CODE = {"rate": "rateTracked", "reopen": "reopenTracked", "answer": "answerTracked"}
REPORTED, ACCEPTED, DISPATCHED, HANDLING, HANDLED, VERIFIED, CLOSED, VOIDED = range(10, 90, 10)
PHOTO_KINDS = ("photo_before", "photo_after")


@dataclass
class Walk:
    """A journey under way. ``journal`` names the steps taken; the course must say the same at the end."""

    people: People
    plan: Plan
    incident_id: str
    tracking_code: str
    account: Person | None = None
    journal: list[str] = field(default_factory=lambda: ["report"])
    ended_in: int = REPORTED
    ratings: int = 0
    seen: Json = None
    reader: Person | None = None
    item: Json = None
    unit_kind: str = ""

    def go(self) -> "Walk":
        """The whole course, with the turns of its plan."""
        turns = self.plan.turns
        self._accept()
        if Turn.VOIDED in turns:
            self.act(self.people.wu, "void", remark="与另一件为同一事项，并案办理")
            return self._end(VOIDED)
        desk = self._desk_in_charge()
        self._to_the_unit(desk)
        self._on_the_way(desk)
        self._handle_and_verify(desk)
        if Turn.REOPENED in turns:
            self._rate(stars=2, is_solved=False)
            self._reopen()
            self._to_the_unit(desk, is_again=True)
            self._handle_and_verify(desk, is_again=True)
        if Turn.UNRATED not in turns:
            self._rate(stars=3 + self.plan.number % 3, is_solved=True)
        return self._end(CLOSED)

    def open(self, who: Person) -> Json:
        """The incident as somebody finds it; on most journeys they go by what the one before them was answered."""
        if self.reader is not who and (self.plan.is_looked_at or self.reader is None):
            self.seen, self.reader = who.call("getIncident", incident_id=self.incident_id), who
        return self.seen

    def act(self, who: Person, action: str, *, state: int | None = None, **body: Any) -> Json:
        """Take a step whose button is offered, on the version that was seen."""
        before = self.open(who)
        if self.reader is who:
            offered = [one["action"] for one in before["actions"]]
            assert action in offered, f"{who.name} is not offered {action} but {offered} in {before['state']}"
        if action != "note":  # a note is no step that somebody else's could collide with
            body["version"] = before["version"]
        self.seen = who.call(OPERATIONS[action], incident_id=self.incident_id, json=body)
        self.reader = who
        self.journal.append(action)
        assert self.seen["version"] == len(self.journal), (self.seen["version"], self.journal)
        if state is not None:
            assert self.seen["state"] == state, (action, self.seen["state_label"])
        return self.seen

    def reporter_acts(self, action: str, **body: Any) -> Json:
        """A step of the reporter: signed in, or by the tracking code."""
        if self.account is not None:
            return self.act(self.account, action, **body)
        person, code = self.people.passer_by, {"code": self.tracking_code}
        before = person.call("trackIncident", **code)
        assert action in [one["action"] for one in before["actions"]], before["actions"]
        assert not any(step["is_internal"] or step["actor_name"] for step in before["steps"])
        body["version"] = before["version"]
        self.seen, self.reader = person.call(BY_CODE[action], json=body, **code), person
        self.journal.append(action)
        return self.seen

    # --- the centre ---------------------------------------------------------------------------------------

    def _accept(self) -> None:
        people, number = self.people, self.plan.number
        before = self.open(people.wu)
        assert before["state"] == REPORTED
        case = {"incident_id": self.incident_id}
        if self.plan.every(8):
            people.wu.refused(
                "acceptIncident", 422, "incident.item_missing", "请选择事项", json={"item_code": ""}, **case
            )
        words = words_to_search(before["title"] + before["words"][:200])
        self.item = people.wu.call("listItems", params={"words": words, "limit": 5})["rows"][0]
        self.act(people.wu, "accept", state=ACCEPTED, item_code=self.item["item_code"], remark="属实，受理")
        if self.plan.every(9):
            people.wu.refused(
                "escalateIncident",
                409,
                "stale_version",
                "刚刚被他人更新",
                json={"version": before["version"], "remark": "看的是旧页面"},
                **case,
            )
        if self.plan.every(7):
            self.act(people.wu, "note", remark="已电话核实，反映人不愿公开姓名", is_internal=True)
        if Turn.LOCATED in self.plan.turns and before["position"] is None:
            lon, lat = inside((GRID_1, GRID_2)[number % 2], east=0.2 + number % 7 / 10)
            where = {"lon": round(lon, 6), "lat": lat, "datum": "wgs84"}
            self.act(people.wu, "correct", remark="经核实的位置", position=where, address=f"第{number}号点位")
        if Turn.VISITED in self.plan.turns:
            officer = self._checker()
            proofs = [self._proof(officer, "photo_before")]
            self.act(officer, "note", remark="到场拍照，情况属实", is_internal=False, proofs=proofs)

    def _desk_in_charge(self) -> Person:
        people = self.people
        if Turn.KEPT in self.plan.turns:
            return people.wu
        if Turn.TAKEN_UP in self.plan.turns:
            self.act(people.sun, "take_up", remark="涉及多个街道，由区里牵头")
            return people.sun
        self.act(people.wu, "escalate", remark="社区无执法权，请街道协调", state=ACCEPTED)
        return people.zhao

    def _to_the_unit(self, desk: Person, *, is_again: bool = False) -> None:
        self.unit_kind = "water_company" if self.item["unit_kind"] == "water_company" else "urban_management"
        turns = self.plan.turns
        if not is_again and turns & {Turn.RETURNED, Turn.RECALLED}:
            is_water = self.unit_kind == "water_company"
            wrong_kind = "urban_management" if is_water else "water_company"
            self._dispatch(desk, wrong_kind)
            wrong_person = self.people.qian if is_water else self.people.feng
            if Turn.RETURNED in turns:
                self.act(wrong_person, "return", state=ACCEPTED, remark="不属于本单位职责，请改派")
            else:
                self.act(wrong_person, "take", state=HANDLING)
                self.act(desk, "recall", state=ACCEPTED, remark="派遣有误，改派其他单位")
        self._dispatch(desk, self.unit_kind)
        if self.unit_kind == "water_company":
            self.act(self.people.feng, "take", state=HANDLING)
            return
        head = self.people.xu
        self.act(head, "take", state=HANDLING)
        posts = head.call("listUnitPosts")
        (post_id,) = [one["post_id"] for one in posts if one["person_name"] == "钱伟"]
        self.act(head, "assign", post_id=post_id, remark="请今天到场", state=HANDLING)

    def _dispatch(self, desk: Person, unit_kind: str) -> None:
        self.open(desk)
        units = desk.call("listUnits", params={"kind": unit_kind, "area_code": COUNTY})["rows"]
        limit = {"handle_limit": "3d", "remark": "情况复杂，放宽到三天"} if self.plan.every(6) else {}
        self.act(desk, "dispatch", unit_id=units[0]["unit_id"], state=DISPATCHED, **limit)

    def _on_the_way(self, desk: Person) -> None:
        turns, worker = self.plan.turns, self._worker()
        case = {"incident_id": self.incident_id}
        if turns & {Turn.EXTENDED, Turn.NOT_EXTENDED}:
            due_before = self.act(worker, "ask_extension", limit="2d", remark="需要采购配件")["due_at"]
            if Turn.EXTENDED in turns:
                after = self.act(desk, "grant_extension", remark="同意，抓紧")
                assert datetime.fromisoformat(after["due_at"]) > datetime.fromisoformat(due_before)
                again = {"limit": "1d", "remark": "还要一天"}
                worker.refused(
                    "askExtension", 409, "incident.extension_refused", "最多延期1次", json=again, **case
                )
            else:
                after = self.act(desk, "refuse_extension", remark="配件库存充足，请按期办结")
                assert after["due_at"] == due_before
        if Turn.ASKED in turns:
            self.act(worker, "ask_reporter", remark="请问靠近哪个门？")
            after = self.reporter_acts("answer", words="靠近东门，进门右手边")
            assert [one["answer"] for one in after["questions"]] == ["靠近东门，进门右手边"]
        if Turn.URGED in turns:
            after = self.act(desk, "urge", remark="反映人又来电询问")
            assert after["urged"]["times"] == 1
            desk.refused("urgeIncident", 409, "incident.urged_already", "之后可以再催", json={}, **case)
        if Turn.SUSPENDED in turns:
            until = (datetime.now(UTC) + timedelta(days=5)).isoformat()
            after = self.act(desk, "suspend", until=until, remark="等待管线改迁")
            assert after["is_suspended"]
            assert after["due_at"] is None
            waits = {"remark": "想先办结"}
            worker.refused("handleTask", 409, "incident.suspended", "已挂起", json=waits, **case)
            after = self.act(desk, "resume", remark="改迁完成")
            assert after["due_at"] is not None

    # --- the unit and the check -----------------------------------------------------------------------------

    def _handle_and_verify(self, desk: Person, *, is_again: bool = False) -> None:
        people = self.people
        self._handle()
        if Turn.FAILED in self.plan.turns and not is_again:
            self.act(self._checker(), "fail_check", state=HANDLING, remark="现场仍有残留，请重新处置")
            self._handle()
        checker = self._checker()
        proofs = [self._proof(checker, "photo_after")] if self.plan.every(4) else []
        self.act(checker, "pass_check", state=VERIFIED, remark="到场核查，已解决", proofs=proofs)
        self.act(desk, "close", state=CLOSED, remark="已处置完毕，感谢您的反映")
        if self.plan.every(10):
            case = {"incident_id": self.incident_id, "json": {"remark": "结案后又想退回"}}
            people.zhao.refused("escalateIncident", 409, "incident.step_refused", "已结案", "可执行", **case)

    def _handle(self) -> None:
        worker = self._worker()
        before = self.open(worker)
        kinds = {one["kind"] for one in before["attachments"]} - {"photo_after"}
        shown = kinds | ({"photo_before"} if "report" in kinds else set())
        wanted = [kind for kind in self.item["evidence"] if kind not in shown]
        if self.plan.every(5) and wanted:
            refusal = worker.refused(
                "handleTask",
                422,
                "incident.evidence_missing",
                "要求提供",
                incident_id=self.incident_id,
                json={"remark": "口头说明", "version": before["version"]},
            )
            assert refusal["data"]["kinds"] == wanted
        proofs = [self._proof(worker, kind) for kind in wanted]
        self.act(worker, "handle", state=HANDLED, remark="已到场处置完毕", proofs=proofs)

    def _worker(self) -> Person:
        return self.people.feng if self.unit_kind == "water_company" else self.people.qian

    def _checker(self) -> Person:
        """Who keeps the grid; where no grid is known, the community's grid head."""
        people = self.people
        place = self.seen["scope_code"]
        return {GRID_1: people.lin, GRID_2: people.chen}.get(place, people.deng)

    def _proof(self, who: Person, kind: str) -> Json:
        """Something uploaded just now, to be shown with a step."""
        number = self.plan.number * 10 + len(self.journal)
        is_photo = kind in PHOTO_KINDS
        stored = who.call("uploadFile", files=photos.photo(number) if is_photo else photos.document())
        assert stored["kind"] == ("photo" if is_photo else "document")
        return {"file_id": stored["id"], "kind": kind}

    # --- the reporter ---------------------------------------------------------------------------------------

    def _rate(self, *, stars: int, is_solved: bool) -> None:
        verdict = {"stars": stars, "is_solved": is_solved, "remark": "满意" if is_solved else "没有彻底解决"}
        after = self.reporter_acts("rate", **verdict)
        self.ratings += 1
        assert [one["stars"] for one in after["ratings"]][-1] == stars
        if self.plan.every(11) and self.account is None:
            self.people.passer_by.refused(
                "rateTracked",
                409,
                "incident.already_rated",
                "已评价过",
                json=verdict,
                code=self.tracking_code,
            )

    def _reopen(self) -> None:
        after = self.reporter_acts("reopen", remark="两天后又出现了，请再来看看")
        assert after["state"] == ACCEPTED

    def _end(self, state: int) -> "Walk":
        self.ended_in = state
        return self
