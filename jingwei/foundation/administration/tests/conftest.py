"""Calling the API as one of the cast."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import open_session
from jingwei.kernel.clock import now

Call = Callable[..., Any]


@pytest.fixture
def call(db: None) -> Call:
    """``call(actor, method, path, body)`` → the response; without an actor nobody is signed in."""
    secrets: dict[Actor, str] = {}

    def send(actor: Actor | None, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        if actor is not None:
            if actor not in secrets:
                assert actor.person_id is not None
                secrets[actor] = open_session(actor.person_id, at=now())
            headers["Authorization"] = f"Bearer {secrets[actor]}"
        sent = {} if body is None else {"data": body, "content_type": "application/json"}
        response: HttpResponse = Client().generic(  # type: ignore[assignment]
            method, f"/api/v1{path}", **_encoded(sent), headers=headers
        )
        return response

    return send


def _encoded(sent: dict[str, Any]) -> dict[str, Any]:
    import json

    return {**sent, "data": json.dumps(sent["data"])} if sent else {}
