"""What the desk finds to work on: incidents brought to every stage over HTTP, by the people whose turn it is."""

import itertools
from dataclasses import dataclass, field
from typing import Any

from tests.cast import COUNTY
from tests.journeys.live import report_body
from tests.journeys.people import Json, People, Person
from tests.journeys.photos import document, photo

WORDS = (
    "井盖松动，车过有响声",
    "路灯杆下面的电线露在外面，路灯不亮",
    "小区门口垃圾桶满了三天没人收",
    "楼下餐馆油烟直接排到二楼窗口",
    "路面有一个深坑，骑车的人摔倒了",
    "整栋楼停水两天了",
    "人行道被建材堆满，只能走车行道",
    "消防通道每天晚上停满车",
    "工地夜间施工，凌晨两点还在打桩",
    "物业停车费没有公示就涨价",
)


@dataclass
class Stage:
    """Brings incidents where a journey needs them."""

    people: People
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    codes: dict[str, str] = field(default_factory=dict)
    """Tracking codes by incident, as the receipts gave them."""
    _item: Json = None

    @property
    def item(self) -> Json:
        """An item of the list, with the evidence it asks for."""
        if self._item is None:
            self._item = self.people.wu.call("listItems", params={"words": "井盖", "limit": 5})["rows"][0]
        return self._item

    def report(self, words: str = "", *, by: Person | None = None, photos: int = 0, **changes: Any) -> str:
        """A report from the street, by a passer-by unless somebody is named. Gives its id."""
        number = next(self.numbers)
        reporter = by or self.people.passer_by
        proofs = [reporter.call("uploadFile", files=photo(number * 7 + one))["id"] for one in range(photos)]
        words = words or f"{WORDS[number % len(WORDS)]}（第{number}件）"
        phone = f"1397370{number:04}"
        body = report_body(0, words, reporter_phone=phone, file_ids=proofs, **changes)
        body["address"] = f"迎春路{number}号门前"
        receipt = reporter.call("reportIncident", json=body)
        self.codes[str(body["id"])] = str(receipt["tracking_code"])
        return str(body["id"])

    def accepted(self, **given: Any) -> str:
        return self._step(
            self.report(**given), self.people.wu, "acceptIncident", item_code=self.item["item_code"]
        )

    def with_township(self, **given: Any) -> str:
        """Accepted by the community and passed up: waits for Zhao to dispatch it."""
        return self._step(self.accepted(**given), self.people.wu, "escalateIncident", remark="请街道协调")

    def dispatched(self, **given: Any) -> str:
        case = self.with_township(**given)
        units = self.people.zhao.call("listUnits", params={"kind": "urban_management", "area_code": COUNTY})[
            "rows"
        ]
        return self._step(case, self.people.zhao, "dispatchIncident", unit_id=units[0]["unit_id"])

    def handling(self, **given: Any) -> str:
        return self._step(self.dispatched(**given), self.people.qian, "takeTask")

    def handled(self, **given: Any) -> str:
        case = self.handling(**given)
        who = self.people.qian
        proofs = [
            {
                "kind": kind,
                "file_id": who.call(
                    "uploadFile", files=photo(next(self.numbers)) if "photo" in kind else document()
                )["id"],
            }
            for kind in self.item["evidence"]
        ]
        return self._step(case, who, "handleTask", remark="已到场处置完毕", proofs=proofs)

    def verified(self, **given: Any) -> str:
        return self._step(self.handled(**given), self.people.lin, "passCheck", remark="到场核查，已解决")

    def closed(self, **given: Any) -> str:
        return self._step(self.verified(**given), self.people.zhao, "closeIncident", remark="已办结")

    def _step(self, case: str, who: Person, operation: str, **body: Any) -> str:
        who.call(operation, incident_id=case, json=body)
        return case

    def furnish(self) -> dict[str, str]:
        """Enough of everything that no tray is empty. Gives one case of each stage by its name."""
        found = {
            "reported": self.report(by=self.people.li, photos=2, words="校门口井盖破损，放学时很危险"),
            "accepted": self.accepted(),
            "with_township": self.with_township(photos=1),
            "dispatched": self.dispatched(),
            "handling": self.handling(),
            "handled": self.handled(),
            "verified": self.verified(),
            "closed": self.closed(photos=1),
        }
        for _ in range(9):
            self.report()
        for _ in range(5):
            self.with_township()
        return found
