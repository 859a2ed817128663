"""Schemathesis over the whole document, by somebody let in and by passers-by: what both sizes of the proof share."""

import traceback
from typing import Any

from django.core.signals import got_request_exception
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.parameters import ParameterLocation
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
