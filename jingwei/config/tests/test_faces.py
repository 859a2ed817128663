"""The faces are served whole, kept rightly, and under a policy that allows no foreign script."""

import gzip
import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from jingwei.config import faces

FACES = ("desk", "m")
START = '<link data-for="first" href="start.js">'
PAGE = f'<!doctype html><html lang="zh-CN" data-at="first" data-who="nobody">{START}<script type="module" src="assets/index-abc.js"></script>'
SCRIPT = "export const words = 1;\n" * 100


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Faces of two files each, and a browser whose server started after they were built."""
    for name in ("desk", "pocket"):
        dist = tmp_path / "web/apps" / name / "dist"
        (dist / "assets").mkdir(parents=True)
        (dist / "index.html").write_text(PAGE)
        (dist / "assets/index-abc.js").write_text(SCRIPT)
        (dist / "assets/index-abc.js.gz").write_bytes(gzip.compress(SCRIPT.encode()))
    (tmp_path / "web/apps/pocket/dist/service-worker.js").write_text("// the shell's files")
    monkeypatch.setattr(faces, "ROOT", tmp_path)
    return Client()


def directives(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (part.split() for part in policy.split(";"))}


@pytest.mark.parametrize("place", ["", "inbox", "incidents/0190/course", "sign-in?next=/inbox"])
@pytest.mark.parametrize("face", FACES)
def test_every_place_of_a_face_is_its_one_page_which_no_browser_keeps(
    built: Client, face: str, place: str
) -> None:
    answer = built.get(f"/{face}/{place}")
    begins = "first" if face == "desk" or not place else "within"
    page = PAGE if begins == "first" else PAGE.replace(START, "").replace("first", begins)
    assert (answer.status_code, answer.content.decode()) == (200, page)
    assert answer["Cache-Control"] == "no-store"


def test_the_phone_begins_in_the_readers_language(built: Client) -> None:
    english = built.get("/m/", headers={"accept-language": "en-GB,zh;q=0.5"})
    assert '<html lang="en" data-at="first"' in english.content.decode()
    assert '<html lang="zh-CN"' in built.get("/m/", headers={"accept-language": "zh-CN"}).content.decode()
    assert "Accept-Language" in english["Vary"]


def test_who_is_signed_in_is_not_asked_the_first_question(built: Client) -> None:
    built.cookies["jw_session"] = "somebody"
    page = built.get("/m/").content.decode()
    assert 'data-at="within"' in page
    assert 'data-who="nobody"' not in page


def test_the_service_worker_is_looked_for_anew_each_time(built: Client) -> None:
    answer = built.get("/m/service-worker.js")
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-cache")
    assert answer["Content-Type"].startswith("text/javascript")
    assert (
        built.get("/m/manifest.webmanifest").status_code == 404
    )  # not in this build, and no page in its place


@pytest.mark.parametrize("face", FACES)
def test_parts_are_kept_for_good_and_travel_compressed(built: Client, face: str) -> None:
    answer = built.get(f"/{face}/assets/index-abc.js", headers={"accept-encoding": "gzip"})
    assert answer.status_code == 200
    assert "immutable" in answer["Cache-Control"]
    assert answer["Content-Encoding"] == "gzip"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert gzip.decompress(b"".join(answer.streaming_content)).decode() == SCRIPT


@pytest.mark.parametrize("face", FACES)
def test_a_part_of_an_earlier_build_is_missing_and_no_page(built: Client, face: str) -> None:
    answer = built.get(f"/{face}/assets/index-old.js")
    assert answer.status_code == 404
    assert b"<script" not in answer.content


@pytest.mark.parametrize("face", FACES)
def test_a_new_build_under_a_running_server_is_served(built: Client, tmp_path: Path, face: str) -> None:
    before = built.get(f"/{face}/assets/index-abc.js")
    assert b"".join(before.streaming_content).decode() == SCRIPT
    dist = tmp_path / "web/apps" / {"desk": "desk", "m": "pocket"}[face] / "dist"
    (dist / "assets/index-abc.js").rename(dist / "assets/index-xyz.js")
    (dist / "assets/index-abc.js.gz").unlink()
    assert built.get(f"/{face}/assets/index-abc.js").status_code == 404
    answer = built.get(f"/{face}/assets/index-xyz.js")
    assert b"".join(answer.streaming_content).decode() == SCRIPT
    (dist / "index.html").unlink()
    assert built.get(f"/{face}/").status_code == 503


def test_nobody_walks_out_of_the_folder(built: Client, tmp_path: Path) -> None:
    (tmp_path.parent / "secret.txt").write_text("secret")
    for path in (
        "/desk/assets/../../secret.txt",
        "/m/assets/%2e%2e/%2e%2e/secret.txt",
        "/m/%2e%2e/secret.txt",
    ):
        assert b"secret" not in built.get(path).getvalue()


@pytest.mark.parametrize("face", FACES)
def test_no_inline_and_no_foreign_script_may_run(built: Client, face: str) -> None:
    policy = directives(built.get(f"/{face}/")["Content-Security-Policy"])
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
    assert faces.live_origin(":8001/x", host="[::1]:8000", scheme="http") == "http://[::1]:8001"


@pytest.mark.parametrize("face", FACES)
def test_a_face_that_was_not_built_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, face: str
) -> None:
    monkeypatch.setattr(faces, "ROOT", tmp_path / "nothing")
    answer = Client().get(f"/{face}/")
    assert answer.status_code == 503
    assert "./jw setup" in answer.content.decode()


@pytest.mark.parametrize("name", ["desk", "pocket"])
def test_the_built_page_holds_no_inline_script(name: str) -> None:
    source = (faces.ROOT / f"web/apps/{name}/index.html").read_text(encoding="utf-8")
    assert re.findall(r"<script(?![^>]*\ssrc=)[^>]*>|\son\w+=|\sstyle=|<style", source) == []
