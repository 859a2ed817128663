"""Accounts by the hundred: people come in from a table, their first passwords are made afterwards and shown once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from django.test import Client

from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.access.models import Account, Holding, Person, Post
from jingwei.foundation.administration.services import posts
from jingwei.foundation.administration.services.sheets import PEOPLE_SHEET
from jingwei.foundation.administration.tests.conftest import Call
from jingwei.foundation.administration.tests.test_posts import acts, county_administrator  # noqa: F401
from jingwei.foundation.imports.models import Batch
from jingwei.foundation.imports.queries import bad_rows
from jingwei.foundation.imports.services.runs import undo_batch
from jingwei.foundation.imports.tests.steps import checked, run, started, uploaded, xlsx_bytes
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, COMMUNITY, GRID_1, GRID_2, MONDAY_10, OTHER_COUNTY, centre

pytestmark = pytest.mark.django_db

HEADERS = ("姓名", "用户名", "岗位名称", "单位代码", "区划代码", "联系电话")
PEOPLE = [
    ("苏杭", "suhang", "巡查员", f"C{COMMUNITY}", GRID_1, "13800001234"),
    ("康宁", "KangNing", "巡查员", f"C{COMMUNITY}", GRID_2, ""),
    ("向阳", "xiangyang", "坐席二", f"C{COMMUNITY}", "", ""),
]


@pytest.fixture(autouse=True)
def _upload_folder(settings: object, tmp_path: Path) -> None:
    settings.VAR_FOLDER = tmp_path  # type: ignore[attr-defined]


@pytest.fixture
def vacant_posts() -> list[UUID]:
    return [
        posts.create_post(CAST.ding, title=title, role=role, area_code=area, unit_id=centre(COMMUNITY))
        for title, role, area in [
            ("巡查员", Role.OFFICER, GRID_1),
            ("巡查员", Role.OFFICER, GRID_2),
            ("坐席二", Role.DESK, COMMUNITY),
        ]
    ]


def brought(*rows: Sequence[str], actor: Actor = CAST.ding) -> Batch:
    content = xlsx_bytes(*rows, headers=HEADERS)
    batch = uploaded(content, actor=actor, sheet=PEOPLE_SHEET.key, name="人员.xlsx")
    return started(checked(batch, actor=actor), actor=actor)


def faults(batch: Batch, actor: Actor = CAST.ding) -> list[tuple[int, str | None]]:
    with eyes(actor):
        return [(number, fault.column) for number, found in bad_rows(batch) for fault in found]


def passwords(call: Call, batch: Batch, tmp_path: Path) -> dict[str, str]:
    answer = call(CAST.ding, "POST", f"/imports/{batch.id}/first-passwords")
    assert answer.status_code == 200, answer.content
    assert "no-store" in answer["Cache-Control"]
    file = tmp_path / "passwords.xlsx"
    file.write_bytes(b"".join(answer.streaming_content))
    rows = list(openpyxl.load_workbook(file).active.iter_rows(values_only=True))
    return {str(row[1]): str(row[3]) for row in rows[1:]}


def sign_in(username: str, password: str) -> Any:
    body = {"username": username, "password": password}
    return Client().post("/api/v1/session", body, content_type="application/json")


def test_people_come_in_with_posts_and_numbers_and_no_password_works(vacant_posts: list[UUID]) -> None:
    batch = brought(*PEOPLE)
    assert (batch.written_rows, batch.bad_rows) == (3, 0)
    held = dict(Holding.objects.filter(post_id__in=vacant_posts).values_list("post_id", "person_id"))
    with eyes(CAST.machine):
        assert [Person.objects.get(pk=held[post]).name for post in vacant_posts] == ["苏杭", "康宁", "向阳"]
        names = set(Account.objects.filter(person_id__in=held.values()).values_list("username", flat=True))
        sealed = Person.objects.get(name="苏杭").phone_sealed
    assert names == {"suhang", "kangning", "xiangyang"}
    assert b"13800001234" not in bytes(sealed)
    for guess in ("", "!", "suhang", "13800001234"):
        assert sign_in("suhang", guess).status_code in {401, 422}
    assert acts()[3:] == [
        ("appoint_newcomer", GRID_1),
        ("appoint_newcomer", GRID_2),
        ("appoint_newcomer", COMMUNITY),
    ]


def test_first_passwords_are_shown_once_and_open_the_door(
    call: Call, vacant_posts: list[UUID], tmp_path: Path
) -> None:
    batch = brought(*PEOPLE)
    first = passwords(call, batch, tmp_path)
    assert set(first) == {"suhang", "kangning", "xiangyang"}
    assert sign_in("suhang", first["suhang"]).json()["must_change_password"] is True
    again = passwords(call, batch, tmp_path)
    assert set(again) == {"kangning", "xiangyang"}, "who has signed in keeps the password"
    assert again["kangning"] != first["kangning"]
    assert sign_in("kangning", first["kangning"]).status_code == 401
    assert sign_in("kangning", again["kangning"]).status_code == 200
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "passwords.xlsx"]
    assert not any(first["suhang"].encode() in path.read_bytes() for path in kept)


def test_first_passwords_are_not_made_for_other_batches_and_other_people(
    call: Call,
    vacant_posts: list[UUID],
    county_administrator: Actor,  # noqa: F811
) -> None:
    batch = brought(*PEOPLE)
    assert call(county_administrator, "POST", f"/imports/{batch.id}/first-passwords").status_code == 404
    assert call(CAST.wu, "POST", f"/imports/{batch.id}/first-passwords").status_code == 403
    units = uploaded(b"x", actor=CAST.ding, sheet="administration.units", name="a.csv")
    refused = call(CAST.ding, "POST", f"/imports/{units.id}/first-passwords")
    assert refused.json()["code"] == "administration.no_first_passwords"


def test_faulty_rows_are_told_at_their_cells(vacant_posts: list[UUID]) -> None:
    batch = brought(
        ("甲", "wu", "巡查员", f"C{COMMUNITY}", GRID_1, ""),
        ("乙", "yi", "没有的岗位", f"C{COMMUNITY}", "", ""),
        ("丙", "bing", "巡查员", "X-9", "", ""),
        ("丁", "1ding", "巡查员", f"C{COMMUNITY}", GRID_1, ""),
        ("戊", "wuer", "坐席二", f"C{COMMUNITY}", "", "电话不详"),
        ("己", "ji", "坐席二", f"C{COMMUNITY}", "", ""),
        ("庚", "geng", "坐席二", f"C{COMMUNITY}", "", ""),
    )
    assert faults(batch) == [
        (2, "username"),
        (3, "title"),
        (4, "unit_code"),
        (5, "username"),
        (6, "phone"),
        (8, "title"),
    ]
    assert batch.written_rows == 1


def test_an_administrator_brings_people_into_his_own_area_only(
    vacant_posts: list[UUID],
    county_administrator: Actor,  # noqa: F811
) -> None:
    posts.create_post(
        CAST.ding, title="外区坐席", role=Role.DESK, area_code=OTHER_COUNTY, unit_id=centre(OTHER_COUNTY)
    )
    batch = brought(
        ("甲", "jia", "外区坐席", f"C{OTHER_COUNTY}", "", ""),
        ("乙", "yi", "坐席二", f"C{COMMUNITY}", "", ""),
        actor=county_administrator,
    )
    assert faults(batch, county_administrator) == [(2, "unit_code")]


def test_a_batch_is_taken_back_except_who_has_signed_in(
    call: Call, vacant_posts: list[UUID], tmp_path: Path
) -> None:
    batch = brought(*PEOPLE)
    sign_in("suhang", passwords(call, batch, tmp_path)["suhang"])
    undo_batch(CAST.ding, batch.id, at=MONDAY_10)
    after = run(batch, actor=CAST.ding)
    assert (after.undone_rows, after.kept_rows) == (2, 1)
    with eyes(CAST.machine):
        assert not Account.objects.filter(username__in=["kangning", "xiangyang"]).exists()
        assert Account.objects.get(username="suhang").is_active
    assert Post.objects.filter(pk__in=vacant_posts).count() == 3
    again = brought(PEOPLE[1])
    assert again.written_rows == 1, "the post is vacant and the name free again"
