"""The OpenAPI document: exported, complete, and fit to generate a client from."""

import json
import re
from collections import Counter
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from ninja.openapi.schema import OpenAPISchema

from jingwei.config.api import ADDRESS, api, document
from jingwei.config.document import REFUSALS
from jingwei.config.management.commands.export_openapi import OPENAPI_FILE, exported
from jingwei.foundation.access.contracts import Permission
from tests.api.requests import Operation, operations

OPERATIONS = operations(document())
VERBS = {
    *("hear", "log", "move", "place", "separate"),
    *("agree", "decide", "print", "raise", "recheck"),
    *("draft", "draw", "merge", "object", "reroute", "search", "split", "suggest", "uphold"),
    *(
        "record",
        "confirm",
        "follow",
        "hand",
        "plan",
        "reveal",
        "write",
        "excuse",
        "cancel",
        "call",
        "arrive",
        "accept",
        "give",
        "steer",
        "record",
        "grow",
        "strike",
        "act",
        "append",
        "apply",
        "appoint",
        "approve",
        "answer",
        "ask",
        "assign",
        "change",
        "check",
        "claim",
        "close",
        "compare",
        "confirm",
        "correct",
        "count",
        "create",
        "delay",
        "delegate",
        "inspect",
        "maintain",
        "register",
    ),
    *(
        "delete",
        "dismiss",
        "dispatch",
        "download",
        "edit",
        "end",
        "enter",
        "escalate",
        "export",
        "fail",
        "fill",
        "find",
        "finish",
        "fold",
        "follow",
        "forget",
        "get",
        "grant",
    ),
    *(
        "hand",
        "handle",
        "hold",
        "instruct",
        "issue",
        "leave",
        "lift",
        "link",
        "list",
        "locate",
        "map",
        "mark",
        "mask",
        "note",
        "open",
        "order",
        "pass",
        "preserve",
        "preview",
    ),
    *(
        "rate",
        "read",
        "recall",
        "refuse",
        "release",
        "rename",
        "reopen",
        "request",
        "report",
        "reset",
        "resume",
        "retire",
        "return",
        "reveal",
        "revoke",
        "rotate",
    ),
    *(
        "save",
        "set",
        "sign",
        "start",
        "stop",
        "suspend",
        "switch",
        "take",
        "track",
        "undo",
        "unlink",
        "unfollow",
        "upload",
        "vacate",
    ),
    *("begin", "discard", "prove", "publish", "remove", "renew"),
    *("add", "describe", "restore"),
    *("show", "hide", "choose", "drop", "simulate"),
    *("urge", "verify", "void", "watch", "withdraw"),
}
"""The verbs that calls may begin with. A new one is a decision about the language of the interface: add it here."""


def test_the_exported_document_is_fresh() -> None:
    assert OPENAPI_FILE.read_text(encoding="utf-8") == exported(), (
        "Run ./jw generate-docs and commit the result."
    )


def test_the_document_is_the_same_every_time() -> None:
    assert api.describe(path_prefix=ADDRESS) == document()


def test_the_served_document_is_the_exported_one() -> None:
    assert Client().get("/api/v1/openapi.json").json() == document()


def test_operation_ids_are_unique() -> None:
    assert [
        name for name, count in Counter(one.operation_id for one in OPERATIONS).items() if count > 1
    ] == []


def test_a_call_reads_as_a_sentence() -> None:
    """camelCase, verb first."""
    names = [one.operation_id for one in OPERATIONS]
    assert [name for name in names if not re.fullmatch(r"[a-z]+([A-Z][a-z0-9]*)+", name)] == []
    assert [name for name in names if re.match(r"[a-z]*", name).group() not in VERBS] == []  # type: ignore[union-attr]


def test_an_operation_says_what_it_is_and_for_whom() -> None:
    for operation in OPERATIONS:
        name = operation.operation_id
        assert operation.raw["summary"], name
        assert operation.raw["tags"], name
        assert operation.permission is None or Permission(operation.permission), name
        assert isinstance(operation.is_public, bool), name
        assert operation.sees, name


def test_every_refusal_is_described() -> None:
    assert {
        one.operation_id: set(REFUSALS) - set(one.raw["responses"])
        for one in OPERATIONS
        if not set(REFUSALS) <= set(one.raw["responses"])
    } == {}


def test_only_the_door_asks_for_no_permission() -> None:
    assert {one.operation_id for one in OPERATIONS if one.permission is None} == {
        "askPasswordReset",
        "askPhoneCode",
        "finishProviderSignIn",
        "listDemoMessages",
        "getBridgeConfig",
        "listSignInProviders",
        "readDemo",
        "signInByContainer",
        "signIn",
        "signInByPhone",
        "startProviderSignIn",
    }


def test_an_id_in_the_path_is_one_of_something_seen() -> None:
    """An operation on one thing by its id must say what it points at, or the matrix would not look."""
    by_id = [one for one in OPERATIONS if re.search(r"\{[a-z]+_id\}", one.path)]
    assert [one.operation_id for one in by_id if one.sees == "nothing" and not _is_number(one)] == []


def _is_number(operation: Operation) -> bool:
    """Item lists are numbered and the same for everybody who may read them."""
    return all(
        one["schema"].get("type") == "integer" for one in operation.raw["parameters"] if one["in"] == "path"
    )


def test_two_schemas_never_share_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """The generator keeps the later of two: the document would describe the wrong one without a word."""
    assert clashes(monkeypatch) == []


def test_a_shared_name_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    schema = OpenAPISchema.__new__(OpenAPISchema)
    schema.schemas = {}
    found = watch(monkeypatch)
    schema.add_schema_definitions({"Action": {"enum": ["map"]}})
    schema.add_schema_definitions({"Action": {"enum": ["map"]}})
    schema.add_schema_definitions({"Action": {"enum": ["accept"]}})
    assert found == ["Action"]


def clashes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found = watch(monkeypatch)
    api.describe(path_prefix=ADDRESS)
    return found


def watch(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names under which two different schemas were registered since."""
    found: list[str] = []
    register = OpenAPISchema.add_schema_definitions

    def compare(self: OpenAPISchema, definitions: dict[str, Any]) -> None:
        found.extend(name for name, one in definitions.items() if self.schemas.get(name, one) != one)
        register(self, definitions)

    monkeypatch.setattr(OpenAPISchema, "add_schema_definitions", compare)
    return found


def test_the_command_writes_where_it_is_told(tmp_path: Path) -> None:
    call_command("export_openapi", "--to", tmp_path / "there" / "openapi.json", stdout=StringIO())
    assert json.loads((tmp_path / "there" / "openapi.json").read_text(encoding="utf-8")) == document()
