"""Every answer carries the same protection: pages, refusals, faults, static files; and foreign host names are turned away."""

from pathlib import Path

import pytest
from django.conf import settings as configured
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from jingwei.config import faces
from jingwei.config.guard import Guarded, carried

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}
PAGES = ["/", "/items", "/items/none", "/areas/none", "/api/v1/docs", "/desk/", "/m/", "/m/offline.html"]
OTHERS = [
    *(
        "/public/style.css",
        "/healthz",
        "/api/v1/openapi.json",
        "/api/v1/me",
        "/nowhere",
        "/desk/assets/old.js",
    ),
    *("/static/ninja/swagger-ui.css", "/static/ninja/nowhere.css", "/api/v1/nowhere"),
]


@pytest.fixture(autouse=True)
def _faces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("desk", "pocket"):
        dist = tmp_path / "web/apps" / name / "dist"
        dist.mkdir(parents=True)
        for page in ("index.html", "offline.html"):
            (dist / page).write_text("<!doctype html><html lang='zh-CN'></html>")
    monkeypatch.setattr(faces, "ROOT", tmp_path)


def directives(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (part.split() for part in policy.split(";"))}


@pytest.mark.django_db
@pytest.mark.parametrize("address", [*PAGES, *OTHERS])
def test_every_answer_is_guarded(address: str) -> None:
    answer = Client(raise_request_exception=False).get(address)
    answer.close()
    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS
    assert "camera=(self)" in answer["Permissions-Policy"]
    assert "payment=()" in answer["Permissions-Policy"]
    assert "Access-Control-Allow-Origin" not in answer.headers
    policy = directives(answer["Content-Security-Policy"])
    assert policy["default-src"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy["base-uri"] == ["'none'"]
    assert "unsafe" not in str(policy)
    assert "*" not in str(policy)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/items", "/nowhere"])
def test_pages_that_need_no_script_may_run_none(address: str) -> None:
    assert "script-src" not in directives(Client().get(address)["Content-Security-Policy"])


@pytest.mark.django_db
@pytest.mark.parametrize("address", [*PAGES, *OTHERS])
def test_only_what_is_the_same_for_everybody_may_be_kept(address: str) -> None:
    answer = Client(raise_request_exception=False).get(address)
    answer.close()
    kept = answer.headers.get("Cache-Control", "")
    is_for_all = answer.status_code < 400 and address.startswith(
        ("/items", "/public/", "/static/", "/areas/")
    )
    assert ("no-store" in kept or kept == "no-cache") is not is_for_all, kept


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.nip.io",
        "evil.example:80",
        "a@localhost",
        "",
        "local host",
    ],
)
@pytest.mark.parametrize(
    "address", ["/", "/healthz", "/api/v1/me", "/api/v1/openapi.json", "/static/ninja/swagger-ui.css"]
)
def test_another_name_made_to_point_here_is_turned_away(host: str, address: str) -> None:
    answer = Client().get(address, headers={"host": host})
    assert answer.status_code == 400
    assert answer.json()["code"] == "wrong_host"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.django_db
def test_a_forwarded_host_is_not_believed() -> None:
    answer = Client().get("/items", headers={"x-forwarded-host": "evil.example", "x-host": "evil.example"})
    assert answer.status_code == 200
    assert b"evil.example" not in answer.content


def test_encryption_is_insisted_on_where_it_is_there(settings: Settings) -> None:
    assert "Strict-Transport-Security" not in carried()
    settings.IS_BEHIND_TLS = True
    assert carried()["Strict-Transport-Security"] == "max-age=31536000"


def test_what_an_answer_says_of_itself_is_kept() -> None:
    def own(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Content-Security-Policy": "default-src 'none'; sandbox"})

    answer = Guarded(own)(RequestFactory().get("/"))
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_the_guard_stands_outermost() -> None:
    assert configured.MIDDLEWARE[0] == "jingwei.config.guard.Guarded"


def test_a_script_may_read_our_own_answers_where_it_works_for_a_page() -> None:
    """A worker is bound by the policy of its script's answer: the map's worker reads tiles, and nothing of others."""

    def script(request: HttpRequest) -> HttpResponse:
        return HttpResponse(content_type='text/javascript; charset="utf-8"')

    policy = Guarded(script)(RequestFactory().get("/"))["Content-Security-Policy"]
    assert "connect-src 'self';" in policy
    assert policy.startswith("default-src 'none'; ")
