"""The file that names picture maps from outside, and fetching from them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from jingwei.config.map_sources import read_sources
from jingwei.foundation.basemap.queries.pictures import picture_maps
from jingwei.foundation.basemap.rules.refusals import (
    NoSuchTile,
    PictureMissing,
    PictureTooOften,
    PictureUnknown,
)
from jingwei.foundation.basemap.services.pictures import AT_ONCE, picture_tile, plug_pictures
from jingwei.kernel.sockets import Answered, Asked, OutsideDown
from tests.cast import MONDAY_10, Cast

PNG = b"\x89PNG\r\n\x1a\n picture"
GOOD = """
[[source]]
key = "tianditu"
kind = "tianditu"
layer = "img"
secret = "very-secret"

[[source]]
key = "survey"
kind = "wmts"
url = "https://maps.city.example/wmts"
layer = "ortho2026"
datum = "cgcs2000"
title_zh = "2026年正射影像"
title_en = "Orthophoto 2026"
attribution = "市测绘院 审图号：湘S(2026)001号"

[[source]]
key = "plain"
kind = "xyz"
url = "https://maps.city.example/{z}/{x}/{y}.png"
datum = "wgs84"
title_zh = "规划图"
title_en = "Plan"
attribution = "市规划局"
max_zoom = 16
"""


def written(folder: Path, words: str) -> Path:
    file = folder / "sources.toml"
    file.write_text(words, encoding="utf-8")
    file.chmod(0o600)
    return file


def test_tianditu_wmts_and_xyz_become_addresses(tmp_path: Path) -> None:
    tianditu, survey, plain = read_sources(written(tmp_path, GOOD))
    assert tianditu.address(10, 5, 7) == (
        "https://t0.tianditu.gov.cn/img_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=img&STYLE=default"
        "&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX=10&TILEROW=7&TILECOL=5&tk=very-secret"
    )
    assert (tianditu.title_zh, "国家基础地理信息中心" in tianditu.attribution) == ("天地图 影像", True)
    assert "TILEMATRIXSET=GoogleMapsCompatible" in survey.address(1, 0, 0)
    assert plain.address(3, 1, 2) == "https://maps.city.example/3/1/2.png"
    assert "very-secret" not in repr(tianditu)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('datum = "wgs84"', 'datum = "gcj02"'), "500 m"),
        (('datum = "wgs84"', 'datum = "bd09"'), "500 m"),
        (('datum = "wgs84"\n', ""), "datum must be said"),
        (("{z}/{x}/{y}.png", "{z}/{x}.png"), "must hold"),
        (("https://maps.city.example/{z}", "file:///etc/{z}"), "https://"),
        (('kind = "xyz"', 'kind = "tms"'), "kind is one of"),
        (("max_zoom = 16", "max_zoom = 40"), "zooms go"),
        (('secret = "very-secret"\n', ""), "secret is missing"),
        (('key = "plain"', 'key = "survey"'), "same key"),
        (('key = "plain"', 'key = "Plain"'), "small letters"),
        (("max_zoom = 16", "colour = 16"), "not known"),
        (('attribution = "市规划局"\n', ""), "attribution is missing"),
    ],
)
def test_what_is_wrong_is_said_before_anything_starts(
    tmp_path: Path, change: tuple[str, str], says: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=says) as refused:
        read_sources(written(tmp_path, GOOD.replace(*change)))
    assert "very-secret" not in str(refused.value)


def test_a_file_with_keys_that_others_may_read_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path, GOOD)
    file.chmod(0o644)
    with pytest.raises(ImproperlyConfigured, match="chmod 600"):
        read_sources(file)


class Outside:
    """The service, as far as a socket can tell."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.answer = Answered(200, PNG, "image/png")
        self.is_down = False

    def __call__(self, asked: Asked) -> Answered:
        self.asked.append(asked)
        if self.is_down:
            raise OutsideDown(reason="timeout")
        return self.answer


@pytest.fixture
def outside(tmp_path: Path, db: None) -> Iterator[Outside]:
    before = picture_maps()
    there = Outside()
    plug_pictures(read_sources(written(tmp_path, GOOD)), call=there)
    yield there
    plug_pictures(before)


def test_a_picture_is_fetched_once_and_its_kind_is_read_from_itself(outside: Outside) -> None:
    outside.answer = Answered(200, PNG, "text/html")
    for _ in range(2):
        assert picture_tile(Cast.lin, "plain", 3, 1, 2, at=MONDAY_10) == (PNG, "image/png")
    assert [one.url for one in outside.asked] == ["https://maps.city.example/3/1/2.png"]


def test_what_is_no_picture_never_reaches_a_browser(outside: Outside) -> None:
    outside.answer = Answered(200, b"<script>alert(1)</script>", "image/png")
    with pytest.raises(PictureMissing):
        picture_tile(Cast.lin, "plain", 3, 1, 2, at=MONDAY_10)
    outside.answer = Answered(403, PNG, "image/png")
    with pytest.raises(PictureMissing, match="403"):
        picture_tile(Cast.lin, "plain", 3, 1, 2, at=MONDAY_10)


def test_a_service_that_is_down_is_told_without_its_key(
    outside: Outside, caplog: pytest.LogCaptureFixture
) -> None:
    outside.is_down = True
    with pytest.raises(PictureMissing, match="timeout") as refused:
        picture_tile(Cast.lin, "tianditu", 3, 1, 2, at=MONDAY_10)
    assert "very-secret" in outside.asked[0].url
    assert (
        "very-secret"
        not in f"{refused.value.data}{refused.value.text}{refused.value.text_en}{caplog.text}{outside.asked}"
    )


def test_only_what_there_is_can_be_asked_for(outside: Outside) -> None:
    with pytest.raises(PictureUnknown):
        picture_tile(Cast.lin, "google", 3, 1, 2, at=MONDAY_10)
    for place in ((17, 0, 0), (3, 8, 0), (3, 0, -1)):
        with pytest.raises(NoSuchTile):
            picture_tile(Cast.lin, "plain", *place, at=MONDAY_10)
    assert outside.asked == []


def test_nobody_empties_the_citys_allowance(outside: Outside) -> None:
    with pytest.raises(PictureTooOften):
        for at in range(AT_ONCE + 1):
            picture_tile(Cast.lin, "plain", 10, at, 1, at=MONDAY_10)
    assert len(outside.asked) == AT_ONCE
