"""Signing in inside WeChat and the like, over HTTP: recognised, linked, signed in, told, unlinked."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from jingwei.config.containers import script_origin
from jingwei.foundation.access.contracts import Actor, Container
from jingwei.foundation.access.models import Account, ContainerLink
from jingwei.foundation.access.services import close_account, reset_password
from jingwei.foundation.administration.rules.containers import TicketRefused
from jingwei.foundation.administration.services import containers
from jingwei.foundation.administration.services.containers import SharedPasses, plug_bridges
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.notices.contracts import CONTAINER_SUBJECT, Channel, Message, Receipt, Words
from jingwei.foundation.notices.models import Outgoing
from jingwei.foundation.notices.services import outlets
from jingwei.foundation.notices.services.inbox import notify_person, notify_post
from jingwei.foundation.notices.services.messages import deliver_message
from jingwei.foundation.notices.services.outlets import plug_outlets
from jingwei.foundation.scoping import eyes
from jingwei.integrations.wechat.client import OfficialAccount, WechatApp
from jingwei.integrations.wechat.fake import FakeWechat
from jingwei.integrations.wecom.client import WecomApp
from jingwei.integrations.wecom.fake import FakeWecom
from jingwei.kernel.clock import now
from tests.calling import Call, call
from tests.cast import CAST, MONDAY_10

__all__ = ["call"]
pytestmark = pytest.mark.django_db
FOR_STAFF = frozenset({Container.WECOM})


class Socket:
    """What left the house."""

    name = "socket"

    def __init__(self) -> None:
        self.sent: list[Message] = []

    def send(self, message: Message) -> Receipt:
        self.sent.append(message)
        return Receipt(self.name, "r", MONDAY_10)


class Outside:
    """A WeChat and a WeCom that this installation is connected with."""

    def __init__(self) -> None:
        self.wechat, self.wecom, self.socket = FakeWechat(), FakeWecom(), Socket()
        passes = SharedPasses("test")
        account = OfficialAccount(WechatApp(self.wechat.app_id, self.wechat.secret, self.wechat, passes))
        member = WecomApp(self.wecom.corp_id, self.wecom.secret, "1000002", self.wecom, passes)
        plug_bridges({Container.WECHAT: account, Container.WECOM: member}, for_staff=FOR_STAFF)
        plug_outlets({Channel.WECHAT: self.socket, Channel.WECOM: self.socket})


@pytest.fixture
def outside() -> Iterator[Outside]:
    before = dict(containers._bridges), set(containers._for_staff), dict(outlets._outlets)
    yield Outside()
    plug_bridges(before[0], for_staff=before[1])
    plug_outlets(before[2])


def knock(container: str, code: str, client: Client | None = None, **headers: str) -> Any:
    return (client or Client()).post(
        "/api/v1/session/container",
        {"container": container, "code": code},
        content_type="application/json",
        headers=headers,
    )


def linked(call: Call, outside: Outside, who: Actor, container: str = "wechat", subject: str = "o-1") -> str:
    """Link and return the link's id."""
    fake = outside.wechat if container == "wechat" else outside.wecom
    ticket = knock(container, fake.grant(subject)).json()["ticket"]
    answer = call(who, "POST", "/me/containers", {"ticket": ticket})
    assert answer.status_code == 201, answer.content
    return next(one["link_id"] for one in answer.json() if one["container"] == container)


def test_whoever_is_not_known_gets_a_ticket_and_no_session(outside: Outside) -> None:
    client = Client()
    answer = knock("wechat", outside.wechat.grant("o-1"), client)
    assert answer.status_code == 200
    body = answer.json()
    assert (body["is_linked"], body["secret"], body["lasts_seconds"]) == (False, None, 900)
    assert "o-1" not in body["ticket"]
    assert client.get("/api/v1/me").status_code == 401


def test_a_linked_resident_comes_in_by_the_container_alone(call: Call, outside: Outside) -> None:
    linked(call, outside, CAST.li)
    client = Client()
    answer = knock("wechat", outside.wechat.grant("o-1"), client).json()
    assert answer["is_linked"]
    assert client.get("/api/v1/me").json()["person_id"] == str(CAST.li.person_id)
    (shown,) = call(CAST.li, "GET", "/me/containers").json()
    assert (shown["container"], shown["wants_push"]) == ("wechat", True)
    assert shown["last_used_on"] is not None
    with eyes(CAST.machine):
        entry = Entry.objects.order_by("-id").filter(person_id=CAST.li.person_id)[0]
        kept = ContainerLink.objects.get()
    assert (entry.change["act"], entry.change["container"]) == ("sign_in", "wechat")
    assert b"o-1" not in bytes(kept.subject_sealed) + bytes(kept.subject_index)


def test_a_code_works_once_and_a_made_up_one_never(outside: Outside) -> None:
    code = outside.wechat.grant("o-1")
    assert knock("wechat", code).status_code == 200
    for wrong in (code, "made-up"):
        answer = knock("wechat", wrong)
        assert (answer.status_code, answer.json()["code"]) == (401, "access.container_code_refused")


def test_another_site_cannot_sign_anybody_in(outside: Outside) -> None:
    code = outside.wechat.grant("attacker")
    answer = knock("wechat", code, **{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"})
    assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")


def test_a_container_that_is_not_connected_says_so(outside: Outside) -> None:
    for answer in (
        knock("alipay", "x"),
        Client().get("/api/v1/bridge/alipay/config", {"url": "http://testserver/m/"}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (404, "access.container_not_set_up")


def test_a_container_that_is_away_is_told_as_such(outside: Outside) -> None:
    outside.wechat.is_down = True
    answer = knock("wechat", "x")
    assert (answer.status_code, answer.json()["code"], answer.json()["next"]) == (503, "outside.down", "wait")


def test_more_questions_than_a_process_asks_at_a_time_wait(outside: Outside) -> None:
    taken = [containers._turns.acquire(blocking=False) for _ in range(9)]
    try:
        answer = knock("wechat", outside.wechat.grant("o-1"))
    finally:
        for _ in filter(None, taken):
            containers._turns.release()
    assert (answer.status_code, answer.json()["code"]) == (429, "access.container_busy")
    assert answer.json()["data"]["seconds"] > 0


def test_a_name_belongs_to_one_person(call: Call, outside: Outside) -> None:
    linked(call, outside, CAST.li)
    ticket = containers._ticket(Container.WECHAT, "o-1", now())
    answer = call(CAST.wang, "POST", "/me/containers", {"ticket": ticket})
    assert (answer.status_code, answer.json()["code"]) == (409, "access.container_taken")
    again = call(CAST.li, "POST", "/me/containers", {"ticket": ticket})
    assert (again.status_code, len(again.json())) == (201, 1)


def test_somebody_signed_in_links_with_a_fresh_code_and_stays_who_they_are(
    call: Call, outside: Outside
) -> None:
    linked(call, outside, CAST.li)
    body = {"container": "wechat", "code": outside.wechat.grant("o-1")}
    taken = call(CAST.wang, "POST", "/me/containers/code", body)
    assert (taken.status_code, taken.json()["code"]) == (409, "access.container_taken")
    body["code"] = outside.wechat.grant("o-2")
    (shown,) = call(CAST.wang, "POST", "/me/containers/code", body).json()
    assert shown["container"] == "wechat"
    again = call(CAST.wang, "POST", "/me/containers/code", body)
    assert (again.status_code, again.json()["code"]) == (401, "access.container_code_refused")


def test_a_new_phone_replaces_the_old_one(call: Call, outside: Outside) -> None:
    linked(call, outside, CAST.li, subject="old")
    linked(call, outside, CAST.li, subject="new")
    assert len(call(CAST.li, "GET", "/me/containers").json()) == 1
    assert not knock("wechat", outside.wechat.grant("old")).json()["is_linked"]
    assert knock("wechat", outside.wechat.grant("new")).json()["is_linked"]


def test_a_ticket_is_good_for_a_quarter_of_an_hour_and_cannot_be_made_up(
    call: Call, outside: Outside
) -> None:
    late = containers._ticket(Container.WECHAT, "o-1", now() - timedelta(minutes=16))
    fine = containers._ticket(Container.WECHAT, "o-1", now())
    for wrong in (late, fine[:-8] + "AAAAAAA=", "hello", "ä"):
        answer = call(CAST.li, "POST", "/me/containers", {"ticket": wrong})
        assert (answer.status_code, answer.json()["code"]) == (422, TicketRefused.code), wrong
    assert call(CAST.li, "POST", "/me/containers", {"ticket": fine}).status_code == 201


def test_staff_come_in_where_their_organisation_keeps_the_book(call: Call, outside: Outside) -> None:
    ticket = containers._ticket(Container.WECHAT, "o-2", now())
    refused = call(CAST.wu, "POST", "/me/containers", {"ticket": ticket})
    assert (refused.status_code, refused.json()["code"]) == (403, "access.container_not_for_staff")
    assert "企业微信" in refused.json()["message"]
    linked(call, outside, CAST.wu, "wecom", "wu")
    client = Client()
    assert knock("wecom", outside.wecom.grant("wu"), client).json()["is_linked"]
    assert client.get("/api/v1/me").json()["role"] == "desk"


def test_staff_are_turned_away_when_the_rule_changes_after_linking(call: Call, outside: Outside) -> None:
    linked(call, outside, CAST.wu, "wecom", "wu")
    plug_bridges(dict(containers._bridges), for_staff=frozenset())
    answer = knock("wecom", outside.wecom.grant("wu"))
    assert (answer.status_code, answer.json()["code"]) == (403, "access.container_not_for_staff")


def test_leavers_and_lost_phones_are_shut_out(call: Call, outside: Outside) -> None:
    linked(call, outside, CAST.wu, "wecom", "wu")
    assert CAST.wu.person_id
    with eyes(CAST.machine):
        reset_password(CAST.wu.person_id, by=None, at=now())
    assert not knock("wecom", outside.wecom.grant("wu")).json()["is_linked"]
    with eyes(CAST.machine):
        Account.objects.filter(person_id=CAST.wu.person_id).update(password_expires_at=None)
    linked(call, outside, CAST.lin, "wecom", "lin")
    assert CAST.lin.person_id
    with eyes(CAST.machine):
        close_account(CAST.lin.person_id, by=None, at=now())
    assert not knock("wecom", outside.wecom.grant("lin")).json()["is_linked"]


def test_a_one_time_password_bars_the_way(call: Call, outside: Outside) -> None:
    linked(call, outside, CAST.wu, "wecom", "wu")
    with eyes(CAST.machine):
        Account.objects.filter(person_id=CAST.wu.person_id).update(password_expires_at=now())
    answer = knock("wecom", outside.wecom.grant("wu"))
    assert (answer.status_code, answer.json()["code"]) == (403, "access.container_link_barred")


def test_unlinking_deletes_what_was_kept(call: Call, outside: Outside) -> None:
    link_id = linked(call, outside, CAST.li)
    assert call(CAST.wang, "DELETE", f"/me/containers/{link_id}").status_code == 404
    assert call(CAST.li, "DELETE", f"/me/containers/{link_id}").status_code == 204
    assert not knock("wechat", outside.wechat.grant("o-1")).json()["is_linked"]
    with eyes(CAST.machine):
        assert not ContainerLink.objects.exists()


def test_links_are_fenced(call: Call, outside: Outside) -> None:
    linked(call, outside, CAST.li)
    for stranger in (CAST.wang, CAST.he, CAST.ding):
        with eyes(stranger):
            assert not ContainerLink.objects.exists()
            assert not ContainerLink.objects.update(wants_push=False)
            assert ContainerLink.objects.all().delete()[0] == 0
    with eyes(CAST.li):
        assert ContainerLink.objects.exists()


def test_a_page_of_ours_is_signed_and_no_other(outside: Outside) -> None:
    ask = Client()
    answer = ask.get("/api/v1/bridge/wechat/config", {"url": "http://testserver/m/report?a=1#map"})
    body = answer.json()
    assert body["app_id"] == outside.wechat.app_id
    page = "http://testserver/m/report?a=1"
    assert outside.wechat.is_signed(page, body["nonce"], body["timestamp"], body["signature"])
    for foreign in ("https://evil.example/m/", "http://testserver.evil.example/", "javascript:alert(1)", "x"):
        refused = ask.get("/api/v1/bridge/wechat/config", {"url": foreign})
        assert (refused.status_code, refused.json()["code"]) == (422, "access.container_foreign_page"), (
            foreign
        )


def test_passes_are_kept_sealed_and_end(outside: Outside) -> None:
    keep = SharedPasses("somebody")
    keep.put("token", "very-secret", until=MONDAY_10 + timedelta(minutes=5))
    assert keep.get("token", at=MONDAY_10) == "very-secret"
    assert SharedPasses("other").get("token", at=MONDAY_10) is None
    assert keep.get("token", at=MONDAY_10 + timedelta(minutes=6)) is None
    keep.drop("token")
    assert keep.get("token", at=MONDAY_10) is None


WORDS = Words(
    "您反映的事项已受理", "Your report was accepted", "2026111600000001 路灯不亮", "2026111600000001"
)


def waiting() -> list[Outgoing]:
    with eyes(CAST.machine):
        return list(Outgoing.objects.order_by("id"))


def tell(person: Actor, *, fold: str = "one") -> None:
    assert person.person_id
    notify_person(CAST.machine, person.person_id, kind="t", words=WORDS, target="t", fold=fold, at=MONDAY_10)


def test_a_notice_goes_to_the_container_as_its_title_alone(call: Call, outside: Outside) -> None:
    linked(call, outside, CAST.li)
    (about_link,) = waiting()  # the person is told of the link itself
    assert about_link.target.startswith("notices.notice:")
    tell(CAST.li)
    tell(CAST.li)  # counted up, not sent again
    tell(CAST.wang)
    _, message = waiting()
    assert deliver_message(message.id, at=MONDAY_10) is not None
    (sent,) = outside.socket.sent
    assert (sent.channel, sent.address, sent.text) == (Channel.WECHAT, "o-1", WORDS.title_zh)
    assert message.address_field["name"] == CONTAINER_SUBJECT.name


def test_whoever_switched_push_off_reads_it_here(call: Call, outside: Outside) -> None:
    link_id = linked(call, outside, CAST.li)
    before = len(waiting())
    (shown,) = call(CAST.li, "PUT", f"/me/containers/{link_id}", {"wants_push": False}).json()
    assert shown["wants_push"] is False
    tell(CAST.li)
    assert len(waiting()) == before


def test_a_notice_to_a_post_reaches_its_holder(call: Call, outside: Outside) -> None:
    linked(call, outside, CAST.wu, "wecom", "wu")
    before = len(waiting())
    assert CAST.wu.post_id
    notify_post(CAST.machine, CAST.wu.post_id, kind="t", words=WORDS, target="t", at=MONDAY_10)
    message = waiting()[before]
    assert (message.channel, message.audience) == ("wecom", "staff")


def test_nothing_is_written_where_no_container_is_connected(call: Call, outside: Outside) -> None:
    linked(call, outside, CAST.li)
    before = len(waiting())
    plug_outlets({Channel.SMS: outside.socket})
    tell(CAST.li)
    assert len(waiting()) == before


@pytest.mark.parametrize(
    ("browser", "served", "origin"),
    [
        ("Mozilla/5.0 (iPhone) MicroMessenger/8.0.49", [Container.WECHAT], "https://res.wx.qq.com"),
        ("Mozilla/5.0 (iPhone) MicroMessenger/8.0.49", [Container.WECOM], ""),
        ("Mozilla/5.0 wxwork/4.1.0 MicroMessenger/7.0.1", [Container.WECHAT], ""),
        ("Mozilla/5.0 wxwork/4.1.0 MicroMessenger/7.0.1", [Container.WECOM], "https://res.wx.qq.com"),
        ("Mozilla/5.0 AliApp(DingTalk/7.5.0)", [Container.DINGTALK], "https://g.alicdn.com"),
        ("Mozilla/5.0 AliApp(AP/10.5.0) AlipayClient/10.5.0", list(Container), ""),
        ("Mozilla/5.0 Chrome/140", list(Container), ""),
    ],
)
def test_a_page_may_load_the_script_of_its_own_container_only(
    browser: str, served: list[Container], origin: str
) -> None:
    assert script_origin(browser, served) == origin
