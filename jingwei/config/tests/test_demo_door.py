"""The demo's cast is told in demo mode only: outside it nobody learns a name or a password."""

from functools import partial
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from jingwei.config.demo import api
from jingwei.config.demo.organisation import cast_members
from jingwei.config.environment import Environment
from jingwei.foundation.notices.contracts import Channel, Message
from jingwei.foundation.notices.services.outlets import FakeOutlet
from jingwei.kernel.ids import uuid7

pytestmark = pytest.mark.django_db
PASSWORD = "a1b2-c3d4-e5f6"
NOTHING = {"is_demo": False, "password": "", "cast": []}


@pytest.fixture
def seeded(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """An installation whose database holds the demo city and whose folder holds its password."""
    (tmp_path / "demo-password").write_text(PASSWORD + "\n")
    settings.VAR_FOLDER = tmp_path
    settings.IS_DEMO = True
    monkeypatch.setattr(api, "city_size", lambda: "small")
    return settings


def test_in_demo_mode_the_cast_is_told_with_its_password(seeded: Settings) -> None:
    answer = Client().get("/api/v1/demo").json()
    assert answer["is_demo"] is True
    assert answer["password"] == PASSWORD
    assert [one["username"] for one in answer["cast"]] == [one.username for one in cast_members()]
    assert all(one["part"] and one["part_en"].isascii() for one in answer["cast"])


def test_outside_demo_mode_nothing_is_told_though_the_demo_city_is_there(seeded: Settings) -> None:
    seeded.IS_DEMO = False
    answer = Client().get("/api/v1/demo")
    assert answer.json() == NOTHING
    assert PASSWORD not in answer.content.decode()


def test_nothing_is_told_where_no_demo_city_stands(seeded: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "city_size", lambda: None)
    assert Client().get("/api/v1/demo").json() == NOTHING


def test_a_real_city_tells_nothing_even_with_the_setting(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test database holds a city that no demo made: the question is asked there for good."""
    (tmp_path / "demo-password").write_text(PASSWORD)
    settings.VAR_FOLDER = tmp_path
    settings.IS_DEMO = True
    assert PASSWORD not in Client(raise_request_exception=False).get("/api/v1/demo").content.decode()


def test_an_sms_of_the_fake_outlet_is_read_in_demo_mode_only(seeded: Settings) -> None:
    message = Message(uuid7(), Channel.SMS, "13873712345", "验证码123456")
    FakeOutlet().send(message)
    ask = partial(Client().get, "/api/v1/demo/messages")
    assert [one["text"] for one in ask({"tail": "2345"}).json()] == ["验证码123456"]
    assert ask({"tail": "2346"}).json() == []
    seeded.IS_DEMO = False
    assert ask({"tail": "2345"}).json() == []


@pytest.mark.parametrize(("given", "meant"), [("1", True), ("", False), ("0", False)])
def test_only_the_setting_makes_a_demo(monkeypatch: pytest.MonkeyPatch, given: str, meant: bool) -> None:
    monkeypatch.setenv("JINGWEI_DEMO", given)
    assert Environment().flag("JINGWEI_DEMO") is meant
