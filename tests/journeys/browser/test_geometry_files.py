"""A survey office's file, half a kilometre off, is brought into a draft at the desk: told, put right, and taken."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely
from PIL import Image
from playwright.sync_api import expect

from jingwei.foundation.territory.tests.exchange.samples import geojson, moved
from tests.cast import FAR_GRID, GRIDS, OTHER_TOWNSHIP, SOUTH, STEP, WEST, inside
from tests.journeys.browser.desk import Desk
from tests.journeys.people import People

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]
NEW = f"{FAR_GRID[:12]}002"
EAST = WEST + STEP * GRIDS.index(FAR_GRID)


def test_a_file_that_is_off_is_told_so_put_right_and_put_into_the_draft(
    sit: Sit, people: People, tmp_path: Path
) -> None:
    draft = people.ding.call("openDraft", json={"area_code": OTHER_TOWNSHIP, "title": "测量成果"})["draft_id"]
    halves = [
        shapely.segmentize(
            shapely.box(EAST + at * STEP / 2, SOUTH, EAST + (at + 1) * STEP / 2, SOUTH + STEP), 0.001
        )
        for at in range(2)
    ]
    wgs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    path = tmp_path / "测量成果.geojson"
    told = [{"编码": FAR_GRID, "名称": "三益一网格"}, {"编码": NEW, "名称": "三益二网格"}]
    path.write_bytes(geojson(moved(halves, "gcj02"), told, crs=wgs))

    desk = sit("ding").open(f"/territory/drafts/{draft}/files")
    page = desk.page
    page.locator("input[type=file]").first.set_input_files(path)
    expect(page.get_by_role("heading", name="测量成果.geojson")).to_be_visible()
    off = page.get_by_role("alert").filter(has_text="坐标可能偏了")
    expect(off).to_contain_text("GCJ-02")
    off.get_by_role("button", name="改用GCJ-02").click()
    expect(off).to_have_count(0)
    expect(page.get_by_text("已按您选的GCJ-02")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="三益二网格")).to_contain_text("可用")
    expect(page.get_by_role("region", name="在地图上看").get_by_text("已画出 2 个")).to_be_visible()
    page.get_by_role("button", name="放进草稿", exact=True).click()
    expect(page.get_by_text("已放进草稿（草稿第")).to_be_visible()
    held = people.ding.call("listDraftFeatures", draft_id=draft)["features"]
    assert {"三益一网格", "三益二网格"} <= {one["name"] for one in held}
    people.ding.call(
        "discardDraft",
        draft_id=draft,
        json={"version": people.ding.call("getDraft", draft_id=draft)["version"], "reason": "看过了"},
    )


def test_a_survey_of_components_is_brought_in_and_one_of_them_inspected_with_a_photo(
    sit: Sit, people: People, tmp_path: Path
) -> None:
    """GeoJSON goes the importer's way; what is wrong comes back, what is good stands in the ledger and is looked after."""
    spots = [inside(GRIDS[0], east=east, north=0.15) for east in (0.31, 0.33)]
    path = tmp_path / "井盖普查.geojson"
    path.write_text(json.dumps(survey_of(spots), ensure_ascii=False), encoding="utf-8")
    desk = sit("wu").open("/imports?sheet=ledger.components")
    page = desk.page
    page.locator("input[type=file]").first.set_input_files(path)
    expect(page.get_by_role("heading", name="对应列").first).to_be_visible()
    expect(page.locator("#option-datum")).to_have_value("CGCS2000")
    page.get_by_role("button", name="开始检查").click()
    expect(page.get_by_text("代码表中没有在用的这个小类").first).to_be_visible()
    page.get_by_role("button", name="写入 1 行").click()
    page.get_by_role("dialog").get_by_role("button", name="写入 1 行").click()
    expect(page.get_by_text("已写入 1 行").first).to_be_visible()

    (made,) = people.wu.call("listComponents", params={"words": "普查第1座"})["rows"]
    desk.open(f"/ledger/components/{made['component_id']}")
    page.get_by_role("button", name="记巡检").click()
    asked = page.get_by_role("dialog", name="记巡检")
    asked.get_by_text("轻微破损", exact=True).click()
    asked.locator("input[type=file]").set_input_files(photo_at(tmp_path))
    expect(asked.get_by_role("img", name="第 1 个照片")).to_be_visible()
    asked.get_by_role("button", name="记巡检").click()
    expect(page.get_by_role("img", name="第1张照片")).to_be_visible()
    shown = people.wu.call("getComponent", component_id=made["component_id"])
    assert (shown["condition"], shown["datum"], len(shown["entries"][0]["files"])) == (2, "cgcs2000", 1)


def survey_of(spots: list[tuple[float, float]]) -> dict[str, object]:
    """Two manholes, of which one is of a type that the code table does not have."""
    return {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}},
        "features": [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": list(spot)},
                "properties": {"小类": kind, "名称": f"普查第{number}座"},
            }
            for number, (spot, kind) in enumerate(zip(spots, ["0103", "9999"], strict=True), 1)
        ],
    }


def photo_at(folder: Path) -> Path:
    path = folder / "巡检.jpg"
    Image.new("RGB", (640, 480), (90, 110, 120)).save(path)
    return path
