"""Exporting over HTTP."""

import io
from datetime import datetime, timedelta
from uuid import uuid4

import openpyxl
import pytest
from django.test import Client

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import open_session
from jingwei.foundation.imports.services.export_runs import make_to_end
from jingwei.kernel.clock import now
from tests.cast import CAST

pytestmark = pytest.mark.django_db
ROOT = "/api/v1/exports"
WANTED = {
    "source": "test.units",
    "filter": {"begins": "U"},
    "columns": ["code", "name"],
    "purpose": "月度例会通报",
}
CLEAR = WANTED | {"columns": ["code", "head"], "is_clear": True}


class Hand:
    """Somebody at the API."""

    def __init__(self, actor: Actor, *, proved_at: datetime | None = None) -> None:
        assert actor.person_id
        secret = open_session(actor.person_id, at=now(), proved_at=proved_at)
        self.headers = {"Authorization": f"Bearer {secret}"}
        self.client = Client()

    def get(self, path: str):  # type: ignore[no-untyped-def]
        return self.client.get(f"{ROOT}{path}", headers=self.headers)

    def post(self, path: str, **body: object):  # type: ignore[no-untyped-def]
        return self.client.post(f"{ROOT}{path}", body, content_type="application/json", headers=self.headers)

    def asked(self, **changes: object) -> dict[str, object]:
        answer = self.post("", **(WANTED | changes))
        assert answer.status_code == 201, answer.content
        return dict(answer.json())


@pytest.fixture
def wu() -> Hand:
    return Hand(CAST.wu)


@pytest.fixture
def zhao() -> Hand:
    return Hand(CAST.zhao)


def make(export: dict[str, object]) -> None:
    make_to_end(export["id"], now=now)  # type: ignore[arg-type]


def test_the_whole_way(wu: Hand) -> None:
    (source,) = wu.get("/sources").json()
    assert (source["key"], source["may_take_clear"], source["keep_hours"]) == ("test.units", True, 24)
    assert [c["name"] for c in source["columns"] if c["is_personal"]] == ["head"]
    export = wu.asked()
    assert (export["state"], export["actions"], export["progress"]) == ("asked", ["stop"], None)
    make(export)
    (shown,) = wu.get("").json()["rows"]
    assert shown | {"state": "ready", "progress": 1.0, "done_rows": 3, "actions": ["download"]} == shown
    assert shown["filter_zh"] == "begins U"
    sent = wu.get(f"/{export['id']}/file")
    assert sent["Content-Disposition"].startswith("attachment; filename*=UTF-8''%E5%8D%95%E4%BD%8D-")
    assert sent["Cache-Control"] == "no-store"
    content = b"".join(sent.streaming_content)
    assert sent["Content-Length"] == str(len(content)) == str(shown["size_bytes"])
    assert openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]["A3"].value == "U1"
    assert wu.get(f"/{export['id']}").json()["downloads"] == 1


def test_personal_fields_in_the_clear_are_handed_out_to_who_has_just_proved_who_they_are(
    wu: Hand, zhao: Hand
) -> None:
    clear, masked = wu.asked(**CLEAR), wu.asked()
    assert zhao.post(f"/{clear['id']}/approve", remark="同意").status_code == 200
    make(clear)
    make(masked)
    long_ago = Hand(CAST.wu, proved_at=now() - timedelta(hours=1))
    refused = long_ago.get(f"/{clear['id']}/file")
    assert (refused.status_code, refused.json()["next"]) == (403, "step_up")
    assert b"".join(long_ago.get(f"/{masked['id']}/file").streaming_content).startswith(b"PK")
    assert wu.get(f"/{clear['id']}").json()["downloads"] == 0
    assert b"".join(wu.get(f"/{clear['id']}/file").streaming_content).startswith(b"PK")


def test_consent_over_http(wu: Hand, zhao: Hand) -> None:
    export = wu.asked(**CLEAR)
    assert (export["state"], export["actions"], zhao.get("").json()["rows"]) == ("waiting", ["stop"], [])
    (waiting,) = zhao.get("/waiting").json()["rows"]
    assert (waiting["actions"], waiting["is_own"], waiting["actor_name"]) == (
        ["approve", "refuse"],
        False,
        "吴芳",
    )
    assert waiting["unit_name"] == "迎春社区综治中心"
    assert wu.post(f"/{export['id']}/approve").json()["code"] == "exports.not_by_oneself"
    assert zhao.post(f"/{export['id']}/refuse").json()["code"] == "exports.reason_missing"
    assert zhao.post(f"/{export['id']}/approve", remark="同意").json()["state"] == "asked"
    make(export)
    assert zhao.get(f"/{export['id']}/file").status_code == 404
    assert b"".join(wu.get(f"/{export['id']}/file").streaming_content).startswith(b"PK")
    assert zhao.get("/waiting").json()["rows"] == []


def test_a_stop_over_http(wu: Hand) -> None:
    export = wu.asked()
    assert wu.post(f"/{export['id']}/stop").json()["state"] == "stopped"
    again = wu.post(f"/{export['id']}/stop").json()
    assert (again["code"], again["data"]["state"]) == ("exports.step_refused", "已停止")
    assert wu.get(f"/{export['id']}/file").status_code == 409


def test_strangers_learn_nothing(wu: Hand) -> None:
    export = wu.asked()
    for other in (Hand(CAST.zhao), Hand(CAST.mao)):
        assert other.get(f"/{export['id']}").status_code == 404
        assert other.get(f"/{export['id']}/file").status_code == 404
        assert other.post(f"/{export['id']}/stop").status_code == 404
        assert other.post(f"/{export['id']}/approve").status_code == 404
    lin = Hand(CAST.lin)
    assert (
        lin.get("").status_code
        == lin.post("", **WANTED).status_code
        == lin.get("/waiting").status_code
        == 403
    )
    assert wu.get(f"/{uuid4()}").status_code == 404
    assert Client().get(ROOT).status_code == 401


def test_exports_are_paged(wu: Hand) -> None:
    ids = [wu.asked()["id"] for _ in range(3)]
    first = wu.get("?limit=2").json()
    second = wu.get(f"?limit=2&cursor={first['next_cursor']}").json()
    assert [row["id"] for row in first["rows"] + second["rows"]] == ids[::-1]
    assert second["next_cursor"] is None
    assert wu.get("?cursor=x").status_code == 422


def test_odd_requests_are_refused(wu: Hand) -> None:
    assert wu.post("", **(WANTED | {"filter": {"begins": "a\x00"}})).json()["code"] == "bad_character"
    assert wu.post("", **(WANTED | {"filter": {"begins\x00": ["a"]}})).status_code == 422
    assert wu.post("", **(WANTED | {"columns": "code"})).status_code == 422
    assert wu.post("", **(WANTED | {"purpose": ""})).json()["code"] == "exports.purpose_missing"
    assert wu.post("", **(WANTED | {"source": "test.items"})).status_code == 404
    assert wu.post("", **(WANTED | {"colour": 1})).status_code == 422
    assert wu.post("", **(WANTED | {"language": "fr"})).status_code == 422


def test_one_may_look_before_asking(wu: Hand) -> None:
    body = {"source": "test.units", "filter": {"begins": "U"}}
    shown = wu.post("/preview", **body).json()
    assert shown == {"filter_zh": "begins U", "filter_en": "begins U", "rows": 3, "is_capped": False}
    assert (
        wu.post("/preview", **(body | {"filter": {"colour": "red"}})).json()["code"]
        == "exports.filter_refused"
    )
    assert wu.post("/preview", **(body | {"source": "test.items"})).status_code == 404
    assert Hand(CAST.lin).post("/preview", **body).status_code == 403
