"""What is sensitive asks once more who is there; generated from the document, so that no such operation is forgotten."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from jingwei.config.api import document
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.models import Token
from jingwei.foundation.access.rules.permissions import PERMISSIONS
from jingwei.foundation.access.services import issue_token, open_session
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.api.requests import Operation, operations, request_for
from tests.cast import CAST, PASSWORD, id_of

pytestmark = pytest.mark.django_db
SENSITIVE = [one for one in operations(document()) if one.raw.get("x-proof")]
ASKED = {
    "issueToken",
    "resetPassword",
    "takeSecondFactorOff",
    "approveExport",
    "revealReporter",
    "revealCallNumber",
    "setStaffPhone",
}


def carrier(operation: Operation) -> Actor:
    """Somebody whose post may do it: a desk, an administrator, an inspector."""
    permission = Permission(str(operation.permission))
    return next(one for one in (CAST.wu, CAST.ding, CAST.he) if permission in PERMISSIONS[one.role])


def stale_session(actor: Actor) -> str:
    """Signed in an hour ago and used since."""
    secret = open_session(actor.person_id, at=now() - timedelta(hours=1))  # type: ignore[arg-type]
    with eyes(CAST.machine):
        Token.objects.filter(person_id=actor.person_id).update(seen_at=now())
    return secret


def send(secret: str, method: str, path: str, body: Any = None) -> Any:
    data = "" if body is None else json.dumps(body)
    headers = {"Authorization": f"Bearer {secret}"}
    return Client().generic(method, f"/api/v1{path}", data, content_type="application/json", headers=headers)


def ask(secret: str, operation: Operation) -> Any:
    """The smallest request that fits the document; what is in it is not looked at before the proof."""
    request = request_for(operation, SAMPLES)
    headers = {"Authorization": f"Bearer {secret}"}
    return Client().generic(
        request.method, request.address, request.content, content_type=request.content_type, headers=headers
    )


SAMPLES = {"person_id": str(id_of("person wu")), "username": "newcomer"}
TOKEN = {"label": "对接", "days": 30}


def test_the_operations_that_must_ask_do() -> None:
    assert {one.operation_id for one in SENSITIVE} >= ASKED


@pytest.mark.parametrize("operation", SENSITIVE, ids=lambda one: one.operation_id)
def test_a_session_proved_long_ago_is_asked_and_nothing_is_done(operation: Operation) -> None:
    secret = stale_session(carrier(operation))
    with eyes(CAST.machine):
        before = Entry.objects.count()
    answer = ask(secret, operation)
    assert (answer.status_code, answer.json()["code"]) == (403, "access.step_up_needed"), answer.content
    assert answer.json()["next"] == "step_up"
    with eyes(CAST.machine):
        assert Entry.objects.count() == before


@pytest.mark.parametrize("operation", SENSITIVE, ids=lambda one: one.operation_id)
def test_a_programs_token_cannot_do_it_at_all(operation: Operation) -> None:
    actor = carrier(operation)
    with eyes(actor):
        secret = issue_token(actor, label="对接", at=now(), length=timedelta(days=1))
    answer = ask(secret, operation)
    assert (answer.status_code, answer.json()["code"]) == (403, "access.session_needed"), answer.content


def test_proving_it_by_password_lets_the_act_go_on() -> None:
    secret = stale_session(CAST.wu)
    assert send(secret, "GET", "/me/security").json()["proof_way"] == "password"
    assert send(secret, "POST", "/me/tokens", TOKEN).json()["code"] == "access.step_up_needed"
    wrong = send(secret, "POST", "/session/proof", {"password": "guess"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "access.proof_refused")
    assert send(secret, "POST", "/session/proof", {"password": PASSWORD}).status_code == 204
    assert send(secret, "POST", "/me/tokens", TOKEN).status_code == 201
    with eyes(CAST.machine):
        acts = [one.change for one in Entry.objects.filter(change__act="prove").order_by("id")]
    assert [one.get("refused", one.get("by")) for one in acts] == ["password", "password"]


def test_guesses_within_a_session_are_counted_as_at_the_door() -> None:
    secret = stale_session(CAST.wu)
    codes = [send(secret, "POST", "/session/proof", {"password": "guess"}).json()["code"] for _ in range(6)]
    assert codes == ["access.proof_refused"] * 5 + ["access.sign_in_delayed"]


def test_what_asks_once_a_session_does_not_ask_again() -> None:
    """Revealing a number: the first time after a quarter of an hour, then not until the next sign-in."""
    secret = stale_session(CAST.wu)
    reveal = next(one for one in SENSITIVE if one.operation_id == "revealReporter")
    assert ask(secret, reveal).json()["code"] == "access.step_up_needed"
    assert send(secret, "POST", "/session/proof", {"password": PASSWORD}).status_code == 204
    with eyes(CAST.machine):
        Token.objects.filter(person_id=CAST.wu.person_id).update(
            authenticated_at=now() - timedelta(minutes=20)
        )
    assert ask(secret, reveal).status_code == 404
    assert send(secret, "POST", "/me/tokens", TOKEN).json()["code"] == "access.step_up_needed"


def test_a_fresh_sign_in_counts() -> None:
    secret = open_session(CAST.wu.person_id, at=now())
    assert send(secret, "POST", "/me/tokens", TOKEN).status_code == 201


def test_a_containers_word_is_no_proof_of_who_holds_the_telephone() -> None:
    at = now()
    secret = open_session(CAST.wu.person_id, at=at, way="wecom", proved_at=at - timedelta(days=1))
    assert send(secret, "POST", "/me/tokens", TOKEN).json()["code"] == "access.step_up_needed"


def test_an_own_password_changed_ends_sessions_but_needs_no_second_question() -> None:
    secret = stale_session(CAST.wu)
    body = {"present": PASSWORD, "new": "迎春社区-2026-新"}
    assert send(secret, "POST", "/me/password", body).status_code == 204
