"""Importing over HTTP."""

import io
from uuid import UUID, uuid4

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import open_session
from jingwei.foundation.imports.models import Batch
from jingwei.foundation.imports.tests.steps import GOOD, csv_bytes, run, unit_names, xlsx_bytes
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST

pytestmark = pytest.mark.django_db
ROOT = "/api/v1/imports"


class Hand:
    """Somebody at the API."""

    def __init__(self, actor: Actor) -> None:
        assert actor.person_id
        self.actor = actor
        self.headers = {"Authorization": f"Bearer {open_session(actor.person_id, at=now())}"}
        self.client = Client()

    def get(self, path: str):
        return self.client.get(f"{ROOT}{path}", headers=self.headers)

    def post(self, path: str, **fields: object):
        return self.client.post(f"{ROOT}{path}", data=fields, headers=self.headers)

    def put(self, path: str, body: object):
        return self.client.put(f"{ROOT}{path}", body, content_type="application/json", headers=self.headers)

    def upload(self, content: bytes, *, path: str = "", name: str = "单位.csv", **fields: str):
        return self.post(path, file=SimpleUploadedFile(name, content), **fields)

    def run(self, batch_id: str) -> None:
        with eyes(CAST.machine):
            batch = Batch.objects.get(pk=batch_id)
        run(batch, actor=self.actor)


@pytest.fixture
def wu() -> Hand:
    return Hand(CAST.wu)


def test_the_whole_way(wu: Hand) -> None:
    (units, _) = wu.get("/sheets").json()
    assert (units["key"], units["can_undo"], units["columns"][0]["label_en"]) == ("test.units", True, "Code")
    answer = wu.upload(
        xlsx_bytes(GOOD[0], ("T3", "", "环卫", "", "")), name="单位.xlsx", sheet_key="test.units"
    )
    assert answer.status_code == 201, answer.content
    batch = answer.json()
    assert batch["headers"][0] == {"header": "单位编号", "column": "code"}
    assert (batch["state_zh"], "check" in batch["actions"], batch["progress"]) == ("已上传", True, None)
    here = f"/{batch['id']}"
    columns = [h["column"] for h in batch["headers"]]

    assert wu.put(f"{here}/mapping", {"columns": columns, "options": {"area": "430902"}}).status_code == 200
    assert wu.post(f"{here}/check").json()["state"] == "checking"
    wu.run(batch["id"])
    assert wu.get(here).json() | {"state": "checked", "bad_rows": 1, "progress": 1.0} == wu.get(here).json()
    assert wu.post(f"{here}/start").status_code == 200
    wu.run(batch["id"])
    assert unit_names() == {"T1": "一队"}

    (row,) = wu.get(f"{here}/faults").json()["rows"]
    assert (row["number"], [f["column"] for f in row["faults"]]) == (3, ["name", "kind"])
    sent = wu.get(f"{here}/errors")
    assert sent["Content-Disposition"].startswith("attachment; filename*=UTF-8''%E5%8D%95%E4%BD%8D")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(sent.streaming_content)))
    assert book.active is not None
    book.active["B2"], book.active["C2"] = "三队", "城管"
    mended = io.BytesIO()
    book.save(mended)
    assert wu.upload(mended.getvalue(), path=f"{here}/correction", name="改.xlsx").json()["round"] == 2
    wu.post(f"{here}/check")
    wu.run(batch["id"])
    wu.post(f"{here}/start")
    wu.run(batch["id"])
    assert (wu.get(here).json()["written_rows"], unit_names()) == (2, {"T1": "一队", "T3": "三队"})

    assert wu.post(f"{here}/undo").json()["state"] == "undoing"
    wu.run(batch["id"])
    assert (wu.get(here).json()["undone_rows"], unit_names()) == (2, {})


def test_refusals_say_what_to_do(wu: Hand) -> None:
    answer = wu.upload(csv_bytes(("T1", "汉"), headers=("编号", "民族")), sheet_key="test.units")
    assert (answer.status_code, answer.json()["code"]) == (422, "imports.forbidden_column")
    assert "民族" in answer.json()["message"]
    assert wu.upload(b"\xd0\xcf\x11\xe0....", sheet_key="test.units").json()["code"] == "imports.file_refused"
    assert wu.upload(csv_bytes(*GOOD), sheet_key="test.items").status_code == 404
    batch_id = wu.upload(csv_bytes(*GOOD), sheet_key="test.units").json()["id"]
    early = wu.post(f"/{batch_id}/start").json()
    assert (early["code"], early["data"]["state"]) == ("imports.step_refused", "已上传")
    assert wu.get(f"/{batch_id}/errors").json()["code"] == "imports.not_checked"
    assert wu.post(f"/{batch_id}/stop").status_code == 409
    assert wu.post(f"/{batch_id}/undo").json()["code"] == "imports.nothing_to_undo"


def test_strangers_learn_nothing(wu: Hand) -> None:
    batch_id = wu.upload(csv_bytes(*GOOD), sheet_key="test.units").json()["id"]
    zhao, lin = Hand(CAST.zhao), Hand(CAST.lin)
    for path in ("", "/faults", "/errors"):
        assert zhao.get(f"/{batch_id}{path}").status_code == 404
        assert lin.get(f"/{batch_id}{path}").status_code == 403
    for path in ("/check", "/start", "/stop", "/undo"):
        assert zhao.post(f"/{batch_id}{path}").status_code == 404
    assert zhao.put(f"/{batch_id}/mapping", {"columns": []}).status_code == 404
    assert zhao.upload(csv_bytes(*GOOD), path=f"/{batch_id}/correction").status_code == 404
    assert zhao.get(f"/{uuid4()}").status_code == 404
    assert zhao.get("").json() == {"rows": [], "next_cursor": None}
    assert Client().get(ROOT).status_code == 401


def test_batches_and_faults_are_paged(wu: Hand) -> None:
    ids = [wu.upload(csv_bytes(*GOOD), sheet_key="test.units").json()["id"] for _ in range(3)]
    first = wu.get("?limit=2").json()
    second = wu.get(f"?limit=2&cursor={first['next_cursor']}").json()
    assert [b["id"] for b in first["rows"] + second["rows"]] == ids[::-1]
    assert second["next_cursor"] is None
    assert wu.get("?cursor=x").status_code == 422
    bad = wu.upload(csv_bytes(*((f"T{n}", "", "", "", "") for n in range(5))), sheet_key="test.units").json()
    wu.post(f"/{bad['id']}/check")
    wu.run(bad["id"])
    page = wu.get(f"/{bad['id']}/faults?limit=3").json()
    rest = wu.get(f"/{bad['id']}/faults?limit=3&cursor={page['next_cursor']}").json()
    assert [row["number"] for row in page["rows"] + rest["rows"]] == [2, 3, 4, 5, 6]


def test_the_template_and_the_sheets_depend_on_the_post(wu: Hand) -> None:
    assert "test.items" not in {s["key"] for s in wu.get("/sheets").json()}
    assert "test.items" in {s["key"] for s in Hand(CAST.ding).get("/sheets").json()}
    assert wu.get("/sheets/test.items/template").status_code == 404
    sent = wu.get("/sheets/test.units/template")
    assert openpyxl.load_workbook(io.BytesIO(b"".join(sent.streaming_content))).sheetnames[0] == "单位"


def test_odd_requests_are_refused(wu: Hand) -> None:
    batch_id = UUID(wu.upload(csv_bytes(*GOOD), sheet_key="test.units").json()["id"])
    assert wu.post("", sheet_key="test.units").status_code == 422
    assert wu.upload(csv_bytes(*GOOD), sheet_key="test\x00").status_code == 422
    assert wu.put(f"/{batch_id}/mapping", {"columns": ["code\x00"]}).status_code == 422
    assert wu.put(f"/{batch_id}/mapping", {"columns": [None] * 5, "colour": 1}).status_code == 422
    assert wu.put(f"/{batch_id}/mapping", {"columns": [None] * 5, "header_row": 900}).status_code == 422
    assert wu.get(f"/{batch_id}/errors?file_format=pdf").status_code == 422
    assert wu.upload(csv_bytes(*GOOD), name="x" * 300 + ".csv", sheet_key="test.units").status_code == 201
