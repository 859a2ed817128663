"""Saved views: one's own, in one's order, shared with one's unit to read, and nobody else's."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.preferences import services
from jingwei.foundation.preferences.contracts import Place, ViewContent
from jingwei.foundation.preferences.models import SavedView
from jingwei.foundation.preferences.queries import views_for
from jingwei.foundation.preferences.rules import (
    MOST_VIEWS,
    NoUnitToShareWith,
    OrderUnfit,
    TooManyViews,
    ViewNameMissing,
    ViewNameTaken,
    ViewOfColleague,
    ViewUnknown,
)
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST, COMMUNITY, MONDAY_10, centre, in_post

pytestmark = pytest.mark.django_db
API = "/api/v1"
ZHAO_IN_WUS_CENTRE = in_post(CAST.zhao, unit_id=centre(COMMUNITY))


def saved(actor: Actor = CAST.wu, name: str = "今天到期", **content: Any) -> SavedView:
    wanted = ViewContent(name=name, query=content.pop("query", "order=due"), **content)
    return services.save_view(actor, Place.INCIDENTS, wanted, at=MONDAY_10)


def names(actor: Actor, place: Place = Place.INCIDENTS) -> list[str]:
    with eyes(actor):
        return [view.name for view in views_for(actor, place)]


def audited() -> list[tuple[str, str]]:
    with eyes(CAST.machine), connection.cursor() as cursor:
        cursor.execute(
            "select target, change->>'act' from audit_entry where target like 'preferences.%' order by id"
        )
        return list(cursor.fetchall())


def test_views_stand_in_the_order_they_were_saved_and_each_is_audited() -> None:
    first, second = saved(name="一"), saved(name="二")
    assert names(CAST.wu) == ["一", "二"]
    assert names(CAST.wu, Place.STAFF) == []
    assert audited() == [(f"preferences.view:{one.pk}", "save") for one in (first, second)]


def test_a_name_is_one_line_and_taken_once() -> None:
    assert saved(name="  今天\n到期 ").name == "今天 到期"
    with pytest.raises(ViewNameTaken) as refusal:
        saved(name="今天 到期")
    assert "今天 到期" in refusal.value.text
    with pytest.raises(ViewNameMissing):
        saved(name=" \n")
    assert saved(CAST.mao, name="今天 到期").person_id == CAST.mao.person_id


def test_nobody_reads_or_touches_the_view_of_another() -> None:
    view = saved()
    for stranger in (CAST.mao, CAST.sun, CAST.ding, ZHAO_IN_WUS_CENTRE):
        assert names(stranger) == []
        with pytest.raises(ViewUnknown):
            services.delete_view(stranger, view.pk)
    with eyes(CAST.mao):
        assert not SavedView.objects.filter(pk=view.pk).exists()


def test_the_fence_lets_nobody_save_in_anothers_name() -> None:
    forged = SavedView(person_id=CAST.wu.person_id, place="incidents", name="x", created_at=MONDAY_10)
    forged.changed_at = MONDAY_10
    with pytest.raises(Exception, match="row-level security"), transaction.atomic(), eyes(CAST.mao):
        forged.save(force_insert=True)


def test_a_shared_view_is_read_by_the_unit_and_changed_by_its_owner_only() -> None:
    view = saved(name="本站值班", is_shared=True)
    assert names(ZHAO_IN_WUS_CENTRE) == ["本站值班"]
    assert names(CAST.zhao) == names(CAST.lin) == []
    for refused in (
        lambda: services.delete_view(ZHAO_IN_WUS_CENTRE, view.pk),
        lambda: services.change_view(ZHAO_IN_WUS_CENTRE, view.pk, ViewContent("改", ""), at=MONDAY_10),
    ):
        with pytest.raises(ViewOfColleague):
            refused()
    services.change_view(CAST.wu, view.pk, ViewContent("本站值班", "order=due"), at=MONDAY_10)
    assert names(ZHAO_IN_WUS_CENTRE) == []


def test_field_staff_share_nothing_with_their_unit() -> None:
    with pytest.raises(NoUnitToShareWith):
        saved(CAST.lin, is_shared=True)


def test_there_is_one_default_and_the_new_one_takes_its_place() -> None:
    old, new = saved(name="旧", is_default=True), saved(name="新", is_default=True)
    with eyes(CAST.wu):
        assert [view.pk for view in SavedView.objects.filter(is_default=True)] == [new.pk]
    services.change_view(CAST.wu, old.pk, ViewContent("旧", "", is_default=True), at=MONDAY_10)
    with eyes(CAST.wu):
        assert [view.pk for view in SavedView.objects.filter(is_default=True)] == [old.pk]
    with pytest.raises(IntegrityError), transaction.atomic(), eyes(CAST.wu):
        SavedView.objects.filter(pk=new.pk).update(is_default=True)


def test_they_are_put_in_order_all_or_not_at_all() -> None:
    one, two, three = (saved(name=name) for name in "甲乙丙")
    services.order_views(CAST.wu, Place.INCIDENTS, [three.pk, one.pk, two.pk])
    assert names(CAST.wu) == ["丙", "甲", "乙"]
    for unfit in ([one.pk, two.pk], [one.pk, one.pk, two.pk], [one.pk, two.pk, uuid4()]):
        with pytest.raises(OrderUnfit):
            services.order_views(CAST.wu, Place.INCIDENTS, unfit)
    services.delete_view(CAST.wu, one.pk)
    assert names(CAST.wu) == ["丙", "乙"]


def test_there_is_room_for_fifty() -> None:
    for number in range(MOST_VIEWS):
        saved(name=f"视图{number}")
    with pytest.raises(TooManyViews):
        saved(name="再一个")


class Person:
    """Somebody signed in."""

    def __init__(self, actor: Actor) -> None:
        assert actor.person_id
        with eyes(actor):
            secret = access.open_session(actor.person_id, at=now())
        self.client, self.headers = Client(), {"Authorization": f"Bearer {secret}"}

    def send(self, method: str, path: str, **body: Any) -> tuple[int, Any]:
        content = json.dumps(body, default=str) if body else ""
        answer = self.client.generic(
            method, API + path, content, content_type="application/json", headers=self.headers
        )
        return answer.status_code, answer.json() if answer.content else None


@pytest.fixture
def wu() -> Person:
    return Person(CAST.wu)


def test_views_over_http(wu: Person) -> None:
    status, view = wu.send(
        "POST", "/views", place="incidents", name="超时", query="?bucket=overdue&order=due"
    )
    assert (status, view["query"], view["is_own"]) == (201, "bucket=overdue&order=due", True)
    status, other = wu.send("POST", "/views", place="incidents", name="紧急", is_shared=True)
    assert (status, other["is_shared"]) == (201, True)
    status, changed = wu.send(
        "PUT", f"/views/{view['id']}", name="已超时", query="bucket=overdue", is_default=True
    )
    assert (status, changed["name"], changed["is_default"]) == (200, "已超时", True)
    status, ordered = wu.send("PUT", "/views/order", place="incidents", view_ids=[other["id"], view["id"]])
    assert (status, [one["name"] for one in ordered]) == (200, ["紧急", "已超时"])
    status, listed = wu.send("GET", "/views?place=incidents")
    assert (status, [one["name"] for one in listed]) == (200, ["紧急", "已超时"])
    assert wu.send("DELETE", f"/views/{other['id']}") == (204, None)
    status, refusal = wu.send("DELETE", f"/views/{other['id']}")
    assert (status, refusal["code"]) == (404, "preferences.view_unknown")
    assert "刷新" in refusal["message"]
    assert "Refresh" in refusal["message_en"]


def test_misspelt_or_oversized_input_is_refused(wu: Person) -> None:
    for body in (
        {"place": "nowhere", "name": "x"},
        {"place": "incidents", "name": "x" * 41},
        {"place": "incidents", "name": "x", "query": "q" * 2001},
        {"place": "incidents", "name": "x", "defualt": True},
    ):
        status, refusal = wu.send("POST", "/views", **body)
        assert (status, refusal["code"]) == (422, "bad_fields"), body
    status, refusal = wu.send("POST", "/views", place="incidents", name="a\x00b")
    assert status == 422
