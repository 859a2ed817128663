"""Calling the API as one of the cast, in any app's tests."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import open_session
from jingwei.kernel.clock import now

Call = Callable[..., Any]


@pytest.fixture
def call(db: None) -> Call:
    """``call(actor, method, path, body)`` → the response; without an actor nobody is signed in."""
    secrets: dict[Actor, str] = {}

    def send(actor: Actor | None, method: str, path: str, body: Any = None) -> Any:
        headers = {}
        if actor is not None:
            secrets.setdefault(actor, open_session(actor.person_id, at=now()))
            headers["Authorization"] = f"Bearer {secrets[actor]}"
        data = "" if body is None else json.dumps(body)
        return Client().generic(
            method, f"/api/v1{path}", data, content_type="application/json", headers=headers
        )

    return send
