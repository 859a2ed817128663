"""Requests generated from the OpenAPI document: whatever is sent, the answer is one the document describes.

Every boundary of every field (schemathesis' coverage phase) and some random requests, by somebody who is let in and
sees what the address points at, and by somebody who is not signed in. ``./jw assurance fuzz`` goes deeper, from a
seed, and then walks through the operations in turn, each using what the ones before gave;
``JINGWEI_SCHEMATHESIS_EXAMPLES=200`` goes deeper still.
"""

import os
import time
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup

from jingwei.config.api import document
from jingwei.config.wsgi import application
from tests.api.fuzzing import ask, counted, point_at, settings_of, signed, walk
from tests.matrix.calls import Cell
from tools.assurance import depth, is_deep, keep

pytestmark = pytest.mark.slow
SEED = 20261122
EXAMPLES = int(os.environ.get("JINGWEI_SCHEMATHESIS_EXAMPLES", depth("2", "12")))
CONFIG = SchemathesisConfig.from_dict(settings_of(EXAMPLES, seed=SEED if is_deep() else None))
schema = schemathesis.openapi.from_dict(document(), config=CONFIG)
schema.app = application
patient = settings(deadline=None, suppress_health_check=list(HealthCheck))
_began = time.monotonic()


@schema.parametrize()
@patient
def test_whoever_is_let_in_gets_a_described_answer(case: Case, doors: dict[str, Cell]) -> None:
    door = doors[case.operation.definition.raw["operationId"]]
    point_at(case, door)
    ask(case, signed(door))


@schema.include(lambda context: context.operation.definition.raw["x-public"]).parametrize()
@patient
def test_a_passer_by_gets_a_described_answer(case: Case, doors: dict[str, Cell]) -> None:
    point_at(case, doors[case.operation.definition.raw["operationId"]])
    ask(case, {})


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
    ask(other["/api/v1/me"]["GET"].Case(), signed(door))


if is_deep():
    # Whoever is not let in at all: behind a refusal nothing may break either.
    @schema.parametrize()
    @patient
    def test_a_stranger_gets_a_described_answer(case: Case, doors: dict[str, Cell]) -> None:
        point_at(case, doors[case.operation.definition.raw["operationId"]])
        ask(case, {})

    def test_in_turn_every_answer_is_described(doors: dict[str, Cell]) -> None:
        walk(doors, schema, examples=25, steps=8)

    def test_figures_are_kept() -> None:
        figures: dict[str, int | float | str] = {
            "operations": schema.statistic.operations.total,
            "examples_per_operation": EXAMPLES,
            **counted,
        }
        keep("fuzz", figures, seed=SEED, seconds=time.monotonic() - _began, command="./jw assurance fuzz")
        assert counted["requests"] > 10_000
        assert counted["server_errors"] == 0
