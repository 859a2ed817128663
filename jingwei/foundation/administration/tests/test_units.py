"""Units opened, renamed, switched off and on, over HTTP."""

from typing import Any
from uuid import UUID

import pytest

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.models import Post, Unit
from jingwei.foundation.access.queries import centre_for
from jingwei.foundation.administration.tests.conftest import Call
from jingwei.foundation.administration.tests.test_posts import acts, county_administrator  # noqa: F401
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import Level
from tests.cast import (
    CAST,
    CITY,
    COMMUNITY,
    COUNTY,
    GRID_1,
    OTHER_COMMUNITY,
    OTHER_COUNTY,
    TOWNSHIP,
    URBAN,
    WATER,
    centre,
)

pytestmark = pytest.mark.django_db


def new_unit(call: Call, actor: Actor, **changes: Any) -> Any:
    body = {"code": "430902-fire", "name": "资阳区消防救援大队", "kind": "消防救援", "area_code": COUNTY}
    return call(actor, "POST", "/units", body | changes)


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_a_unit_is_opened_under_the_nearest_centre_and_recorded(call: Call) -> None:
    answer = new_unit(call, CAST.ding, kind="urban_management", is_government=False)
    assert answer.status_code == 201
    unit = Unit.objects.get(pk=answer.json()["id"])
    assert (unit.kind, unit.parent_id, unit.is_government) == ("urban_management", centre(COUNTY), False)
    assert acts() == [("create_unit", COUNTY)]
    listed = call(CAST.ding, "GET", f"/units?area_code={COUNTY}&kind=urban_management").json()["rows"]
    assert {row["code"] for row in listed} == {"U1", "430902-fire"}


def test_the_chinese_name_of_a_kind_and_a_parent_by_id_will_do(call: Call) -> None:
    answer = new_unit(call, CAST.ding, kind="城市管理", parent_id=str(URBAN), area_code=COMMUNITY)
    unit = Unit.objects.get(pk=answer.json()["id"])
    assert (unit.kind, unit.parent_id) == ("urban_management", URBAN)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"code": "U1"}, (409, "administration.unit_code_taken")),
        ({"kind": "月亮"}, (422, "administration.unit_kind_unknown")),
        ({"area_code": "430999"}, (422, "administration.unit_area_unknown")),
        ({"area_code": "abcdef"}, (422, "administration.unit_area_unknown")),
        ({"parent_id": str(centre(OTHER_COUNTY))}, (422, "administration.parent_does_not_fit")),
        ({"parent_id": str(UUID(int=7))}, (422, "administration.parent_does_not_fit")),
        ({"kind": "centre"}, (409, "administration.centre_exists")),
        (
            {"kind": "centre", "area_code": GRID_1, "parent_id": str(URBAN)},
            (422, "administration.parent_does_not_fit"),
        ),
        ({"code": "资阳区"}, (422, "bad_fields")),
    ],
)
def test_a_unit_that_makes_no_sense_is_refused(
    call: Call, changes: dict[str, str], refusal: tuple[int, str]
) -> None:
    answer = new_unit(call, CAST.ding, **({"kind": "urban_management"} | changes))
    assert refused(answer) == refusal
    assert answer.json()["message"] != answer.json()["message_en"]
    assert acts() == []


def test_an_administrator_keeps_to_his_own_area(call: Call, county_administrator: Actor) -> None:  # noqa: F811
    pan = county_administrator
    outside = new_unit(call, pan, kind="urban_management", area_code=OTHER_COUNTY)
    assert refused(outside) == (422, "administration.outside_your_area")
    foreign = centre(OTHER_COUNTY)
    for answer in (
        call(pan, "PUT", f"/units/{foreign}/name", {"name": "别人的"}),
        call(pan, "POST", f"/units/{foreign}/switch-off"),
        call(pan, "POST", f"/units/{foreign}/switch-on"),
        call(pan, "PUT", f"/units/{centre(CITY)}/name", {"name": "上级的"}),
    ):
        assert refused(answer) == (404, "not_found")
    assert new_unit(call, pan, kind="urban_management").status_code == 201
    assert call(CAST.he, "PUT", f"/units/{WATER}/name", {"name": "水厂"}).status_code == 403


def test_a_unit_is_renamed_and_the_old_name_is_on_record(call: Call) -> None:
    assert call(CAST.ding, "PUT", f"/units/{WATER}/name", {"name": "资阳区供水公司"}).status_code == 204
    assert Unit.objects.get(pk=WATER).name == "资阳区供水公司"
    with eyes(CAST.machine):
        change = Entry.objects.filter(permission="manage_posts").latest("id").change
    assert (change["before"], change["name"]) == ("资阳区自来水公司", "资阳区供水公司")


def test_a_held_post_keeps_its_unit_in_use(call: Call) -> None:
    answer = call(CAST.ding, "POST", f"/units/{WATER}/switch-off")
    assert refused(answer) == (409, "administration.unit_still_used")
    assert "请先办理卸任" in answer.json()["message"]
    assert "Vacate them first" in answer.json()["message_en"]


def test_a_unit_goes_with_its_vacant_posts_and_comes_back_with_them(call: Call) -> None:
    assert call(CAST.ding, "DELETE", f"/posts/{CAST.feng.post_id}/holder").status_code == 204
    assert call(CAST.ding, "POST", f"/units/{WATER}/switch-off").status_code == 204
    assert not Post.objects.get(pk=CAST.feng.post_id).is_active

    def listed(query: str) -> list[str]:
        rows = call(CAST.ding, "GET", f"/units?kind=water_company{query}").json()["rows"]
        return [row["unit_id"] for row in rows]

    assert (listed(""), listed("&is_active=false")) == ([], [str(WATER)])
    assert call(CAST.sun, "GET", "/units?is_active=false").status_code == 403
    again = new_unit(call, CAST.ding, code="U2", kind="water_company")
    assert refused(again) == (409, "administration.unit_code_taken")
    below = new_unit(call, CAST.ding, kind="water_company", parent_id=str(WATER))
    assert refused(below) == (422, "administration.parent_does_not_fit")

    assert call(CAST.ding, "POST", f"/units/{WATER}/switch-on").status_code == 204
    assert Post.objects.get(pk=CAST.feng.post_id).is_active
    assert listed("") == [str(WATER)]
    assert [act for act, _ in acts()] == ["vacate", "switch_unit_off", "switch_unit_on"]


def test_the_citys_centre_and_what_others_stand_under_stay(call: Call) -> None:
    for unit in (centre(CITY), centre(OTHER_COUNTY)):
        assert (
            refused(call(CAST.ding, "POST", f"/units/{unit}/switch-off"))[1]
            == "administration.unit_still_used"
        )


def test_beside_a_new_centre_the_old_one_does_not_come_back(call: Call) -> None:
    other = centre(OTHER_COMMUNITY)
    assert call(CAST.ding, "DELETE", f"/posts/{CAST.mao.post_id}/holder").status_code == 204
    assert call(CAST.ding, "POST", f"/units/{other}/switch-off").status_code == 204
    serving = centre_for(OTHER_COMMUNITY, level=Level.COMMUNITY)
    assert serving is not None
    assert serving.area_code == TOWNSHIP
    second = new_unit(call, CAST.ding, kind="综治中心", area_code=OTHER_COMMUNITY)
    assert second.status_code == 201
    answer = call(CAST.ding, "POST", f"/units/{other}/switch-on")
    assert refused(answer) == (409, "administration.centre_exists")
