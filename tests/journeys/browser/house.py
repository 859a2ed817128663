"""A house, its people and a browser, for journeys and for pictures."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import Browser, expect, sync_playwright

from jingwei.kernel.clock import now
from tests.cast import GRID_1, TOWNSHIP, id_of, inside
from tests.databases import clone_database, database_name, drop_database
from tests.journeys.browser.concerns import concern
from tests.journeys.browser.desk import PATIENCE_MS
from tests.journeys.browser.doorvisits import door_visit
from tests.journeys.browser.dwellings import dwellings
from tests.journeys.browser.joint import enforcement, mediation, meeting, whistle
from tests.journeys.browser.organisations import organisation
from tests.journeys.browser.residents import resident, resident_double
from tests.journeys.browser.stage import Stage
from tests.journeys.browser.tasking import given_task, log_entry
from tests.journeys.browser.visiting import sampled, visited
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
    visited(people, cases["closed"])
    sampled(people)
    return {
        "id": cases["with_township"],
        "import.id": _import(people),
        "building.id": dwellings(people)[0],
        "house.id": dwellings(people)[1],
        "component.id": str(_component(people)["component_id"]),
        "resource.id": _resource(people),
        "announcement.id": _announcement(people),
        "staff-person.personId": str(id_of("person wu")),
        "draftId": _draft(people),
        "form.kind": "dwellings.house",
        "form-draft.kind": _form_draft(people),
        "whistle.id": whistle(people),
        "meeting.id": meeting(people),
        "mediation.id": mediation(people),
        "enforcement.id": enforcement(people),
        "given-task.id": given_task(people),
        "work-log-entry.id": log_entry(people),
        "door-visit.id": door_visit(people),
        "workforce-member.id": grid_member(people),
        "concern.id": concern(people),
        "resident.id": resident(people),
        "resident-join.id": resident(people),
        "resident-join.other": resident_double(people),
        "organisation.id": organisation(people),
    }


def grid_member(people: People) -> str:
    """A policeman of the first grid, with a telephone, and somebody whom Lin has asked."""
    member_id = str(uuid4())
    service = {"kind": "police", "area_code": GRID_1, "from_on": "2026-01-05"}
    body = {
        "id": member_id,
        "name": "周建国",
        "employer": "大码头派出所",
        "phone": "13873712345",
        "service": service,
    }
    made = people.wu.call("registerMember", json=body)
    asked = {
        "id": str(uuid4()),
        "service_id": made["services"][0]["service_id"],
        "words": "三单元争吵，请一起上门",
    }
    people.lin.call("askSpecialist", json=asked)
    return member_id


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


def _form_draft(people: People) -> str:
    """The form of a house, with a draft in which one field is asked for that was not, and one that lacks its reasons."""
    kind = "dwellings.house"
    draft = people.ding.call("draftForm", record_kind=kind)
    personal = {
        "key": "rent_phone",
        "label_zh": "承租人电话",
        "label_en": "Tenant's phone",
        "kind": "phone",
        "is_personal": True,
    }
    body = {name: draft[name] for name in ("title_zh", "title_en", "period_days", "edition")}
    people.ding.call(
        "changeFormDraft", record_kind=kind, json={**body, "fields": [*draft["fields"], personal]}
    )
    return kind


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
