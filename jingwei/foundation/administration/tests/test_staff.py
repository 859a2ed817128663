"""Staff: listed with their accounts, renamed, reached, retired and taken back, within one's area."""

from typing import Any

import openpyxl
import pytest
from django.test import Client

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.models import Account, Holding
from jingwei.foundation.administration.tests.conftest import Call
from jingwei.foundation.administration.tests.test_posts import acts, county_administrator  # noqa: F401
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, COMMUNITY, COUNTY, OTHER_COUNTY, PASSWORD, TOWNSHIP, URBAN

pytestmark = pytest.mark.django_db


def names(call: Call, actor: Actor, query: str = "") -> list[str]:
    answer = call(actor, "GET", f"/accounts?limit=200{query}")
    assert answer.status_code == 200, answer.content
    return [row["name"] for row in answer.json()["rows"]]


def sign_in(username: str, password: str = PASSWORD) -> Any:
    body = {"username": username, "password": password}
    return Client().post("/api/v1/session", body, content_type="application/json")


def test_staff_are_listed_by_area_unit_role_name_and_user_name(call: Call) -> None:
    assert set(names(call, CAST.ding, f"&area_code={COMMUNITY}")) == {"林晓", "陈平", "邓川", "罗敏", "吴芳"}
    assert names(call, CAST.ding, f"&unit_id={URBAN}") == ["徐兰", "钱伟"]
    assert names(call, CAST.ding, f"&area_code={TOWNSHIP}&role=desk") == ["吴芳", "毛杰", "赵强"]
    assert names(call, CAST.ding, "&words=吴") == names(call, CAST.ding, "&words=wu") == ["吴芳"]
    assert "李梅" not in names(call, CAST.ding)


def test_an_administrator_of_a_county_sees_nobody_of_another(
    call: Call,
    county_administrator: Actor,  # noqa: F811
) -> None:
    assert not {"唐静", "沈阳", "丁宁"} & set(names(call, county_administrator))
    outside = call(county_administrator, "GET", f"/accounts?area_code={OTHER_COUNTY}")
    assert outside.status_code == 404
    assert call(county_administrator, "GET", f"/staff/{CAST.tang.person_id}").status_code == 404


def test_pages_follow_each_other_by_name(call: Call) -> None:
    seen, cursor = [], ""
    while True:
        page = call(CAST.ding, "GET", f"/accounts?limit=5{cursor}").json()
        seen += [row["name"] for row in page["rows"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == names(call, CAST.ding)
    assert len(seen) == len(set(seen)) == 19


def test_who_has_a_post_and_no_account_is_listed_too(
    call: Call,
    county_administrator: Actor,  # noqa: F811
) -> None:
    assert "潘静" in names(call, CAST.ding)
    assert names(call, CAST.ding, "&state=none") == ["潘静"]
    assert "潘静" not in names(call, CAST.ding, "&is_counted=true")


def test_the_day_of_the_last_sign_in_is_kept_and_idle_people_are_found(call: Call) -> None:
    assert sign_in("wu").status_code == 200
    idle = names(call, CAST.ding, "&idle_days=1")
    assert "吴芳" not in idle
    assert "林晓" in idle
    row = call(CAST.ding, "GET", "/accounts?words=wu").json()["rows"][0]
    assert (row["state"], len(row["last_active_on"])) == ("in_use", 10)


def test_a_name_and_a_number_are_changed_and_the_number_shows_in_part(call: Call) -> None:
    person = f"/staff/{CAST.wu.person_id}"
    assert call(CAST.ding, "PUT", f"{person}/name", {"name": "吴芳芳"}).status_code == 204
    assert call(CAST.ding, "PUT", f"{person}/phone", {"phone": "138 0000 5678"}).status_code == 204
    member = call(CAST.ding, "GET", person).json()["member"]
    assert (member["name"], member["phone"]) == ("吴芳芳", "138****5678")
    assert acts() == [("rename", COMMUNITY), ("set_phone", COMMUNITY)]
    bad = call(CAST.ding, "PUT", f"{person}/phone", {"phone": "不知道"})
    assert bad.json()["code"] == "privacy.bad_phone"


def test_retiring_vacates_posts_ends_sessions_and_closes_the_account(call: Call) -> None:
    assert call(CAST.wu, "GET", "/me").status_code == 200
    answer = call(CAST.ding, "POST", f"/staff/{CAST.wu.person_id}/retire", {"reason": "调离"})
    assert [post["post_id"] for post in answer.json()["posts"]] == [str(CAST.wu.post_id)]
    assert call(CAST.wu, "GET", "/me").status_code == 401
    assert sign_in("wu").json()["code"] == "access.sign_in_refused"
    assert not Holding.objects.filter(person_id=CAST.wu.person_id, to_on=None).exists()
    assert "吴芳" not in names(call, CAST.ding)
    assert names(call, CAST.ding, "&state=closed") == ["吴芳"]
    assert acts() == [("vacate", COMMUNITY), ("retire", COMMUNITY)]


def test_who_comes_back_gets_a_one_time_password_and_no_post(call: Call) -> None:
    person = f"/staff/{CAST.wu.person_id}"
    call(CAST.ding, "POST", f"{person}/retire", {"reason": "调离"})
    password = call(CAST.ding, "POST", f"{person}/reopen").json()["one_time_password"]
    assert sign_in("wu", password).json()["must_change_password"] is True
    assert call(CAST.ding, "GET", person).json()["member"]["posts"] == []
    assert call(CAST.ding, "POST", f"{person}/reopen").json()["code"] == "administration.not_retired"


def test_nobody_retires_himself_and_nobody_of_somebody_elses_area(
    call: Call,
    county_administrator: Actor,  # noqa: F811
) -> None:
    mine = call(CAST.ding, "POST", f"/staff/{CAST.ding.person_id}/retire", {"reason": "自己"})
    assert mine.json()["code"] == "access.not_to_yourself"
    outside = call(county_administrator, "POST", f"/staff/{CAST.tang.person_id}/retire", {"reason": "越区"})
    assert outside.status_code == 404
    with eyes(CAST.machine):
        assert (
            Account.objects.filter(
                person_id__in=[CAST.ding.person_id, CAST.tang.person_id], is_active=True
            ).count()
            == 2
        )


def test_the_list_is_taken_away_as_a_file_without_numbers(call: Call, tmp_path: Any) -> None:
    call(CAST.ding, "PUT", f"/staff/{CAST.wu.person_id}/phone", {"phone": "13800005678"})
    answer = call(CAST.ding, "GET", f"/accounts/export?area_code={COMMUNITY}")
    file = tmp_path / "staff.xlsx"
    file.write_bytes(b"".join(answer.streaming_content))
    rows = list(openpyxl.load_workbook(file).active.iter_rows(values_only=True))
    assert rows[0] == ("姓名", "用户名", "岗位", "账号状态", "最近登录日")
    assert len(rows) == 6
    assert not any("5678" in str(cell) for row in rows for cell in row)
    assert acts()[-1][0] == "export"


def test_roles_tell_what_they_may_do_and_how_many_hold_them(
    call: Call,
    county_administrator: Actor,  # noqa: F811
) -> None:
    roles = {row["role"]: row for row in call(county_administrator, "GET", "/roles").json()}
    assert "resident" not in roles
    assert (roles["desk"]["posts"], roles["desk"]["held"]) == (5, 5)
    assert "accept_incident" in roles["desk"]["permissions"]
    assert roles["handler"]["sees_by_area"] is False
    call(CAST.ding, "DELETE", f"/posts/{CAST.wu.post_id}/holder")
    roles = {row["role"]: row for row in call(county_administrator, "GET", "/roles").json()}
    assert (roles["desk"]["posts"], roles["desk"]["held"]) == (5, 4)


def test_posts_are_found_by_role_unit_and_words(call: Call) -> None:
    def titles(query: str) -> list[str]:
        return [row["holder_name"] for row in call(CAST.ding, "GET", f"/posts?{query}").json()["rows"]]

    assert titles(f"area_code={COUNTY}&role=unit_head") == ["徐兰"]
    assert sorted(titles(f"unit_id={URBAN}")) == ["徐兰", "钱伟"]
    assert titles("words=迎春社区desk") == ["吴芳"]
