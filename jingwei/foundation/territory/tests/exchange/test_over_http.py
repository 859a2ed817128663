"""A file's way over HTTP, in the cage: sent, read otherwise, looked through, put into the draft, taken out again."""

from pathlib import Path
from typing import Any

import pytest
import shapely
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from shapely import box

from jingwei.foundation.access.services import open_session
from jingwei.foundation.territory.tests.exchange.samples import geojson, moved
from jingwei.kernel.clock import now
from tests.cast import CAST, COMMUNITY, GRID_1, TOWNSHIP

pytestmark = pytest.mark.django_db
HALVES = [box(112.30, 28.50, 112.305, 28.51), box(112.305, 28.50, 112.31, 28.51)]
NEW = f"{COMMUNITY}007"


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.VAR_FOLDER = tmp_path / "var"


@pytest.fixture
def ding() -> Client:
    assert CAST.ding.person_id
    return Client(headers={"Authorization": f"Bearer {open_session(CAST.ding.person_id, at=now())}"})


def test_a_files_way_into_a_draft_and_out_again(ding: Client) -> None:
    begun = {"area_code": TOWNSHIP, "title": "测量成果"}
    draft = ding.post("/api/v1/territory/drafts", begun, content_type="application/json").json()
    here = f"/api/v1/territory/drafts/{draft['draft_id']}"
    everything = [shapely.segmentize(one, 0.001) for one in (*HALVES, box(112.31, 28.50, 112.33, 28.51))]
    told = [{"编码": code, "名称": name} for code, name in ((GRID_1, "甲"), (NEW, "乙"), ("", "丙"))]
    wgs = {"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}}
    sent = SimpleUploadedFile("成果.geojson", geojson(moved(everything, "gcj02"), told, **wgs))
    answer = ding.post(f"{here}/imports", {"file": sent})
    assert answer.status_code == 201
    found = answer.json()
    assert found["better"]["system"] == "gcj02"
    assert found["better"]["apart_m"] > 300
    reading = {"system": "gcj02", "is_swapped": False, "mapping": found["mapping"], "default_layer": "small"}
    there = f"/api/v1/territory/imports/{found['id']}"
    again = ding.put(f"{there}/reading", reading, content_type="application/json").json()
    assert (again["better"], again["certainty"], again["counts"]["bad"]) == (None, "chosen", 0)
    rows = ding.get(f"{there}/features", {"state": "good", "limit": 2}).json()
    assert [row["code"] for row in rows["rows"]] == [GRID_1, NEW]
    assert ding.get(f"{there}/features", {"cursor": rows["next_cursor"]}).json()["rows"][0]["name"] == "丙"
    assert ding.get(f"{there}/original").getvalue() == geojson(moved(everything, "gcj02"), told, **wgs)
    version = ding.get(here).json()["version"]
    stale = ding.post(f"{there}/apply", {"version": version + 5}, content_type="application/json")
    assert (stale.status_code, stale.json()["code"]) == (409, "stale_version")
    put = ding.post(f"{there}/apply", {"version": version}, content_type="application/json").json()
    assert (put["state"], put["applied_version"], put["counts"]["applied"]) == ("applied", version + 1, 3)
    out = ding.get(f"{here}/export", {"file_format": "shapefile", "system": "gk3-37", "layer": "small"})
    assert out["Content-Type"] == "application/zip"
    assert b"".join(out.streaming_content).startswith(b"PK")  # type: ignore[attr-defined]


def test_what_is_refused_says_why_in_both_languages(ding: Client) -> None:
    begun = {"area_code": TOWNSHIP, "title": "测量成果"}
    draft = ding.post("/api/v1/territory/drafts", begun, content_type="application/json").json()
    answer = ding.post(
        f"/api/v1/territory/drafts/{draft['draft_id']}/imports",
        {"file": SimpleUploadedFile("x.geojson", b"%PDF-1.4")},
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "territory.file_refused")
    assert "请上传 GeoJSON" in answer.json()["message"]
    assert "send GeoJSON" in answer.json()["message_en"]
