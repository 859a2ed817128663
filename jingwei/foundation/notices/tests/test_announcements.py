"""Announcements: written to a part of the city, spread by the queue, confirmed post by post, counted, withdrawn."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.models import Holding
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.notices.models import Announcement, Notice
from jingwei.foundation.notices.services.announcements import spread_announcement
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.calling import Call
from tests.calling import call as call
from tests.cast import CAST, COMMUNITY, COUNTY, DAY_ONE, GRID_1, OTHER_COUNTY, TOWNSHIP, URBAN, centre

pytestmark = pytest.mark.django_db


def written(call: Call, actor: Actor = CAST.zhao, **changes: Any) -> Any:
    body = {"title": "台风值守安排", "words": "今晚八点起全员在岗，每两小时报一次平安。"}
    return call(actor, "POST", "/notices/announcements", body | changes)


def announced(call: Call, actor: Actor = CAST.zhao, **changes: Any) -> str:
    answer = written(call, actor, **changes)
    assert answer.status_code == 201, answer.content
    spread_announcement(UUID(answer.json()["id"]), at=now())
    return str(answer.json()["id"])


def received(call: Call, actor: Actor, query: str = "") -> list[str]:
    rows = call(actor, "GET", f"/notices/announcements?limit=200{query}").json()["rows"]
    return [row["title"] for row in rows]


def receivers(announcement_id: str) -> set[UUID | None]:
    with eyes(CAST.machine):
        return set(
            Notice.objects.filter(fold=f"announcement:{announcement_id}").values_list("post_id", flat=True)
        )


def test_everybody_below_receives_it_once_in_list_and_inbox(call: Call) -> None:
    one = announced(call)
    people = (CAST.lin, CAST.chen, CAST.deng, CAST.luo, CAST.wu, CAST.mao, CAST.zhao)
    assert receivers(one) == {person.post_id for person in people}
    assert spread_announcement(UUID(one), at=now()) == 0
    for person in people:
        assert received(call, person) == ["台风值守安排"]
    assert received(call, CAST.zhou) == received(call, CAST.sun) == []
    notice = call(CAST.lin, "GET", "/notices").json()["rows"][0]
    assert (notice["kind"], notice["target"]) == ("announcement", f"notices.announcement:{one}")
    assert notice["body_zh"].startswith("大码头街道综治中心：今晚八点起")


def test_areas_roles_and_units_narrow_it(call: Call) -> None:
    officers = announced(call, area_codes=[COMMUNITY], roles=["officer"])
    assert receivers(officers) == {CAST.lin.post_id, CAST.chen.post_id}
    grid = announced(call, area_codes=[GRID_1])
    assert receivers(grid) == {CAST.lin.post_id}
    unit = announced(call, CAST.ding, unit_ids=[str(URBAN)])
    assert receivers(unit) == {CAST.qian.post_id, CAST.xu.post_id}


def test_how_many_would_receive_it_is_counted_without_writing(call: Call) -> None:
    body = {"title": "试", "words": "试", "area_codes": [COMMUNITY], "roles": ["officer", "desk"]}
    answer = call(CAST.zhao, "POST", "/notices/announcements/receivers", body)
    assert answer.json() == {"posts": 3, "units": 1}
    with eyes(CAST.machine):
        assert not Announcement.objects.exists()


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"area_codes": [OTHER_COUNTY]}, 422),
        ({"area_codes": [COUNTY]}, 422),
        ({"title": " "}, 422),
        ({"roles": ["supervisor"]}, 422),
        ({"until_at": "2020-01-01T00:00:00+08:00"}, 422),
        ({"from_at": "2099-01-01T00:00:00+08:00"}, 422),
        ({"words": "长" * 4001}, 422),
    ],
)
def test_what_makes_no_sense_is_refused(call: Call, changes: dict[str, Any], status: int) -> None:
    answer = written(call, **changes)
    assert answer.status_code == status
    assert answer.json()["code"] in {"notices.announcement_refused", "bad_fields"}
    with eyes(CAST.machine):
        assert not Announcement.objects.exists()


def test_officers_and_units_do_not_write_any(call: Call) -> None:
    assert written(call, CAST.lin).status_code == 403
    assert written(call, CAST.qian).status_code == 403


def test_confirmations_are_counted_by_unit_slowest_first(call: Call) -> None:
    one = announced(call, CAST.sun, must_confirm=True, area_codes=[TOWNSHIP])
    path = f"/notices/announcements/{one}"
    assert received(call, CAST.wu, "&only_open=true") == ["台风值守安排"]
    assert call(CAST.wu, "POST", f"{path}/confirm").status_code == 204
    assert call(CAST.wu, "POST", f"{path}/confirm").status_code == 204
    assert received(call, CAST.wu, "&only_open=true") == []
    assert call(CAST.wu, "GET", "/notices/unread").json() == {"unread": 0}
    assert call(CAST.wu, "GET", path).json()["confirmed_at"] is not None
    call(CAST.zhao, "POST", f"{path}/confirm")
    counted = call(CAST.sun, "GET", f"{path}/confirmations").json()
    assert [(row["unit_id"], row["posts"], row["confirmed"]) for row in counted] == [
        (str(centre("430902001002")), 1, 0),
        (str(centre(COMMUNITY)), 5, 1),
        (str(centre(TOWNSHIP)), 1, 1),
    ]


def test_a_post_that_did_not_receive_it_neither_sees_nor_confirms_it(call: Call) -> None:
    one = announced(call, area_codes=[COMMUNITY])
    for method, path in (("GET", ""), ("POST", "/confirm")):
        refused = call(CAST.zhou, method, f"/notices/announcements/{one}{path}")
        assert (refused.status_code, refused.json()["code"]) == (404, "notices.announcement_unknown")
    mine = call(CAST.zhao, "POST", f"/notices/announcements/{one}/confirm")
    assert mine.json()["code"] == "notices.not_to_confirm"


def test_receivers_do_not_count_or_withdraw_what_was_sent_to_them(call: Call) -> None:
    one = announced(call, area_codes=[COMMUNITY])
    assert call(CAST.wu, "GET", f"/notices/announcements/{one}").status_code == 200
    assert call(CAST.wu, "GET", f"/notices/announcements/{one}/confirmations").status_code == 404
    refused = call(CAST.wu, "POST", f"/notices/announcements/{one}/withdraw", {"reason": "不想看"})
    assert refused.status_code == 404


def test_it_is_withdrawn_with_a_reason_everybody_reads(call: Call) -> None:
    one = announced(call, area_codes=[COMMUNITY], must_confirm=True)
    path = f"/notices/announcements/{one}"
    assert call(CAST.zhao, "POST", f"{path}/withdraw", {"reason": "台风转向"}).status_code == 204
    notice = call(CAST.lin, "GET", "/notices").json()["rows"][0]
    assert (notice["title_zh"], notice["body_zh"]) == ("已撤回：台风值守安排", "撤回原因：台风转向")
    assert received(call, CAST.lin, "&only_open=true") == []
    assert call(CAST.lin, "POST", f"{path}/confirm").json()["code"] == "notices.not_to_confirm"
    again = call(CAST.zhao, "POST", f"{path}/withdraw", {"reason": "再撤"})
    assert again.json()["code"] == "notices.already_withdrawn"


def test_one_set_for_later_is_not_spread_when_withdrawn_before(call: Call) -> None:
    later = (now() + timedelta(days=1)).isoformat()
    one = written(call, from_at=later).json()["id"]
    assert received(call, CAST.lin) == []
    call(CAST.zhao, "POST", f"/notices/announcements/{one}/withdraw", {"reason": "改期"})
    assert spread_announcement(UUID(one), at=now() + timedelta(days=1)) == 0
    assert receivers(one) == set()


def test_the_area_above_sees_what_was_written_below_and_who_wrote_it(call: Call) -> None:
    announced(call, CAST.wu)
    row = call(CAST.sun, "GET", "/notices/announcements/written").json()["rows"][0]
    assert (row["author_name"], row["author_unit_name"], row["receivers"]) == ("吴芳", "迎春社区综治中心", 5)
    assert row["is_mine"] is True
    assert row["area_names"] == ["迎春社区"]
    assert call(CAST.zhou, "GET", "/notices/announcements/written").json()["rows"] == []


def test_vacant_posts_receive_nothing_and_the_trail_names_the_title(call: Call) -> None:
    Holding.objects.filter(post_id=CAST.chen.post_id).update(to_on=DAY_ONE + timedelta(days=1))
    one = announced(call, area_codes=[COMMUNITY], roles=["officer"])
    assert receivers(one) == {CAST.lin.post_id}
    with eyes(CAST.machine):
        entry = Entry.objects.get(target=f"notices.announcement:{one}", permission="write_announcements")
    assert (entry.change["act"], entry.change["title"]) == ("publish", "台风值守安排")


def test_pages_and_words(call: Call) -> None:
    for number in range(5):
        announced(call, title=f"第{number}号公告", area_codes=[COMMUNITY])
    seen, cursor = [], ""
    while True:
        page = call(CAST.lin, "GET", f"/notices/announcements?limit=2{cursor}").json()
        seen += [row["title"] for row in page["rows"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == [f"第{number}号公告" for number in (4, 3, 2, 1, 0)]
    assert received(call, CAST.lin, "&words=第3") == ["第3号公告"]
