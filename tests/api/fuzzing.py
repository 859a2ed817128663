"""Schemathesis over the whole document, by somebody let in and by passers-by: what both sizes of the proof share."""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import SkipTest

from django.core.signals import got_request_exception
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core import control
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.feedback import FeedbackSources
from schemathesis.generation.hypothesis.reporting import ignore_hypothesis_output
from schemathesis.pytest._test_builder import build_operation_test
from schemathesis.python._constants.orchestrator import make_constants_value_source
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from tests.matrix.calls import Cell

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
]
counted: dict[str, int] = {"requests": 0, "server_errors": 0}


def settings_of(examples: int, *, seed: int | None = None) -> dict[str, Any]:
    """Generation of a size; with a seed the random part is another one each time, and can be repeated.

    With a seed it is a run at depth, which walks as well: what leads from one operation to the next is read from the
    document's names, as it says nothing of it.
    """
    generation: dict[str, Any] = {
        "max-examples": examples,
        "deterministic": seed is None,
        "no-shrink": True,
        "with-security-parameters": False,
        "database": "none",
    }
    return {
        "generation": generation,
        "phases": {"coverage": {"unexpected-methods": ["PATCH"]}, "stateful": {"enabled": seed is not None}},
    }


def point_at(case: Case, door: Cell) -> None:
    """Replace valid but random ids by real ones, so that what lies behind them is reached as well."""
    path = case.meta.components.get(ParameterLocation.PATH) if case.meta else None
    if path is None or path.mode is not GenerationMode.NEGATIVE:
        for name in case.path_parameters or {}:
            if name in door.target.samples:
                case.path_parameters[name] = door.target.samples[name]


def signed(door: Cell) -> dict[str, str]:
    return {"Authorization": f"Bearer {door.seat.secret}"} if door.seat.secret else {}


def ask(case: Case, headers: dict[str, str]) -> None:
    """Ask, forget what it did, and hold the answer against the document."""
    bugs: list[str] = []

    def keep_bug(**kwargs: object) -> None:
        bugs.append(traceback.format_exc())

    counted["requests"] += 1
    got_request_exception.connect(keep_bug)
    try:
        with transaction.atomic():
            response = case.call(headers=headers)
            transaction.set_rollback(True)
    finally:
        got_request_exception.disconnect(keep_bug)
    counted["server_errors"] += bool(bugs) or response.status_code >= 500
    assert not bugs, f"{case.as_curl_command()}\n{bugs[0]}"
    case.validate_response(response, checks=CHECKS)


def generated(
    schema: Any, operation_id: str, asked: Callable[[Case], None], *, boundaries: int | None = None
) -> int:
    """Ask whatever schemathesis makes of an operation; of its boundary cases at most so many, spread over all of them.

    Gives the number of requests. Raises: FailureGroup, with every check that an answer did not pass.
    """
    before = counted["requests"]

    @settings(deadline=None, suppress_health_check=list(HealthCheck))
    def one(case: Case) -> None:
        asked(case)

    operation = schema.find_operation_by_id(operation_id)
    feedback = FeedbackSources(constants_value_source=make_constants_value_source(schema))
    test = build_operation_test(
        config=schema.config, operation=operation, test_func=one, given_kwargs={}, feedback=feedback
    )
    cases = getattr(test, EXPLICIT, [])
    if boundaries is not None and len(cases) > boundaries:
        setattr(test, EXPLICIT, [cases[n * len(cases) // boundaries] for n in range(boundaries)])
    with ignore_hypothesis_output(), _something_is_asked(operation_id):
        test()
    return counted["requests"] - before


@contextmanager
def _something_is_asked(operation_id: str) -> Iterator[None]:
    """An operation for which nothing can be generated is a mistake in the document, not a test left out."""
    try:
        yield
    except (SkipTest, control.SkipTest, Unsatisfiable) as nothing:
        raise AssertionError(f"nothing can be generated for {operation_id}: {nothing}") from nothing


EXPLICIT = "hypothesis_explicit_examples"
"""Where Hypothesis keeps a test's examples, and schemathesis what its coverage phase made."""


def walk(doors: dict[str, Cell], schema: Any, *, examples: int, steps: int) -> None:
    """Operations in turn: what one answers (an id, an address) goes into the next; all of a walk is rolled back."""

    class Walk(schema.as_state_machine()):  # type: ignore[misc]
        """Each step is asked by somebody who is let in to that operation."""

        def setup(self) -> None:
            self.whole = transaction.atomic()
            self.whole.__enter__()

        def teardown(self) -> None:
            transaction.set_rollback(True)
            self.whole.__exit__(None, None, None)

        def before_call(self, case: Case) -> None:
            point_at(case, doors[case.operation.definition.raw["operationId"]])

        def get_call_kwargs(self, case: Case) -> dict[str, Any]:
            return {"headers": signed(doors[case.operation.definition.raw["operationId"]])}

        def validate_response(self, response: Any, case: Case, **told: Any) -> None:
            counted["requests"] += 1
            counted["steps"] = counted.get("steps", 0) + 1
            counted["server_errors"] += response.status_code >= 500
            case.validate_response(response, checks=CHECKS)

    Walk.run(
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
        )
    )
