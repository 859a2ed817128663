"""A house, its people and a browser, for journeys and for pictures."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from jingwei.kernel.clock import now
from tests.cast import GRID_1, TOWNSHIP, id_of, inside
from tests.databases import clone_database, database_name, drop_database
from tests.journeys.browser.desk import PATIENCE_MS
from tests.journeys.browser.stage import Stage
from tests.journeys.people import People
from tests.journeys.servers import House, running
from tools.needs import browser as browser_path


@contextmanager
def open_house(folder: Path) -> Iterator[House]:
    """All servers over a database of their own."""
    name = database_name("desk")
    clone_database(name)
    try:
        with running(name, folder) as house:
            yield house
    finally:
        drop_database(name)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """The system's Chromium; Playwright only speaks to it."""
    path = browser_path()
    assert path, "Chromium is missing. On Debian: apt-get install chromium"
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


def parts_of(people: People, stage: Stage) -> dict[str, str]:
    """What stands where a page's address names something: a key is the parameter, or page and parameter."""
    cases = stage.furnish()
    _telephone(people)
    _export(people)
    return {
        "id": cases["with_township"],
        "import.id": _import(people),
        "component.id": str(_component(people)["component_id"]),
        "resource.id": _resource(people),
        "announcement.id": _announcement(people),
        "staff-person.personId": str(id_of("person wu")),
        "draftId": _draft(people),
    }


def _import(people: People) -> str:
    """A table of reports that Zhao has brought and not yet checked."""
    table = "反映内容,反映人电话\n路灯不亮,13973700001\n,不是电话\n".encode()
    sheet = people.zhao.call("listImportSheets")[0]["key"]
    files = {"file": ("reports.csv", table, "text/csv"), "sheet_key": (None, sheet)}
    return str(people.zhao.call("uploadImport", files=files)["id"])


def _component(people: People) -> dict[str, object]:
    """A cover that was inspected, and about which something was reported."""
    lon, lat = inside(GRID_1, east=0.3, north=0.3)
    body = {
        "kind": "0101",
        "name": "春江路口上水井盖",
        "address": "春江路与建设路口东北角",
        "position": {"lon": lon, "lat": lat},
        "keeper_name": "资阳区自来水公司",
        "value_yuan": "1200.00",
        "warranty_until_on": "2099-12-31",
    }
    made: dict[str, object] = people.wu.call("registerComponent", json=body)
    found = {"condition": 3, "remark": "盖板开裂，过车有响声"}
    people.lin.call("inspectComponent", component_id=made["component_id"], json=found)
    return made


def _resource(people: People) -> str:
    """A grid post with hours and somebody to call."""
    lon, lat = inside(GRID_1, east=0.6, north=0.6)
    body = {
        "kind": "grid_station",
        "name": "迎春社区网格驿站",
        "address": "春江路12号",
        "position": {"lon": lon, "lat": lat},
        "capacity": 30,
        "opening_hours": "周一至周五 08:30-17:30；周六 09:00-12:00",
        "phone": "0737-4220000",
        "contact": {"name": "罗敏", "phone": "16900000002"},
    }
    return str(people.wu.call("registerResource", json=body)["resource_id"])


def _announcement(people: People) -> str:
    """One from the county to everybody below, to be confirmed."""
    words = "请各中心今天起每日两次巡查背街小巷路面结冰情况，发现险情立即上报。" * 3
    body = {"title": "关于做好低温雨雪天气巡查的通知", "words": words, "must_confirm": True}
    return str(people.sun.call("createAnnouncement", json=body)["id"])


def _draft(people: People) -> str:
    """The grids of a township, opened to be drawn on."""
    body = {"area_code": TOWNSHIP, "title": "2026年冬季网格调整"}
    return str(people.ding.call("openDraft", json=body)["draft_id"])


def _telephone(people: People) -> None:
    """Zhao's extension, and a promise to call back."""
    people.ding.call("setSeat", post_id=str(id_of("post zhao")), json={"extension": "8001"})
    people.zhao.call("switchSeat", json={"is_signed_on": True})
    due = (now() + timedelta(hours=3)).isoformat()
    people.zhao.call("createCallBack", json={"why": "告知处理结果", "due_at": due, "phone": "16900000001"})


def _export(people: People) -> None:
    """One that waits for consent, because it names people."""
    body = {
        "source": "incidents",
        "columns": ["receipt_no", "title", "reporter_phone"],
        "is_clear": True,
        "purpose": "回访本月反映人",
    }
    people.zhao.call("requestExport", json=body)
