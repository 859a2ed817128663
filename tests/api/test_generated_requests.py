"""Requests generated from the OpenAPI document: whatever is sent, the answer is one the document describes.

Every boundary of every field (schemathesis' coverage phase) and some random requests, by somebody who is let in and
sees what the address points at, and by somebody who is not signed in. ``JINGWEI_SCHEMATHESIS_EXAMPLES=200`` goes deeper.
"""

import os
import traceback
from typing import Any

import pytest
import schemathesis
from django.core.signals import got_request_exception
from django.db import transaction
from hypothesis import HealthCheck, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from jingwei.config.api import document
from jingwei.config.wsgi import application
from tests.matrix.calls import Cell

pytestmark = pytest.mark.slow
EXAMPLES = int(os.environ.get("JINGWEI_SCHEMATHESIS_EXAMPLES", "2"))
CONFIG = SchemathesisConfig.from_dict(
    {
        "generation": {
            "max-examples": EXAMPLES,
            "deterministic": True,
            "no-shrink": True,
            "with-security-parameters": False,
            "database": "none",
        },
        "phases": {
            "coverage": {"unexpected-methods": ["PATCH"]},
            "stateful": {"enabled": False},
        },
    }
)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
]
schema = schemathesis.openapi.from_dict(document(), config=CONFIG)
schema.app = application
patient = settings(deadline=None, suppress_health_check=list(HealthCheck))


@schema.parametrize()
@patient
def test_whoever_is_let_in_gets_a_described_answer(case: Case, doors: dict[str, Cell]) -> None:
    door = doors[case.operation.definition.raw["operationId"]]
    _point_at(case, door)
    _ask(case, {"Authorization": f"Bearer {door.seat.secret}"} if door.seat.secret else {})


@schema.include(lambda context: context.operation.definition.raw["x-public"]).parametrize()
@patient
def test_a_passer_by_gets_a_described_answer(case: Case, doors: dict[str, Cell]) -> None:
    _point_at(case, doors[case.operation.definition.raw["operationId"]])
    _ask(case, {})


def _point_at(case: Case, door: Cell) -> None:
    """Replace valid but random ids by real ones, so that what lies behind them is reached as well."""
    path = case.meta.components.get(ParameterLocation.PATH) if case.meta else None
    if path is None or path.mode is not GenerationMode.NEGATIVE:
        for name in case.path_parameters or {}:
            if name in door.target.samples:
                case.path_parameters[name] = door.target.samples[name]


def _ask(case: Case, headers: dict[str, str]) -> None:
    bugs: list[str] = []

    def keep(**kwargs: object) -> None:
        bugs.append(traceback.format_exc())

    got_request_exception.connect(keep)
    try:
        with transaction.atomic():
            response = case.call(headers=headers)
            transaction.set_rollback(True)
    finally:
        got_request_exception.disconnect(keep)
    assert not bugs, f"{case.as_curl_command()}\n{bugs[0]}"
    case.validate_response(response, checks=CHECKS)


def test_an_answer_that_is_not_as_described_is_noticed(doors: dict[str, Cell]) -> None:
    tampered = document()
    tampered["components"]["schemas"]["MeOut"]["properties"]["name"] = {"type": "integer"}
    with pytest.raises(FailureGroup, match="violates schema"):
        _read_me(tampered, doors["readMe"])


def test_a_status_that_is_not_described_is_noticed(doors: dict[str, Cell]) -> None:
    tampered = document()
    answers = tampered["paths"]["/api/v1/me"]["get"]["responses"]
    answers["202"] = answers.pop("200")
    with pytest.raises(FailureGroup, match="Undocumented status code"):
        _read_me(tampered, doors["readMe"])


def _read_me(described: dict[str, Any], door: Cell) -> None:
    other = schemathesis.openapi.from_dict(described, config=CONFIG)
    other.app = application
    _ask(other["/api/v1/me"]["GET"].Case(), {"Authorization": f"Bearer {door.seat.secret}"})
