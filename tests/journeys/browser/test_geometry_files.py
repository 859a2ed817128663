"""A survey office's file, half a kilometre off, is brought into a draft at the desk: told, put right, and taken."""

from collections.abc import Callable
from pathlib import Path

import pytest
import shapely
from playwright.sync_api import expect

from jingwei.foundation.territory.tests.exchange.samples import geojson, moved
from tests.cast import FAR_GRID, GRIDS, OTHER_TOWNSHIP, SOUTH, STEP, WEST
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
    page.get_by_role("button", name="放进草稿", exact=True).click()
    expect(page.get_by_text("已放进草稿（草稿第")).to_be_visible()
    held = people.ding.call("listDraftFeatures", draft_id=draft)["features"]
    assert {"三益一网格", "三益二网格"} <= {one["name"] for one in held}
    people.ding.call(
        "discardDraft",
        draft_id=draft,
        json={"version": people.ding.call("getDraft", draft_id=draft)["version"], "reason": "看过了"},
    )
