"""Requests generated from the OpenAPI document: whatever is sent, the answer is one the document describes.

Boundaries of its fields (schemathesis' coverage phase) and random requests, by somebody who is let in and sees what
the address points at, and by somebody who is not signed in: of every fourth operation a few every day, the same each
time. ``./jw assurance fuzz`` asks every boundary of every field of every operation and more random ones, from a seed,
and then walks through the operations in turn, each using what the ones before gave;
``JINGWEI_SCHEMATHESIS_EXAMPLES=200`` goes deeper still.
"""

import os
import time
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from schemathesis import Case
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup

from jingwei.config.api import document
from jingwei.config.wsgi import application
from tests.api.fuzzing import ask, counted, generated, point_at, settings_of, signed, walk
from tests.api.requests import operations
from tests.matrix.calls import Cell
from tools.assurance import depth, is_deep, keep

pytestmark = pytest.mark.slow
SEED = 20261122
EXAMPLES = int(os.environ.get("JINGWEI_SCHEMATHESIS_EXAMPLES", depth("1", "12")))
BOUNDARIES = depth(5, None)
"""How many of an operation's boundary cases an everyday run asks; at depth all of them."""
DOCUMENT = document()
CONFIG = SchemathesisConfig.from_dict(settings_of(EXAMPLES, seed=SEED if is_deep() else None))
schema = schemathesis.openapi.from_dict(DOCUMENT, config=CONFIG)
schema.app = application
_began = time.monotonic()

# Named here and generated when their turn comes: schemathesis' own ``parametrize`` builds every case of every operation
# while tests are collected, in every process, and gives all operations the one address of their function, of which
# tests side by side then run only the first.
EVERY = [one.operation_id for one in operations(DOCUMENT)]
ALL = EVERY[:: depth(4, 1)]
"""Every fourth operation in everyday runs; at depth all."""
PUBLIC = [one.operation_id for one in operations(DOCUMENT) if one.is_public]


@pytest.mark.parametrize("name", ALL)
def test_whoever_is_let_in_gets_a_described_answer(name: str, doors: dict[str, Cell]) -> None:
    def asked(case: Case) -> None:
        point_at(case, doors[name])
        ask(case, signed(doors[name]))

    assert generated(schema, name, asked, boundaries=BOUNDARIES) > 0


@pytest.mark.parametrize("name", PUBLIC)
def test_a_passer_by_gets_a_described_answer(name: str, doors: dict[str, Cell]) -> None:
    assert generated(schema, name, _as_nobody(doors[name]), boundaries=BOUNDARIES) > 0


def _as_nobody(door: Cell) -> Callable[[Case], None]:
    def asked(case: Case) -> None:
        point_at(case, door)
        ask(case, {})

    return asked


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
    @pytest.mark.parametrize("name", ALL)
    def test_a_stranger_gets_a_described_answer(name: str, doors: dict[str, Cell]) -> None:
        assert generated(schema, name, _as_nobody(doors[name]), boundaries=BOUNDARIES) > 0

    def test_in_turn_every_answer_is_described(doors: dict[str, Cell]) -> None:
        walk(doors, schema, examples=25, steps=8)

    def test_figures_are_kept() -> None:
        figures: dict[str, int | float | str] = {
            "operations": len(ALL),
            "examples_per_operation": EXAMPLES,
            **counted,
        }
        keep("fuzz", figures, seed=SEED, seconds=time.monotonic() - _began, command="./jw assurance fuzz")
        assert counted["requests"] > 10_000
        assert counted["server_errors"] == 0
