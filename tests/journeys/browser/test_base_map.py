"""The base map at the desk: drawn from what the operator imported, and from nothing else."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, expect

from jingwei.foundation.basemap.tests.ground import small_town
from tests.journeys.browser.desk import Desk, Look, outside
from tests.journeys.servers import House

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]
TILE = re.compile(r"/api/v1/base-map/[\d-]+/\d+/\d+/\d+$")
FEWEST_COLOURS = 40
"""Letters have soft edges: a ground without roads, water and names has a handful of colours."""


def colours_of(place: Locator) -> int:
    picture = Image.open(io.BytesIO(place.screenshot())).convert("RGB")
    return len(picture.getcolors(maxcolors=1 << 24) or [])


def test_the_base_map_is_drawn_looked_at_and_taken_off(sit: Sit, house: House, tmp_path: Path) -> None:
    said = house.command(
        "import_basemap", str(small_town(tmp_path / "town.osm.pbf")), "--attribution", "市测绘院"
    )
    assert "road 4" in said
    for theme in ("light", "dark"):
        desk = sit("ding", Look(theme=theme))
        tiles: list[int] = []
        desk.page.on(
            "response",
            lambda answer, seen=tiles: seen.append(answer.status) if TILE.search(answer.url) else None,
        )
        page = desk.open("/base-map").page
        box = page.get_by_role("application")
        expect(box.locator("canvas")).to_be_visible()
        expect(box.locator(".maplibregl-ctrl-attrib")).to_contain_text("市测绘院")
        expect(box.locator(".maplibregl-ctrl-scale")).to_be_visible()
        assert set(tiles) == {200}
        assert colours_of(box) > FEWEST_COLOURS
    solid = page.get_by_role("button", name="立体建筑")
    desk.tab_to(solid)
    desk.press("Enter")
    expect(solid).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="停用", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill("换新的测绘数据")
    dialog.get_by_role("button", name="停用", exact=True).click()
    expect(page.get_by_role("main").get_by_role("button", name="显示", exact=True)).to_be_visible()
    desk.settle()
    expect(box.locator(".maplibregl-ctrl-attrib")).not_to_contain_text("市测绘院")
    assert house.number("select count(*) from audit_entry where change->>'action' = 'hide'") == 1


def test_a_request_that_leaves_the_house_is_known() -> None:
    """Every window of every journey is asked this of every request: ``Desk.listen``."""
    here = "http://127.0.0.1:8000"
    assert outside(here, "https://tiles.example.org/1/0/0.png")
    assert not outside(here, "http://127.0.0.1:8001/live/events")
    assert not outside(here, "blob:http://127.0.0.1:8000/1")
