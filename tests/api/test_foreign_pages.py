"""Another site's page cannot act through its visitor's browser: each writing operation, asked as a browser would ask."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client

from jingwei.config.api import document
from tests.api.conftest import SIGNED
from tests.api.requests import Operation, Request, operations, request_for
from tests.matrix.calls import Cell
from tests.matrix.expectations import samples_for
from tests.matrix.world import World

pytestmark = pytest.mark.slow
OPERATIONS = operations(document())
WRITING = [one for one in OPERATIONS if not one.is_safe and one.operation_id not in SIGNED]
ANY = {"origin": "https://evil.example"}
FOREIGN = [
    ANY,
    {"origin": "null"},
    {"origin": "http://testserver.evil.example"},
    {"origin": "http://testserver:8443"},
    {"origin": "https://evil.example", "sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site", "origin": "http://other.testserver"},
    {"sec-fetch-site": "cross-site"},
]


def usual(operation: Operation, door: Cell, world: World) -> Request:
    return request_for(operation, samples_for(door.seat, world) | door.target.samples)


def asked(request: Request, secret: str | None, headers: dict[str, str]) -> tuple[int, str]:
    """Status and refusal of a request that carries the session as a browser does."""
    client = Client(raise_request_exception=False)
    if secret:
        client.cookies[settings.SESSION_COOKIE] = secret
    with transaction.atomic():
        answer = client.generic(
            request.method,
            request.address,
            request.content,
            content_type=request.content_type,
            headers=headers,
        )
        transaction.set_rollback(True)
    is_json = answer.headers.get("Content-Type", "").startswith("application/json") and not answer.streaming
    told = answer.json() if is_json and answer.content else {}
    answer.close()
    return answer.status_code, told.get("code", "") if isinstance(told, dict) else ""


@pytest.mark.parametrize("operation", WRITING, ids=lambda one: one.operation_id)
def test_a_foreign_page_is_refused(operation: Operation, world: World, doors: dict[str, Cell]) -> None:
    door = doors[operation.operation_id]
    request, secret = usual(operation, door, world), door.seat.secret
    ways = [(secret, ANY)]
    if secret and operation.permission is not None:
        ways.append((secret, {}))  # a cookie whose sender says nothing of itself
    if operation.is_public or operation.permission is None:
        ways.append((None, ANY))  # a visitor without account reports nothing by surprise
    for who, headers in ways:
        assert asked(request, who, headers) == (403, "cross_site"), (bool(who), headers)
    own = asked(request, secret, {"sec-fetch-site": "same-origin"})
    assert own[1] != "cross_site", "our own page is taken for a foreign one"


@pytest.mark.parametrize("name", ["signOut", "reportIncident", "signIn", "createUpload", "acceptIncident"])
def test_however_it_shows_itself(name: str, world: World, doors: dict[str, Cell]) -> None:
    operation = next(one for one in WRITING if one.operation_id == name)
    request = usual(operation, doors[name], world)
    for headers in FOREIGN:
        assert asked(request, doors[name].seat.secret, headers) == (403, "cross_site"), headers


def _plain(path: str) -> str:
    return re.sub(r"\{[^}]+\}", "00000000-0000-4000-8000-000000000001", path)


def deleting_paths() -> Iterator[str]:
    posting = {one.path for one in OPERATIONS if one.method == "POST"}
    for one in OPERATIONS:
        if one.method in {"DELETE", "PUT", "PATCH"} and one.path not in posting | {
            "/api/v1/uploads/{upload_secret}"
        }:
            yield _plain(one.path)


@pytest.mark.django_db
def test_a_header_or_a_field_changes_no_method() -> None:
    client = Client()
    tried = sorted(set(deleting_paths()))
    for path in tried:
        for method in ("DELETE", "PUT", "PATCH"):
            headers = {"x-http-method-override": method, "x-http-method": method, "x-method-override": method}
            answer = client.post(f"{path}?_method={method}", {"_method": method}, headers=headers)
            assert answer.status_code == 405, (path, method)
    assert len(tried) > 5


def test_behind_tls_a_page_without_it_is_foreign(
    settings: object, world: World, doors: dict[str, Cell]
) -> None:
    settings.IS_BEHIND_TLS = True  # type: ignore[attr-defined]
    operation = next(one for one in WRITING if one.operation_id == "signOut")
    request = usual(operation, doors["signOut"], world)
    secret = doors["signOut"].seat.secret
    assert asked(request, secret, {"origin": "http://testserver"}) == (403, "cross_site")
    assert asked(request, secret, {"origin": "https://testserver"})[0] == 204
