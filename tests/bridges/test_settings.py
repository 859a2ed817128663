"""What settings plug in, and how wrong ones are told."""

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from jingwei.config.containers import plugs_of, staff_containers
from jingwei.config.environment import Environment
from jingwei.foundation.access.contracts import Container
from jingwei.foundation.notices.contracts import Channel
from jingwei.integrations.alipay.fake import new_key_pair


def settings(**given: Any) -> SimpleNamespace:
    nothing: dict[str, Any] = dict.fromkeys(("WECHAT", "WECHAT_MINI", "WECOM", "DINGTALK", "ALIPAY"), ())
    common = {"PUBLIC_URL": "https://city.example/", "IS_DEMO": False, "STAFF_CONTAINERS": ["wecom"]}
    return SimpleNamespace(**nothing | common | given)


def test_nothing_set_is_nothing_plugged() -> None:
    assert plugs_of(settings()).bridges == {}


def test_everything_set_is_everything_plugged(tmp_path: Path) -> None:
    private, public = new_key_pair()
    (tmp_path / "own.pem").write_bytes(private)
    (tmp_path / "alipay.pem").write_bytes(public)
    plugs = plugs_of(
        settings(
            WECHAT=("wx1", "s", "T:thing1:time2"),
            WECHAT_MINI=("wx2", "s", "none"),
            WECOM=("ww", "s", "1000002"),
            DINGTALK=("corp", "key", "s", "100"),
            ALIPAY=("2021", str(tmp_path / "own.pem"), str(tmp_path / "alipay.pem"), "T"),
        )
    )
    assert set(plugs.bridges) == set(Container)
    assert set(plugs.outlets) == set(Channel) - {Channel.SMS, Channel.WECHAT_MINI}
    assert plugs.outlets[Channel.WECOM].link == "https://city.example/m/notices"  # type: ignore[attr-defined]


def test_a_demonstration_has_fakes_where_nothing_is_set() -> None:
    plugs = plugs_of(settings(IS_DEMO=True, WECOM=("ww", "s", "1")))
    assert set(plugs.bridges) == set(Container)
    assert plugs.bridges[Container.WECOM].corp_id == "ww"  # type: ignore[attr-defined]
    assert {outlet.name for outlet in plugs.outlets.values()} == {"fake", "wecom"}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"WECHAT": ("a", "b", "only-an-id")}, "JINGWEI_WECHAT_TEMPLATE"),
        ({"WECOM": ("a", "b", "agent")}, "JINGWEI_WECOM_AGENT"),
        ({"DINGTALK": ("a", "b", "c", "agent")}, "JINGWEI_DINGTALK_AGENT"),
        ({"ALIPAY": ("a", "/nowhere/own.pem", "/nowhere/alipay.pem", "none")}, "/nowhere/own.pem"),
    ],
)
def test_what_cannot_be_used_is_named(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=said):
        plugs_of(settings(**wrong))


def test_staff_come_in_where_settings_say() -> None:
    assert staff_containers(settings()) == {Container.WECOM}
    assert staff_containers(settings(STAFF_CONTAINERS=["none"])) == frozenset()
    with pytest.raises(ImproperlyConfigured, match="wecmo"):
        staff_containers(settings(STAFF_CONTAINERS=["wecmo"]))


def test_settings_that_belong_together_are_complained_about_together(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("JINGWEI_A", "JINGWEI_B", "JINGWEI_C")
    assert not {*names} & {*os.environ}
    reading = Environment()
    assert reading.group(*names) == ()
    assert reading.complaints == []
    monkeypatch.setenv("JINGWEI_A", "1")
    reading.group(*names)
    assert reading.complaints == [
        "JINGWEI_B is not set, but JINGWEI_A is",
        "JINGWEI_C is not set, but JINGWEI_A is",
    ]
    monkeypatch.setenv("JINGWEI_B", "2")
    monkeypatch.setenv("JINGWEI_C", "3")
    assert Environment().group(*names) == ("1", "2", "3")
