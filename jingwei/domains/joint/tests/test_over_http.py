"""Disputes, meetings and enforcement over HTTP: files go where the words go, lists are narrowed, notices are plain."""

from datetime import timedelta
from typing import Any

import pytest

from jingwei.domains.ledger.tests.things import photo
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.calling import Call, call
from tests.cast import CAST, URBAN

__all__ = ["call"]
pytestmark = pytest.mark.django_db

DISPUTE: dict[str, Any] = {
    "title": "院墙占道纠纷",
    "words": "两家因院墙占用共用通道多次争吵。",
    "kind": "neighbours",
    "way": "people",
    "mediators": "吴芳",
    "parties": [
        {"side": "applicant", "name": "陈大勇", "phone": "13900000011"},
        {"side": "respondent", "name": "刘小梅"},
    ],
}


def made(answer: Any) -> dict[str, Any]:
    assert answer.status_code in (200, 201), answer.json()
    found: dict[str, Any] = answer.json()
    return found


def test_the_paper_of_a_session_is_for_those_who_mediate(call: Call) -> None:
    row = made(call(CAST.wu, "POST", "/joint/mediations", DISPUTE))
    with eyes(CAST.wu):
        paper = str(photo(CAST.wu))
    held = {
        "held_at": now().isoformat(),
        "place": "社区调解室",
        "words": "双方同意退让。",
        "file_ids": [paper],
    }
    shown = made(call(CAST.wu, "POST", f"/joint/mediations/{row['id']}/sessions", held))
    assert [one["file_id"] for one in shown["entries"][-1]["files"]] == [paper]
    above = made(call(CAST.sun, "GET", f"/joint/mediations/{row['id']}"))
    assert (above["parties"], above["entries"], above["sessions"], above["is_part"]) == ([], [], 1, False)
    assert call(CAST.sun, "GET", f"/files/{paper}/facts").status_code == 404
    assert call(CAST.qian, "GET", f"/joint/mediations/{row['id']}").status_code == 404
    narrowed = "/joint/mediations?state=running&state=waiting&way=people&level=12&kind=neighbours&is_mine=true&words=院墙"
    page = made(call(CAST.wu, "GET", narrowed))
    assert [one["id"] for one in page["rows"]] == [row["id"]]
    assert {"neighbours", "wages"} <= {one["code"] for one in page["kinds"]}
    assert made(call(CAST.wu, "GET", "/joint/mediations?is_overdue=true"))["rows"] == []
    assert "陈大勇" not in str(page) + str(shown) + str(above)


def test_what_comes_with_a_meeting_is_for_all_who_are_asked(call: Call) -> None:
    with eyes(CAST.wu):
        plan = str(photo(CAST.wu))
    body = {
        "title": "管线联席会议",
        "agenda": "修复和会签",
        "place": "二楼会议室",
        "starts_at": (now() + timedelta(days=1)).isoformat(),
        "unit_ids": [str(URBAN)],
        "file_ids": [plan],
    }
    meeting = made(call(CAST.wu, "POST", "/joint/meetings", body))
    seen = made(call(CAST.qian, "GET", f"/joint/meetings/{meeting['id']}"))
    assert [one["file_id"] for one in seen["files"]] == [plan]
    assert call(CAST.qian, "GET", f"/files/{plan}/facts").status_code == 200
    assert call(CAST.mao, "GET", f"/files/{plan}/facts").status_code == 404


def test_a_finding_takes_its_photos_to_the_matter(call: Call) -> None:
    body = {
        "title": "占道经营联合整治",
        "plan": "清理占道摊点",
        "place": "农贸市场",
        "starts_at": (now() + timedelta(hours=1, minutes=7)).isoformat(),
        "unit_ids": [str(URBAN)],
    }
    row = made(call(CAST.wu, "POST", "/joint/enforcements", body))
    with eyes(CAST.qian):
        picture = str(photo(CAST.qian))
    found = {"words": "下水口被油污堵塞", "end": "incident", "file_ids": [picture]}
    told = made(call(CAST.qian, "POST", f"/joint/enforcements/{row['id']}/findings", found))
    assert [one["end"] for one in told["findings"]] == ["incident"]
    matter = made(call(CAST.wu, "GET", f"/joint/enforcements/{row['id']}"))["findings"][0]["matter"]
    assert call(CAST.wu, "GET", f"/files/{picture}/facts").status_code == 200
    listed = made(call(CAST.wu, "GET", f"/joint/enforcements?incident_id={matter['id']}"))
    assert [one["id"] for one in listed["rows"]] == [row["id"]]
    ended = {"outcome": "cancelled", "result": "改期"}
    assert call(CAST.qian, "POST", f"/joint/enforcements/{row['id']}/end", ended).status_code == 403
    assert made(call(CAST.wu, "POST", f"/joint/enforcements/{row['id']}/end", ended))["state"] == "cancelled"
