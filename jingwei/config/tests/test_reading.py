"""The reading pages: what everybody may see, and nothing more."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from jingwei.config.reading.drawing import draw
from jingwei.config.reading.pages import forget_figures
from jingwei.domains.incidents.contracts import Identity
from jingwei.domains.incidents.queries import figures_of, lately_closed, open_matters
from jingwei.domains.incidents.rules.nearby import cell_of
from jingwei.domains.incidents.rules.publishing import middle_of_square, share
from jingwei.domains.incidents.tests.walking import PHONE, reported, tipped
from jingwei.domains.routing.contracts import NewLine
from jingwei.domains.routing.services.duties import load_duties
from jingwei.foundation.access.models import Unit
from jingwei.foundation.access.queries.units import CENTRES
from jingwei.foundation.areas.contracts import AreaKind, AreaOutline
from jingwei.kernel.clock import local, now
from jingwei.kernel.geo import distance_m
from tests.cast import (
    CAST,
    CITY,
    COMMUNITY,
    COUNTY,
    GRID_1,
    MONDAY_10,
    OTHER_COUNTY,
    TOWNSHIP,
    URBAN,
    centre,
    inside,
)

QUARREL = "080101"
"""A matter between neighbours: counted, never listed."""


@pytest.fixture(autouse=True)
def _count_anew() -> Iterator[None]:
    forget_figures()
    yield
    forget_figures()


@pytest.fixture
def _on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jingwei.config.reading.pages.now", lambda: MONDAY_10)


def page(address: str, status: int = 200) -> str:
    answer = Client().get(address)
    assert answer.status_code == status
    return answer.content.decode()


@pytest.mark.django_db
@pytest.mark.usefixtures("_on_monday")
def test_an_accepted_matter_is_shown_without_words_place_or_reporter() -> None:
    walk = reported(reporter_name="李敏").accepted()
    text = page(f"/areas/{COUNTY}")
    assert "暴露垃圾" in text
    assert "迎春社区" in text
    row = walk.row
    for secret in (
        row.title,
        row.words,
        row.address,
        row.receipt_no,
        PHONE,
        "李敏",
        str(row.pk),
        str(row.position.x),
    ):
        assert secret not in text


@pytest.mark.django_db
def test_only_public_matters_are_listed() -> None:
    at = MONDAY_10
    assert open_matters(COUNTY, at=at) == []
    reported()  # nobody has looked at it yet
    reported().accepted(item_code=QUARREL)
    reported(about_unit_id=URBAN)
    tipped()
    assert open_matters(COUNTY, at=at) == []
    reported().accepted()
    assert [one.item_name for one in open_matters(COUNTY, at=at)] == ["暴露垃圾"]
    assert [one.item_name for one in open_matters(COMMUNITY, at=at)] == ["暴露垃圾"]
    assert open_matters(OTHER_COUNTY, at=at) == []


@pytest.mark.django_db
def test_a_confidential_reporters_matter_is_not_listed() -> None:
    reported(identity=Identity.CONFIDENTIAL).accepted()
    assert open_matters(COUNTY, at=MONDAY_10) == []


@pytest.mark.django_db
def test_the_place_is_the_middle_of_a_square() -> None:
    reported().accepted()
    (matter,) = open_matters(COUNTY, at=MONDAY_10)
    assert matter.square is not None
    lon, lat = inside(GRID_1)
    assert matter.square != (lon, lat)
    assert distance_m(lon, lat, *matter.square) < 200
    assert cell_of(*matter.square) == cell_of(lon, lat)


@pytest.mark.parametrize("place", [(112.3, 28.5), (112.3049, 28.5049), (73.5, 18.1), (135.0, 53.5)])
def test_the_middle_lies_in_its_own_square(place: tuple[float, float]) -> None:
    assert cell_of(*middle_of_square(cell_of(*place))) == cell_of(*place)


@pytest.mark.django_db
def test_a_closed_matter_moves_to_the_closed_ones_and_counts() -> None:
    walk = reported().accepted().dispatched().taken().handled().passed().closed()
    assert open_matters(COUNTY, at=walk.at) == []
    assert [one.item_name for one in lately_closed(COUNTY, at=walk.at)] == ["暴露垃圾"]
    walk.rated()
    figures = figures_of(COUNTY, at=walk.at)
    assert (figures.reported, figures.closed, figures.open_now, figures.rated) == (1, 1, 0, 1)
    assert figures.on_time_share is None
    assert figures.satisfied_share is None


def test_shares_of_too_few_are_not_told() -> None:
    assert share(9, 9) is None
    assert share(9, 10) == 0.9


@pytest.mark.django_db
def test_a_community_page_names_its_officers_and_the_nearest_phone() -> None:
    Unit.objects.filter(pk=centre(TOWNSHIP)).update(public_phone="0737-4200001")
    CENTRES.forget()
    text = page(f"/areas/{COMMUNITY}")
    assert CAST.lin.name.split("（")[0] in text
    assert "0737-4200001" in text
    assert "12345" in page(f"/areas/{CITY}")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", [f"/areas/{CITY}", f"/areas/{COMMUNITY}", "/items", "/items/010101", "/duties"]
)
def test_pages_have_no_script_and_both_languages(address: str) -> None:
    chinese, english = page(f"{address}?lang=zh"), page(f"{address}?lang=en")
    assert 'lang="zh-CN"' in chinese
    assert 'html lang="en"' in english
    assert chinese != english
    for text in (chinese, english):
        assert not re.search(r"<script|\son\w+=|style=", text)
        assert len(re.findall("<h1", text)) == 1


@pytest.mark.django_db
def test_items_are_found_by_words_and_class() -> None:
    assert "路灯不亮" in page("/items?words=路灯")
    assert "没有找到" in page("/items?words=绝无此事项")
    only = page("/items?class=矛盾纠纷")
    assert "路灯不亮" not in only
    assert "cursor=" in page("/items")


@pytest.mark.django_db
def test_every_page_leads_to_reporting_and_following_and_an_item_to_its_own_report() -> None:
    shown = page("/items/010101")
    assert 'href="/m/report?item=010101"' in shown
    assert 'href="/m/report"' in shown
    assert 'href="/m/track"' in shown


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/areas/99", "/areas/430999", "/areas/x", "/items/999999", "/areas/430902001999"]
)
def test_an_unknown_page_says_where_to_go_on(address: str) -> None:
    assert 'href="/"' in page(address, status=404)


@pytest.mark.django_db
def test_a_bad_cursor_is_refused_with_a_page() -> None:
    assert "<h1" in page("/items?cursor=nonsense", status=422)


SQUARE = '{"type":"Polygon","coordinates":[[[112,28],[113,28],[113,29],[112,29],[112,28]]]}'


def test_a_drawing_holds_borders_and_dots_within_its_frame() -> None:
    outline = AreaOutline("430902", "资阳区", AreaKind.URBAN, "self", SQUARE)
    drawing = draw([outline], [((112.5, 28.5), False), ((112.5, 28.5), True), ((112.9, 28.9), False)])
    assert drawing is not None
    assert [(dot.count, dot.is_overdue) for dot in drawing.dots] == [(2, True), (1, False)]
    assert all(0 < dot.x < drawing.width and 0 < dot.y < drawing.height for dot in drawing.dots)


def test_without_borders_there_is_no_drawing() -> None:
    assert draw([], [((112.5, 28.5), False)]) is None


@pytest.mark.django_db
def test_the_dispatch_catalogue_stands_open_with_the_villages_lists() -> None:
    assert "没有符合的条目" in page("/duties")
    lines = [
        NewLine(
            lead="sanitation",
            item_prefix="010101",
            assists=("public_security",),
            village="assist",
            basis="一号文件",
        ),
        NewLine(lead="urban_management@6", item_prefix="0102", village="relieved"),
        NewLine(lead="centre", hours="off"),
    ]
    load_duties(CAST.ding, "公开的清单", lines, local(now()).date(), at=now())
    every = page("/duties")
    for words in (
        "公开的清单",
        "暴露垃圾 · 全市",
        "环境卫生",
        "公安",
        "一号文件",
        "区县城市管理",
        "非工作时间",
    ):
        assert words in every
    relieved = page("/duties?village=relieved")
    assert "街面秩序" in relieved
    assert "一号文件" not in relieved
    assert "暴露垃圾" in page("/duties?item=暴露垃圾")
    assert "街面秩序 ·" not in page("/duties?item=010101")
    assert "没有符合的条目" in page("/duties?item=绝无此事项")
    assert "outside working hours" in page("/duties?lang=en")
