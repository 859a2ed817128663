"""The duty matrix over HTTP: open to everybody once published; drafts for those who write them."""

import json
from typing import Any

import pytest
from django.test import Client

from jingwei.domains.routing.contracts import NewLine
from jingwei.domains.routing.services import duties
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import open_session
from jingwei.kernel.clock import local, now
from tests.cast import CAST, COMMUNITY, WATER

pytestmark = pytest.mark.django_db


def call(actor: Actor | None, method: str, path: str, body: Any = None) -> Any:
    headers = {}
    if actor is not None:
        assert actor.person_id is not None
        headers = {"Authorization": f"Bearer {open_session(actor.person_id, at=now())}"}
    data = "" if body is None else json.dumps(body)
    return Client().generic(
        method, f"/api/v1/duties{path}", data, content_type="application/json", headers=headers
    )


def in_force() -> int:
    lines = [
        NewLine(lead="water_company", item_prefix="010101", handle_limit="4h"),
        NewLine(lead="fire", level=4),
    ]
    return int(duties.load_duties(CAST.ding, "现行", lines, local(now()).date(), at=now()).pk)


def test_anybody_asks_who_handles_and_by_which_line() -> None:
    asked = f"/receiver?item_code=010101&area_code={COMMUNITY}"
    assert call(None, "GET", asked).json()["line"] is None
    in_force()
    found = call(None, "GET", asked).json()
    assert (found["lead"]["unit_id"], found["line"]["no"], found["handle_limit"]) == (str(WATER), 1, "4h")
    gap = call(None, "GET", f"/receiver?item_code=010103&area_code={COMMUNITY}").json()
    assert (gap["line"], gap["list_name"], gap["lead"] is not None) == (None, "现行", True)
    refused = call(None, "GET", f"/receiver?item_code=999999&area_code={COMMUNITY}")
    assert (refused.status_code, refused.json()["code"]) == (404, "routing.item_not_found")


def test_a_draft_is_written_checked_and_opened_and_strangers_never_see_it() -> None:
    published = in_force()
    draft = call(CAST.ding, "POST", "", {"name": "明年"}).json()
    path = f"/{draft['list_id']}"
    assert (draft["lines"], draft["valid_from_on"]) == (2, None)
    written = {"lead": "urban_management@6", "item_prefix": "0101", "at_hours": "22:00-06:00", "before_no": 1}
    saved = call(CAST.ding, "PUT", f"{path}/lines", written).json()
    assert (saved["no"], saved["lead"]["words"], saved["when"]) == (
        1,
        "区县城市管理",
        "环境卫生 · 全市 · 22:00-06:00",
    )
    refused = call(CAST.ding, "PUT", f"{path}/lines", written | {"lead": "moon"})
    assert (refused.status_code, refused.json()["code"]) == (422, "routing.duty_line_refused")
    beyond = call(CAST.wu, "PUT", f"{path}/lines", written)
    assert (beyond.status_code, beyond.json()["code"]) == (409, "routing.duty_outside_area")
    check = call(CAST.sun, "GET", f"{path}/check").json()
    assert check["gap_count"] > 300
    assert [one["no"] for one in check["added"]] == [1]
    for stranger in (None, CAST.qian):
        assert call(stranger, "GET", f"{path}/lines").status_code == 404
        assert [one["list_id"] for one in call(stranger, "GET", "").json()] == [published]
    assert call(CAST.ding, "DELETE", f"{path}/lines/{saved['line_id']}").status_code == 204
    opening = {"valid_from_on": "2099-01-01", "lines_seen": 2}
    assert call(CAST.ding, "POST", f"{path}/open", opening).json()["valid_from_on"] == "2099-01-01"
    assert (
        call(None, "GET", f"{path}/lines?item_code=010101").json()["rows"][0]["lead"]["written"]
        == "water_company"
    )
    assert call(CAST.ding, "POST", f"{path}/withdraw").json()["valid_from_on"] is None
    export = call(CAST.ding, "GET", f"{path}/export?file_format=csv")
    assert "供水企业" in b"".join(export.streaming_content).decode("utf-8-sig")
    assert call(CAST.ding, "DELETE", path).status_code == 204
