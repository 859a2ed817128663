"""Items and lists over HTTP, one import walked from upload to opening."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jingwei.domains.routing.services.sheets import ITEM_SHEET
from jingwei.domains.routing.tests.samples import SAMPLE
from jingwei.domains.routing.tests.test_item_lists import drafted
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import open_session
from jingwei.foundation.imports.services.registry import all_sheets, register_sheets
from jingwei.foundation.imports.services.runs import run_to_end
from jingwei.kernel.clock import now
from tests.cast import CAST

pytestmark = pytest.mark.django_db
Call = Callable[..., Any]


@pytest.fixture(autouse=True)
def _folder_and_sheets(settings: object, tmp_path: Path) -> None:
    settings.VAR_FOLDER = tmp_path  # type: ignore[attr-defined]
    if ITEM_SHEET not in all_sheets():
        register_sheets([ITEM_SHEET])


def bearer(actor: Actor | None) -> dict[str, str]:
    if actor is None:
        return {}
    assert actor.person_id is not None
    return {"Authorization": f"Bearer {open_session(actor.person_id, at=now())}"}


@pytest.fixture
def call() -> Call:
    def send(actor: Actor | None, method: str, path: str, body: Any = None) -> Any:
        data = "" if body is None else json.dumps(body)
        return Client().generic(
            method, f"/api/v1{path}", data, content_type="application/json", headers=bearer(actor)
        )

    return send


def test_anybody_reads_items(call: Call) -> None:
    page = call(None, "GET", "/items?words=暴露垃圾&limit=1").json()
    assert page["rows"][0]["item_name"] == "暴露垃圾"
    assert page["rows"][0]["evidence"] == ["photo_before", "photo_after"]
    following = call(None, "GET", f"/items?words=暴露垃圾&limit=1&cursor={page['next_cursor']}").json()
    assert following["rows"][0]["item_code"] != "010101"
    assert call(None, "GET", "/items/010101").json()["unit_kind"] == "sanitation"
    assert len(call(None, "GET", "/items/classes").json()) == 15
    assert {"key": "fire", "name_zh": "消防救援", "name_en": "Fire and rescue"} in call(
        None, "GET", "/items/unit-kinds"
    ).json()
    (version,) = call(None, "GET", "/items/lists").json()
    assert (version["items"], version["valid_from_on"], version["valid_to_on"]) == (332, "2024-01-01", None)


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/items/999999", 404, "routing.item_not_found"),
        ("/items/010101?on=2023-12-31", 404, "routing.item_not_found"),
        ("/items/010101?on=0001-01-01", 404, "routing.item_not_found"),
        ("/items?cursor=x", 422, "paging.bad_cursor"),
        ("/items?limit=0", 422, "bad_fields"),
        ("/items?klass=x", 422, "unknown_parameter"),
    ],
)
def test_what_is_not_there_is_said(call: Call, path: str, status: int, code: str) -> None:
    refused = call(None, "GET", path)
    assert (refused.status_code, refused.json()["code"]) == (status, code)


def test_a_list_is_exported_edited_imported_compared_and_opened(call: Call) -> None:
    (version,) = call(None, "GET", "/items/lists").json()
    export = call(CAST.ding, "GET", f"/items/lists/{version['list_id']}/export?file_format=csv")
    assert export.status_code == 200
    assert "filename*=UTF-8''" in export["Content-Disposition"]
    content = b"".join(export.streaming_content).decode("utf-8-sig")
    changed = content.replace("2工作小时,1工作日", "2工作小时,4工作小时", 1)
    assert changed != content

    upload = Client().post(
        "/api/v1/imports",
        {"file": SimpleUploadedFile("清单.csv", changed.encode()), "sheet_key": "routing.items"},
        headers=bearer(CAST.ding),
    )
    assert upload.status_code == 201, upload.content
    batch = upload.json()
    columns = [header["column"] for header in batch["headers"]]
    assert all(columns)
    mapping = {"columns": columns, "options": {"list_name": "下一版"}}
    assert call(CAST.ding, "PUT", f"/imports/{batch['id']}/mapping", mapping).status_code == 200
    for step in ("check", "start"):
        assert call(CAST.ding, "POST", f"/imports/{batch['id']}/{step}").status_code == 200
        run_to_end(batch["id"], now=now)

    (draft,) = call(CAST.ding, "GET", "/items/drafts").json()
    assert (draft["name"], draft["items"], draft["valid_from_on"]) == ("下一版", 332, None)
    changes = call(CAST.ding, "GET", f"/items/lists/{draft['list_id']}/changes").json()
    assert [(one["item_code"], one["columns"]) for one in changes["changed"]] == [
        ("010101", ["handle_limit"])
    ]
    opening = {"valid_from_on": "2099-01-01", "items_seen": 332}
    opened = call(CAST.ding, "POST", f"/items/lists/{draft['list_id']}/open", opening)
    assert opened.json()["valid_from_on"] == "2099-01-01"
    assert call(None, "GET", "/items/010101?on=2099-01-01").json()["handle_limit"] == "4h"
    withdrawn = call(CAST.ding, "POST", f"/items/lists/{draft['list_id']}/withdraw")
    assert withdrawn.json()["valid_from_on"] is None
    assert call(CAST.ding, "DELETE", f"/items/lists/{draft['list_id']}").status_code == 204
    assert len(call(None, "GET", "/items/lists").json()) == 1


def test_any_two_versions_are_compared_cell_by_cell(call: Call) -> None:
    one = drafted(SAMPLE)
    changed = [replace(item, handle_limit="9d") if n == 0 else item for n, item in enumerate(SAMPLE)]
    other = drafted(changed[:-1])
    changes = call(CAST.ding, "GET", f"/items/lists/{other.id}/changes?against={one.id}").json()
    assert changes["against"]["list_id"] == one.id
    (cell,) = changes["changed"][0]["cells"]
    assert cell == {"column": "handle_limit", "before": SAMPLE[0].handle_limit, "after": "9d"}
    assert [row["item_code"] for row in changes["removed"]] == [SAMPLE[-1].item_code]
    back = call(CAST.ding, "GET", f"/items/lists/{one.id}/changes?against={other.id}").json()
    assert [row["item_code"] for row in back["added"]] == [SAMPLE[-1].item_code]
    unknown = call(CAST.ding, "GET", f"/items/lists/{one.id}/changes?against=999999")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "routing.item_list_unknown")


def test_the_items_of_a_draft_are_listed_and_searched(call: Call) -> None:
    draft = drafted(SAMPLE)
    first = call(CAST.ding, "GET", f"/items/lists/{draft.id}/items?limit=1").json()
    rest = call(CAST.ding, "GET", f"/items/lists/{draft.id}/items?cursor={first['next_cursor']}").json()
    codes = [row["item_code"] for row in first["rows"] + rest["rows"]]
    assert codes == sorted(item.item_code for item in SAMPLE)
    found = call(CAST.ding, "GET", f"/items/lists/{draft.id}/items?words={SAMPLE[0].item_name}").json()
    assert SAMPLE[0].item_code in {row["item_code"] for row in found["rows"]}
    assert call(CAST.sun, "GET", f"/items/lists/{draft.id}/items").status_code == 403


@pytest.mark.parametrize(("who", "status"), [("sun", 403), ("li", 403), (None, 401)])
def test_others_may_not_touch_lists(call: Call, who: str | None, status: int) -> None:
    actor = getattr(CAST, who) if who else None
    draft = drafted(SAMPLE)
    path = f"/items/lists/{draft.id}"
    opening = {"valid_from_on": "2099-01-01", "items_seen": 3}
    for method, where, body in [
        ("GET", "/items/drafts", None),
        ("GET", f"{path}/changes", None),
        ("POST", f"{path}/open", opening),
        ("POST", f"{path}/withdraw", None),
        ("DELETE", path, None),
        ("PUT", "/items/unit-kinds/parking", {"name_zh": "停车", "name_en": "Parking"}),
    ]:
        assert call(actor, method, where, body).status_code == status, where


def test_drafts_do_not_exist_for_others(call: Call) -> None:
    draft = drafted(SAMPLE)
    refused = call(CAST.sun, "GET", f"/items/lists/{draft.id}/export")
    assert (refused.status_code, refused.json()["code"]) == (404, "routing.item_list_unknown")
    assert call(CAST.lin, "GET", f"/items/lists/{draft.id}/export").status_code == 403
    assert call(CAST.ding, "GET", f"/items/lists/{2**63}/export").status_code == 422


def test_kinds_of_unit_are_saved(call: Call) -> None:
    saved = call(CAST.ding, "PUT", "/items/unit-kinds/parking", {"name_zh": "停车", "name_en": "Parking"})
    assert {"key": "parking", "name_zh": "停车", "name_en": "Parking"} in saved.json()
    refused = call(CAST.ding, "PUT", "/items/unit-kinds/停车", {"name_zh": "停车", "name_en": "Parking"})
    assert (refused.status_code, refused.json()["code"]) == (422, "routing.bad_unit_kind")
