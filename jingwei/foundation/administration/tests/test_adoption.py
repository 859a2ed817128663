"""How much the platform is used: by unit, everybody once in the whole, the last day and nothing finer."""

from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jingwei.foundation.access.models import Account, Holding
from jingwei.foundation.administration.tests.conftest import Call
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local, now
from tests.cast import CAST, COMMUNITY, COUNTY, DAY_ONE, OTHER_COUNTY, URBAN, centre

pytestmark = pytest.mark.django_db


def last_active(days_ago: int | None, *people: Any) -> None:
    day = None if days_ago is None else local(now()).date() - timedelta(days=days_ago)
    with eyes(CAST.machine):
        Account.objects.filter(person_id__in=[one.person_id for one in people]).update(last_active_on=day)


def figures(call: Call, actor: Any, query: str = "") -> Any:
    answer = call(actor, "GET", f"/adoption?days=30{query}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_a_unit_counts_active_idle_and_never(call: Call) -> None:
    last_active(2, CAST.wu, CAST.lin)
    last_active(45, CAST.chen)
    found = figures(call, CAST.ding, f"&area_code={COMMUNITY}")
    (unit,) = found["units"]
    assert unit["unit_id"] == str(centre(COMMUNITY))
    assert [unit[key] for key in ("accounts", "active", "idle", "never")] == [5, 2, 1, 2]
    assert unit["last_active_on"] == str(local(now()).date() - timedelta(days=2))
    assert found["area_name"] == "迎春社区"


def test_whoever_works_in_two_units_counts_once_in_the_whole(call: Call) -> None:
    Holding.objects.filter(post_id=CAST.qian.post_id).update(person_id=CAST.wu.person_id)
    found = figures(call, CAST.ding, f"&area_code={COUNTY}")
    in_units = sum(unit["accounts"] for unit in found["units"])
    assert found["whole"]["accounts"] == in_units - 1
    assert str(URBAN) in {unit["unit_id"] for unit in found["units"]}


def test_every_figure_opens_the_list_behind_it(call: Call) -> None:
    last_active(2, CAST.wu, CAST.lin)
    last_active(45, CAST.chen)
    whole = figures(call, CAST.ding, f"&area_code={COMMUNITY}")["whole"]

    def listed(query: str) -> int:
        path = f"/accounts?limit=200&is_counted=true&area_code={COMMUNITY}{query}"
        return len(call(CAST.ding, "GET", path).json()["rows"])

    assert listed("") == whole["accounts"] == 5
    assert listed("&active_days=30") == whole["active"] == 2
    assert listed("&idle_days=30&has_signed_in=true") == whole["idle"] == 1
    assert listed("&has_signed_in=false") == whole["never"] == 2


def test_who_left_a_post_is_not_counted_there(call: Call) -> None:
    before = figures(call, CAST.ding, f"&area_code={COMMUNITY}")["whole"]["accounts"]
    Holding.objects.filter(post_id=CAST.lin.post_id).update(to_on=DAY_ONE + timedelta(days=9))
    assert figures(call, CAST.ding, f"&area_code={COMMUNITY}")["whole"]["accounts"] == before - 1


def test_pages_of_units_follow_each_other(call: Call) -> None:
    seen, cursor = [], ""
    while True:
        page = figures(call, CAST.ding, f"&limit=3{cursor}")
        seen += [unit["unit_id"] for unit in page["units"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert len(seen) == len(set(seen))
    assert seen == [unit["unit_id"] for unit in figures(call, CAST.ding, "&limit=200")["units"]]


def test_commanders_and_supervisors_see_their_own_area_and_desks_nothing(call: Call) -> None:
    assert figures(call, CAST.guo)["area_code"] == figures(call, CAST.gao)["area_code"] == COUNTY
    assert call(CAST.guo, "GET", f"/adoption?area_code={OTHER_COUNTY}").status_code == 404
    assert call(CAST.wu, "GET", "/adoption").status_code == 403


def test_more_units_take_no_more_reads(call: Call) -> None:
    def reads(limit: int) -> int:
        with CaptureQueriesContext(connection) as captured:
            figures(call, CAST.ding, f"&limit={limit}")
        return len(captured)

    figures(call, CAST.ding)
    assert reads(1) == reads(200)


def test_figures_are_taken_away_as_a_file_without_anybodys_name(call: Call, tmp_path: Any) -> None:
    answer = call(CAST.gao, "GET", "/adoption/export?days=7")
    file = tmp_path / "adoption.xlsx"
    file.write_bytes(b"".join(answer.streaming_content))
    rows = list(openpyxl.load_workbook(file).active.iter_rows(values_only=True))
    assert rows[0] == ("单位", "区划代码", "账号", "7天内登录过", "更早登录过", "从未登录", "最近登录日")
    units = figures(call, CAST.gao, "&limit=200")["units"]
    assert [row[0] for row in rows[1:]] == [unit["unit_name"] for unit in units]
    people = {one.name for one in CAST.everybody().values()}
    assert not people & {str(cell) for row in rows for cell in row}
