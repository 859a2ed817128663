"""Units and posts from tables, through the importer, and back."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.models import Account, Holding, Post, Unit
from jingwei.foundation.administration.services import posts, units
from jingwei.foundation.administration.services.sheets import POST_SHEET, UNIT_SHEET
from jingwei.foundation.administration.tests.test_posts import acts, county_administrator  # noqa: F401
from jingwei.foundation.imports.contracts import Sheet
from jingwei.foundation.imports.models import Batch
from jingwei.foundation.imports.queries import bad_rows
from jingwei.foundation.imports.services.returning import template_of
from jingwei.foundation.imports.services.runs import undo_batch
from jingwei.foundation.imports.tests.steps import checked, csv_bytes, run, started, uploaded, xlsx_bytes
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, COMMUNITY, COUNTY, GRID_1, MONDAY_10, OTHER_COUNTY, centre

pytestmark = pytest.mark.django_db

UNIT_HEADERS = ("单位代码", "单位名称", "单位类型", "区划代码", "上级单位代码", "是否政府单位")
UNITS = [
    ("F-1", "资阳区环境卫生服务中心", "环境卫生", COUNTY, "U1", "是"),
    ("F-2", "迎春社区保洁公司", "sanitation", COMMUNITY, "F-1", "否"),
    ("F-3", "资阳区消防救援大队", "fire", COUNTY, "", ""),
]
POST_HEADERS = ("岗位名称", "角色", "区划代码", "单位代码")
POSTS = [
    ("环卫负责人", "单位负责人", COUNTY, "F-1"),
    ("环卫经办人", "handler", COUNTY, "F-1"),
    ("第三网格员", "网格员", GRID_1, f"C{COMMUNITY}"),
]


@pytest.fixture(autouse=True)
def _upload_folder(settings: object, tmp_path: Path) -> None:
    settings.VAR_FOLDER = tmp_path  # type: ignore[attr-defined]


def brought(sheet: Sheet, *rows: Sequence[str], actor: Actor = CAST.ding) -> Batch:
    headers = UNIT_HEADERS if sheet is UNIT_SHEET else POST_HEADERS
    content = xlsx_bytes(*rows, headers=headers)
    batch = uploaded(content, actor=actor, sheet=sheet.key, name="机构.xlsx")
    return started(checked(batch, actor=actor), actor=actor)


def faults(batch: Batch, actor: Actor = CAST.ding) -> list[tuple[int, str | None]]:
    with eyes(actor):
        return [(number, fault.column) for number, found in bad_rows(batch) for fault in found]


def undone(batch: Batch) -> tuple[int, int]:
    undo_batch(CAST.ding, batch.id, at=MONDAY_10)
    after = run(batch, actor=CAST.ding)
    return after.undone_rows, after.kept_rows


def test_units_come_in_in_the_order_of_the_file_and_each_is_recorded() -> None:
    batch = brought(UNIT_SHEET, *UNITS)
    assert (batch.written_rows, batch.bad_rows) == (3, 0)
    found = {unit.code: unit for unit in Unit.objects.filter(code__startswith="F-")}
    assert [found[code].kind for code in ("F-1", "F-2", "F-3")] == ["sanitation", "sanitation", "fire"]
    assert found["F-2"].parent_id == found["F-1"].id
    assert found["F-3"].parent_id == centre(COUNTY)
    assert [found[code].is_government for code in ("F-1", "F-2", "F-3")] == [True, False, True]
    assert acts() == [("create_unit", COUNTY), ("create_unit", COMMUNITY), ("create_unit", COUNTY)]


def test_wrong_units_are_named_by_row_and_cell_and_the_others_are_written() -> None:
    batch = brought(
        UNIT_SHEET,
        UNITS[0],
        ("U1", "代码已用", "fire", COUNTY, "", ""),
        ("F-4", "类型不明", "月亮", COUNTY, "", ""),
        ("F-5", "区划不明", "fire", "430999", "", ""),
        ("F-6", "上级不明", "fire", COUNTY, "nobody", ""),
        ("F-7", "又一个中心", "综治中心", COUNTY, "", ""),
        ("F 8", "代码有空格", "fire", COUNTY, "", "也许"),
        ("F-1", "文件内重复", "fire", COUNTY, "", ""),
    )
    assert (batch.written_rows, batch.bad_rows) == (1, 7)
    assert faults(batch)[:7] == [
        (3, "code"),
        (4, "kind"),
        (5, "area_code"),
        (6, "parent_code"),
        (7, "area_code"),
        (8, "code"),
        (8, "is_government"),
    ]


def test_units_outside_ones_area_stay_out(county_administrator: Actor) -> None:  # noqa: F811
    pan = county_administrator
    batch = brought(UNIT_SHEET, UNITS[0], ("F-9", "外区", "fire", OTHER_COUNTY, "", ""), actor=pan)
    assert (batch.written_rows, faults(batch, pan)) == (1, [(3, "area_code")])


def test_posts_come_in_vacant_and_nobody_gets_an_account() -> None:
    brought(UNIT_SHEET, *UNITS)
    with eyes(CAST.machine):
        accounts = Account.objects.count()
    batch = brought(POST_SHEET, *POSTS)
    assert (batch.written_rows, batch.bad_rows) == (3, 0)
    made = Post.objects.filter(title__in=[row[0] for row in POSTS])
    assert sorted((post.title, post.role, post.area_code) for post in made) == [
        ("环卫经办人", "handler", COUNTY),
        ("环卫负责人", "unit_head", COUNTY),
        ("第三网格员", "officer", GRID_1),
    ]
    assert not Holding.objects.filter(post__in=made).exists()
    with eyes(CAST.machine):
        assert Account.objects.count() == accounts


def test_wrong_posts_are_named_by_row_and_cell() -> None:
    brought(UNIT_SHEET, UNITS[0])
    batch = brought(
        POST_SHEET,
        POSTS[0],
        ("单位不明", "经办人", COUNTY, "nobody"),
        ("区划不明", "经办人", "430902999", "F-1"),
        ("角色不明", "国王", COUNTY, "F-1"),
        ("不合单位", "坐席", COUNTY, "F-1"),
        ("不在辖区", "经办人", OTHER_COUNTY, "F-1"),
        POSTS[0],
    )
    assert (batch.written_rows, batch.bad_rows) == (1, 6)
    assert faults(batch)[:5] == [(3, "unit_code"), (4, "area_code"), (5, "role"), (6, None), (7, None)]
    again = brought(POST_SHEET, POSTS[0])
    assert (again.written_rows, faults(again)) == (0, [(2, "title")])


def test_both_come_back_until_somebody_works_there() -> None:
    units_batch = brought(UNIT_SHEET, *UNITS)
    posts_batch = brought(POST_SHEET, *POSTS)
    held = Post.objects.get(title="环卫经办人")
    posts.appoint_newcomer(CAST.ding, held.id, name="苏杭", username="suhang", at=MONDAY_10)
    renamed = Unit.objects.get(code="F-3")
    units.rename_unit(CAST.ding, renamed.id, name="资阳区消防救援局")

    assert undone(posts_batch) == (2, 1)
    assert list(Post.objects.filter(title__in=[row[0] for row in POSTS])) == [held]
    assert undone(units_batch) == (1, 2)
    assert sorted(Unit.objects.filter(code__startswith="F-").values_list("code", flat=True)) == ["F-1", "F-3"]


def test_what_was_taken_back_can_come_in_again() -> None:
    batch = brought(UNIT_SHEET, *UNITS)
    assert undone(batch) == (3, 0)
    assert not Unit.objects.filter(code__startswith="F-").exists()
    assert brought(UNIT_SHEET, *UNITS).written_rows == 3


def test_csv_will_do_and_the_template_explains_the_columns() -> None:
    content = csv_bytes(*UNITS, headers=UNIT_HEADERS, encoding="gb18030")
    batch = started(
        checked(uploaded(content, actor=CAST.ding, sheet=UNIT_SHEET.key), actor=CAST.ding), actor=CAST.ding
    )
    assert batch.written_rows == 3
    for sheet in (UNIT_SHEET, POST_SHEET):
        with template_of(CAST.ding, sheet.key).content as template:
            (heads, *_) = openpyxl.load_workbook(template).worksheets[0].iter_rows(values_only=True)
        assert [str(head).rstrip("*") for head in heads] == [column.label_zh for column in sheet.columns]
        assert all(column.parse(column.example) is not None for column in sheet.columns if column.example)
