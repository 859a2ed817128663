"""Who looked at what: in one list, by plain rules, within the inspector's area, and seen itself."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID, uuid4

import pytest

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.models import Post
from jingwei.foundation.administration.queries.inspecting import looks_inspected
from jingwei.foundation.administration.rules.inspecting import InspectionWish
from jingwei.foundation.administration.tests.conftest import Call
from jingwei.foundation.audit.services import append
from jingwei.foundation.imports.contracts.exports import WishRefused
from jingwei.foundation.imports.services.exports import preview_export
from jingwei.foundation.privacy.contracts import Mask, PersonalField, Purpose
from jingwei.foundation.privacy.models import Reveal
from jingwei.foundation.privacy.services import Asked, note_looks, reveal_many, reveal_value, seal_value
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST, CITY, COMMUNITY, GRID_1, MONDAY_10, OTHER_COUNTY, id_of

pytestmark = pytest.mark.django_db

PHONE = PersonalField("test.phone", "联系电话", "联系反映人", "个人信息保护法第十三条", 730, Mask.PHONE)
SEALED = seal_value(PHONE, "13800138000").sealed
LI = id_of("person li")


def look(
    viewer: Actor,
    target: str = "incidents.incident:1",
    *,
    area: str = GRID_1,
    subject: UUID | None = LI,
    at: datetime = MONDAY_10,
    times: int = 1,
) -> None:
    with eyes(viewer):
        for n in range(times):
            reveal_value(
                viewer,
                PHONE,
                SEALED,
                target=target,
                subject_id=subject,
                purpose=Purpose.CONTACT_REPORTER,
                remark="核实地点",
                at=at + timedelta(minutes=n),
                area_code=area,
            )


def listed(call: Call, inspector: Actor = CAST.cao, **filters: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = call(
        inspector, "GET", f"/audit/looks?{urlencode(filters, doseq=True)}"
    ).json()["rows"]
    return [row for row in rows if row["kind"] != "inspected"]


def standing_out(call: Call, inspector: Actor = CAST.cao) -> list[tuple[str, str, int]]:
    until = quote((MONDAY_10 + timedelta(days=2)).isoformat())
    since = quote((MONDAY_10 - timedelta(days=5)).isoformat())
    rows = call(inspector, "GET", f"/audit/looks/standing-out?since={since}&until={until}").json()
    return [(row["sign"], row["viewer_name"], row["count"]) for row in rows]


def test_a_look_says_who_what_when_and_for_which_purpose(call: Call) -> None:
    look(CAST.wu)
    (row,) = listed(call)
    told = {name: row[name] for name in ("kind", "viewer_name", "field", "target", "purpose", "remark")}
    assert told == {
        "kind": "opened",
        "viewer_name": "吴芳",
        "field": "test.phone",
        "target": "incidents.incident:1",
        "purpose": "contact_reporter",
        "remark": "核实地点",
    }
    assert (row["area_code"], row["viewer_area"], row["signs"]) == (GRID_1, COMMUNITY, [])
    assert row["subject_id"] == str(LI)
    assert "李梅" not in str(row)
    assert "13800138000" not in str(row)


def test_it_is_narrowed_by_every_filter(call: Call) -> None:
    look(CAST.wu)
    look(
        CAST.tang, "incidents.incident:2", area=OTHER_COUNTY, subject=None, at=MONDAY_10 + timedelta(hours=1)
    )
    with eyes(CAST.zhao):
        append(
            CAST.zhao, Permission.TAKE_CALL, "hotline.call:3", CAST.zhao.area_code, {"act": "open_recording"}
        )
    noon = (MONDAY_10 + timedelta(minutes=30)).isoformat()

    def viewers(**filters: Any) -> set[str]:
        return {row["viewer_name"] for row in listed(call, **filters)}

    assert viewers() == {"吴芳", "唐静", "赵强"}
    assert viewers(person_id=CAST.wu.person_id) == {"吴芳"}
    assert viewers(subject_id=LI) == {"吴芳"}
    assert viewers(target="incidents.incident:2") == {"唐静"}
    assert viewers(words="唐") == {"唐静"}
    assert viewers(purpose="contact_reporter") == {"吴芳", "唐静"}
    assert viewers(area=OTHER_COUNTY) == {"唐静"}
    assert viewers(kind=["listened"]) == {"赵强"}
    assert viewers(kind=["listened", "opened"]) == {"吴芳", "唐静", "赵强"}
    assert viewers(since=noon, until=(MONDAY_10 + timedelta(hours=2)).isoformat()) == {"唐静"}


def test_taking_along_stands_in_the_same_list(call: Call) -> None:
    with eyes(CAST.wu):
        for act, more in (("ask", {"purpose": "月报", "is_clear": True}), ("download", {"rows": 12})):
            append(CAST.wu, Permission.EXPORT_ROWS, "imports.export:7", COMMUNITY, {"action": act} | more)
        append(CAST.wu, Permission.NOTE_INCIDENT, "incidents.incident:7", COMMUNITY, {"action": "note"})
    asked, downloaded = sorted(listed(call), key=lambda row: str(row["kind"]), reverse=True)
    assert (asked["kind"], asked["purpose"], asked["is_clear"]) == ("export_asked", "月报", True)
    assert (downloaded["kind"], downloaded["rows"]) == ("downloaded", 12)


def test_a_search_that_found_nothing_is_seen_and_one_that_found_is_seen_once(call: Call) -> None:
    with eyes(CAST.wu):
        found = [("incidents.incident:1", LI, GRID_1)]
        note_looks(CAST.wu, PHONE, found, purpose=Purpose.FOLLOW_UP, remark="来电时按号码查找", at=now())
        for shown in (["1"], []):
            change = {"act": "look_up_caller", "purpose": "follow_up", "shown": shown}
            append(CAST.wu, Permission.TAKE_CALL, "hotline.caller", COMMUNITY, change)
    assert sorted(row["target"] for row in listed(call, kind="searched")) == [
        "hotline.caller",
        "incidents.incident:1",
    ]


def test_the_lines_of_one_export_are_one_act_until_somebody_asks_for_them(call: Call) -> None:
    asked = [
        Asked(PHONE, SEALED, f"incidents.incident:{n}", LI if n == 1 else None, GRID_1) for n in range(3)
    ]
    with eyes(CAST.wu):
        reveal_many(CAST.wu, asked, occasion_id=uuid4(), purpose=Purpose.EXPORT, remark="x", at=MONDAY_10)
    assert listed(call) == []
    assert len(listed(call, kind="exported")) == 3
    assert [row["kind"] for row in listed(call, subject_id=LI)] == ["exported"]


def test_an_inspector_sees_their_own_staff_and_their_own_matters(call: Call) -> None:
    look(CAST.wu)
    look(CAST.tang, "incidents.incident:2", area=OTHER_COUNTY)
    look(CAST.he, "incidents.incident:3", area=OTHER_COUNTY)
    Post.objects.filter(pk=CAST.cao.post_id).update(area_code=OTHER_COUNTY)
    assert {row["viewer_name"] for row in listed(call)} == {"唐静", "何勇"}


@pytest.mark.parametrize("key", ["wu", "he", "gao", "ding", "li"])
def test_nobody_else_may_read_it_neither_over_http_nor_in_the_database(call: Call, key: str) -> None:
    look(CAST.zhao, subject=None)
    actor: Actor = getattr(CAST, key)
    for path in ("/audit/looks", "/audit/looks/standing-out"):
        assert call(actor, "GET", path).status_code == 403
    with eyes(actor):
        assert not Reveal.objects.exists()
        assert looks_inspected(InspectionWish(), limit=50, cursor=None).rows == []


def test_pages_go_on_behind_the_cursor_across_both_sources(call: Call) -> None:
    look(CAST.wu, times=7)
    with eyes(CAST.zhao):
        for n in range(4):
            append(CAST.zhao, Permission.TAKE_CALL, f"hotline.call:{n}", COMMUNITY, {"act": "open_recording"})
    seen, cursor = [], ""
    for _ in range(10):
        more = f"&cursor={cursor}" if cursor else ""
        page = call(CAST.cao, "GET", f"/audit/looks?limit=3&kind=opened&kind=listened{more}").json()
        seen += [row["key"] for row in page["rows"]]
        cursor = page["next_cursor"]
        if not cursor:
            break
    assert len(seen) == len(set(seen)) == 11


def test_reading_it_is_an_act_of_its_own(call: Call) -> None:
    look(CAST.wu)
    listed(call, subject_id=LI)
    (row,) = call(CAST.cao, "GET", "/audit/looks?kind=inspected").json()["rows"]
    assert (row["viewer_name"], row["target"]) == ("曹磊", "audit.looks")
    kinds = {one["kind"] for one in call(CAST.cao, "GET", "/audit/looks").json()["rows"]}
    assert kinds == {"opened"}
    (entry, *_) = call(CAST.cao, "GET", "/audit/entries?target=audit.looks&limit=50").json()["rows"][::-1]
    assert entry["change"]["subject"] == str(LI)
    assert entry["change"]["shown"] == 1


def test_many_looks_within_an_hour_stand_out_also_across_the_full_hour(call: Call) -> None:
    look(CAST.wu, times=19)
    assert ("many_in_an_hour", "吴芳", 19) not in standing_out(call)
    look(
        CAST.zhao, at=MONDAY_10 + timedelta(minutes=50), times=20, subject=None, target="incidents.incident:9"
    )
    assert [row for row in standing_out(call) if row[0] == "many_in_an_hour"] == [
        ("many_in_an_hour", "赵强", 20)
    ]


def test_looks_at_night_stand_out(call: Call) -> None:
    look(CAST.wu, at=MONDAY_10.replace(hour=21, minute=59))
    look(CAST.zhao, at=MONDAY_10.replace(hour=22))
    look(CAST.sun, at=MONDAY_10.replace(hour=5, minute=59))
    look(CAST.he, at=MONDAY_10.replace(hour=6))
    assert {(sign, name) for sign, name, _ in standing_out(call)} == {
        ("at_night", "赵强"),
        ("at_night", "孙丽"),
    }
    signs = {row["viewer_name"]: row["signs"] for row in listed(call)}
    assert signs == {"吴芳": [], "赵强": ["at_night"], "孙丽": ["at_night"], "何勇": []}


def test_looks_outside_ones_own_area_stand_out(call: Call) -> None:
    look(CAST.wu, area=OTHER_COUNTY)
    look(CAST.zhao, area=CITY)
    look(CAST.he, area=GRID_1)
    look(CAST.sun, area="")
    assert standing_out(call) == [("outside_area", "吴芳", 1)]
    assert [row["viewer_name"] for row in listed(call) if row["signs"] == ["outside_area"]] == ["吴芳"]


def test_the_same_person_again_and_again_stands_out(call: Call) -> None:
    for n in range(5):
        look(CAST.wu, f"incidents.incident:{n}", at=MONDAY_10 + timedelta(hours=n))
        look(CAST.zhao, f"incidents.incident:{n}", subject=None, at=MONDAY_10 + timedelta(hours=n))
    assert standing_out(call) == [("same_again", "吴芳", 5)]


def test_a_large_export_in_the_clear_stands_out(call: Call) -> None:
    since, until = (
        quote((now() - timedelta(days=1)).isoformat()),
        quote((now() + timedelta(days=1)).isoformat()),
    )
    with eyes(CAST.wu):
        for rows, is_clear in ((999, True), (1000, True), (5000, False)):
            change = {"action": "finish", "rows": rows, "is_clear": is_clear}
            append(CAST.wu, Permission.EXPORT_ROWS, f"imports.export:{rows}", COMMUNITY, change)
    rows = call(CAST.cao, "GET", f"/audit/looks/standing-out?since={since}&until={until}").json()
    assert [(row["sign"], row["count"]) for row in rows if row["sign"] == "large_export"] == [
        ("large_export", 1000)
    ]


@pytest.mark.parametrize("days", [-1, 0, 93])
def test_a_period_has_an_end_and_a_limit(call: Call, days: int) -> None:
    query = urlencode(
        {"since": MONDAY_10.isoformat(), "until": (MONDAY_10 + timedelta(days=days)).isoformat()}
    )
    answer = call(CAST.cao, "GET", f"/audit/looks/standing-out?{query}")
    assert (answer.status_code, answer.json()["code"]) == (422, "inspection.period_too_long")


def test_the_list_can_be_taken_along_as_it_is_narrowed(call: Call) -> None:
    look(CAST.wu)
    look(CAST.zhao)
    wish = {"person_id": str(CAST.wu.person_id), "kind": "opened", "limit": "50"}
    with eyes(CAST.cao):
        preview = preview_export(CAST.cao, "administration.looks", wish, at=now())
    assert preview.rows == 1
    assert "方式 查看原文" in preview.said_zh
    body = {
        "source": "administration.looks",
        "filter": wish,
        "columns": ["at", "viewer", "signs"],
        "purpose": "季度检查",
    }
    assert call(CAST.wu, "POST", "/exports", body).status_code == 404
    made = call(CAST.cao, "POST", "/exports", body)
    assert made.status_code == 201, made.json()


@pytest.mark.parametrize(
    "wish",
    [
        {"nonsense": "x"},
        {"kind": "peeked"},
        {"purpose": "gossip"},
        {"since": "2026"},
        {"since": "0001-01-01T00:00:00Z"},
        {"person_id": "li"},
        {"words": "\x00"},
        {"words": "\ud800"},
        {"target": ["a", "b"]},
    ],
)
def test_a_filter_that_the_list_does_not_have_is_refused(call: Call, wish: dict[str, Any]) -> None:
    with eyes(CAST.cao), pytest.raises(WishRefused):
        preview_export(CAST.cao, "administration.looks", wish, at=now())


def test_a_whole_verification_can_be_begun_and_watched(call: Call, settings: Any, tmp_path: Any) -> None:
    settings.VAR_FOLDER = tmp_path
    begun = call(CAST.cao, "POST", "/audit/checks")
    assert begun.status_code == 202
    assert begun.json()["walk"]["finished_at"] is None
    again = call(CAST.cao, "POST", "/audit/checks")
    assert (again.status_code, again.json()["code"]) == (409, "audit.walk_on_its_way")
    assert call(CAST.ding, "POST", "/audit/checks").status_code == 403
