"""Every operation refuses a field or a filter that crosses a red line, with the reason; and who is reported about
learns nothing of who reported."""

import itertools
import json
from urllib.parse import quote

import pytest
from django.db import transaction
from django.test import Client

from jingwei.config.api import document
from jingwei.kernel.tests.test_redlines import FORBIDDEN
from tests.api.conftest import SIGNED
from tests.api.requests import operations, request_for
from tests.matrix.calls import Cell
from tests.matrix.expectations import samples_for
from tests.matrix.world import World
from tests.redlines.figures import count, keep_figures
from tools.assurance import depth

OPERATIONS = [one for one in operations(document()) if one.operation_id not in SIGNED]
LABELS = [label for labels in FORBIDDEN.values() for label in labels]
SPREAD = itertools.cycle(LABELS)
QUICK = 8
"""In everyday runs every eighth operation is asked; at depth all of them, in both places."""


def asked(world: World, doors: dict[str, Cell], step: int) -> list[str]:
    """Operations that took a red line, or refused it with something else."""
    wrong = []
    for operation in OPERATIONS[::step]:
        door = doors[operation.operation_id]
        usual = request_for(operation, samples_for(door.seat, world) | door.target.samples)
        label = next(SPREAD)
        joint = "&" if "?" in usual.address else "?"
        tries = [(f"{usual.address}{joint}{quote(label)}=1", usual.content)]
        body = (
            json.loads(usual.content) if usual.content and usual.content_type == "application/json" else None
        )
        if isinstance(body, dict):
            tries.append((usual.address, json.dumps(body | {label: "1"})))
        for address, content in tries:
            with transaction.atomic():
                answer = Client(raise_request_exception=False).generic(
                    usual.method, address, content, content_type=usual.content_type, **door.seat.headers
                )
                transaction.set_rollback(True)
            told = answer.json() if answer.get("Content-Type", "").startswith("application/json") else {}
            count("probes")
            if told.get("code") == "red_line" and told["data"]["label"] == label[:60]:
                count("refused")
            else:
                wrong.append(f"{operation.operation_id} {label}: {answer.status_code} {told.get('code')}")
            answer.close()
    count("operations", len(OPERATIONS[::step]))
    return wrong


@pytest.mark.slow
def test_no_operation_takes_a_field_or_a_filter_of_a_red_line(world: World, doors: dict[str, Cell]) -> None:
    wrong = asked(world, doors, depth(QUICK, 1))
    assert not wrong, "\n".join(wrong)
    keep_figures()
