"""The desk is served whole, kept rightly, and under a policy that allows no foreign script."""

import gzip
import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from jingwei.config import desk

PAGE = '<!doctype html><script type="module" src="/desk/assets/index-abc.js"></script>'
SCRIPT = "export const words = 1;\n" * 100


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A desk of two files, and a browser whose server started after it was built."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "assets/index-abc.js").write_text(SCRIPT)
    (tmp_path / "assets/index-abc.js.gz").write_bytes(gzip.compress(SCRIPT.encode()))
    monkeypatch.setattr(desk, "DESK", tmp_path)
    return Client()


def directives(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (part.split() for part in policy.split(";"))}


@pytest.mark.parametrize("place", ["", "inbox", "incidents/0190/course", "sign-in?next=/inbox"])
def test_every_place_of_the_desk_is_the_one_page_which_no_browser_keeps(built: Client, place: str) -> None:
    answer = built.get(f"/desk/{place}")
    assert (answer.status_code, answer.content.decode()) == (200, PAGE)
    assert answer["Cache-Control"] == "no-store"


def test_parts_are_kept_for_good_and_travel_compressed(built: Client) -> None:
    answer = built.get("/desk/assets/index-abc.js", headers={"accept-encoding": "gzip"})
    assert answer.status_code == 200
    assert "immutable" in answer["Cache-Control"]
    assert answer["Content-Encoding"] == "gzip"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert gzip.decompress(b"".join(answer.streaming_content)).decode() == SCRIPT


def test_a_part_of_an_earlier_build_is_missing_and_no_page(built: Client) -> None:
    answer = built.get("/desk/assets/index-old.js")
    assert answer.status_code == 404
    assert b"<script" not in answer.content


def test_nobody_walks_out_of_the_folder(built: Client, tmp_path: Path) -> None:
    (tmp_path.parent / "secret.txt").write_text("secret")
    for path in ("/desk/assets/../../secret.txt", "/desk/assets/%2e%2e/%2e%2e/secret.txt"):
        assert b"secret" not in built.get(path).getvalue()


def test_no_inline_and_no_foreign_script_may_run(built: Client) -> None:
    policy = directives(built.get("/desk/")["Content-Security-Policy"])
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == ["'self'"]
    assert policy["style-src"] == ["'self'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert "unsafe" not in str(policy)


@pytest.mark.parametrize(
    ("live_url", "sources"),
    [
        ("/live/events", ["'self'"]),
        (":8001/live/events", ["'self'", "http://testserver:8001"]),
        ("https://live.city.example/events", ["'self'", "https://live.city.example"]),
    ],
)
def test_live_news_may_come_from_where_the_settings_say(
    built: Client, settings: Settings, live_url: str, sources: list[str]
) -> None:
    settings.LIVE_URL = live_url
    assert directives(built.get("/desk/")["Content-Security-Policy"])["connect-src"] == sources


def test_the_live_origin_of_an_ipv6_host_is_bracketed() -> None:
    assert desk.live_origin(":8001/x", host="[::1]:8000", scheme="http") == "http://[::1]:8001"


def test_a_desk_that_was_not_built_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "DESK", tmp_path / "nothing")
    answer = Client().get("/desk/")
    assert answer.status_code == 503
    assert "./jw setup" in answer.content.decode()


def test_the_built_page_holds_no_inline_script() -> None:
    source = (desk.ROOT / "web/apps/desk/index.html").read_text(encoding="utf-8")
    assert re.findall(r"<script(?![^>]*\ssrc=)[^>]*>|\son\w+=|\sstyle=|<style", source) == []
