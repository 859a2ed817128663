"""Operations about anything but incidents: every one × every role × area and unit relation, over HTTP."""

import pytest

from jingwei.config.api import document
from tests.api.requests import Operation, operations
from tests.matrix.calls import require_right_answers
from tests.matrix.world import World

pytestmark = pytest.mark.slow
OTHERS = [one for one in operations(document()) if one.sees not in {"incident", "tracked"}]


@pytest.mark.parametrize("operation", OTHERS, ids=lambda one: one.operation_id)
def test_the_answer_is_what_the_rules_say(operation: Operation, world: World) -> None:
    require_right_answers(world, operation)
