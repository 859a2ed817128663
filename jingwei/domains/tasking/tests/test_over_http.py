"""Tasks over HTTP: given with a form and a file, answered with values and proof, accepted, taken along."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from jingwei.domains.ledger.tests.things import photo
from jingwei.domains.tasking.services.sources import SHARE_SOURCE
from jingwei.foundation.imports.contracts.exports import Language, Taking, WishRefused
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from jingwei.kernel.ids import uuid7
from tests.calling import Call, call
from tests.cast import CAST, COMMUNITY, centre

__all__ = ["call"]
pytestmark = pytest.mark.django_db


def given(call: Call, **changes: Any) -> dict[str, Any]:
    body = {
        "id": str(uuid4()),
        "title": "消防通道清查",
        "words": "逐栋清查，拍照为证。",
        "measure": "count",
        "target_unit": "栋",
        "form": [{"key": "f1", "label": "通道畅通", "kind": "yes_no", "is_required": True}],
        "due_at": (now() + timedelta(days=7)).isoformat(),
        "shares": [{"unit_id": str(centre(COMMUNITY)), "target": 12}],
    }
    answer = call(CAST.zhao, "POST", "/tasks", body | changes)
    assert answer.status_code == 201, answer.json()
    made: dict[str, Any] = answer.json()
    return made


def test_it_is_given_answered_with_proof_and_accepted(call: Call) -> None:
    with eyes(CAST.zhao):
        plan = str(photo(CAST.zhao))
    task = given(call, file_ids=[plan])
    assert (task["can_give_further"], task["progress"]["target"]) == (True, 12)
    (row,) = call(CAST.wu, "GET", "/tasks/shares").json()["rows"]
    assert (row["state"], row["is_mine"], row["giver_name"]) == ("given", True, "大码头街道综治中心")
    path = f"/tasks/shares/{row['id']}"
    shown = call(CAST.wu, "POST", f"{path}/answer", {"act": "acknowledge", "version": 1}).json()
    assert [one["file_id"] for one in shown["files"]] == [plan]
    assert [one["act"] for one in shown["shares"][0]["acts"]] == [
        "return",
        "progress",
        "complete",
        "pass_down",
    ]
    with eyes(CAST.wu):
        proof = str(photo(CAST.wu))
    said = {"act": "complete", "version": 2, "done": 12, "file_ids": [proof]}
    refused = call(CAST.wu, "POST", f"{path}/answer", said)
    assert (refused.status_code, refused.json()["code"]) == (422, "tasking.bad_value")
    done = call(CAST.wu, "POST", f"{path}/answer", said | {"values": {"f1": True}})
    assert done.status_code == 200, done.json()
    seen = call(CAST.zhao, "GET", f"/tasks/{task['id']}").json()
    last = seen["shares"][0]["entries"][-1]
    assert (last["act"], last["done"], last["values"]) == ("complete", 12, {"f1": True})
    assert [one["file_id"] for one in last["files"]] == [proof]
    assert call(CAST.zhao, "POST", f"{path}/steer", {"act": "accept"}).status_code == 200
    (listed,) = call(CAST.zhao, "GET", "/tasks").json()["rows"]
    assert listed["progress"] == {"target": 12, "done": 12, "shares": 1, "shares_done": 1, "overdue": 0}
    assert call(CAST.mao, "GET", f"/tasks/{task['id']}").status_code == 404


def test_the_list_is_taken_along_as_it_was_narrowed(call: Call) -> None:
    given(call)
    wish = SHARE_SOURCE.read({"side": "given", "state": ["given"], "words": "消防", "cursor": "x"})
    assert wish == {"side": "given", "state": ["given"], "words": "消防"}
    assert SHARE_SOURCE.say(wish, Language.ZH) == "哪一边 我下达的；状态 待签收；文字 消防"
    columns = tuple(one.name for one in SHARE_SOURCE.columns)
    with eyes(CAST.zhao):
        taking = Taking(uuid7(), wish, columns, Language.ZH, False, now())
        page = SHARE_SOURCE.rows(CAST.zhao, taking, cursor=None)
        assert SHARE_SOURCE.count(CAST.zhao, taking, most=10) == 1
    (cells,) = (dict(zip(columns, row, strict=True)) for row in page.rows)
    assert (cells["title"], cells["receiver"], cells["target"]) == ("消防通道清查", "迎春社区综治中心", 12)
    assert (cells["state"], cells["is_overdue"]) == ("待签收", "否")
    for bad in ({"side": "nobody"}, {"state": ["lost"]}, {"stray": "1"}, {"words": "a\x00"}):
        with pytest.raises(WishRefused):
            SHARE_SOURCE.read(bad)


def test_shape_and_red_lines_are_refused_at_the_door(call: Call) -> None:
    good = {"id": str(uuid4()), "title": "清查", "due_at": (now() + timedelta(days=1)).isoformat()}
    shares = [{"unit_id": str(centre(COMMUNITY))}]
    field = {"key": "f1", "label": "宗教信仰", "kind": "text"}
    for body, status in [
        (good | {"shares": []}, 422),
        (good | {"shares": shares, "form": [field]}, 422),
        (good | {"shares": shares, "title": " "}, 422),
        (good | {"shares": shares, "due_at": "2026-11-30"}, 422),
    ]:
        answer = call(CAST.zhao, "POST", "/tasks", body)
        assert answer.status_code == status, answer.json()
        assert answer.json()["message"].endswith("。")
