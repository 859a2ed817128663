"""Hidden files, in every way they can be asked for."""

import pytest

from tests.matrix import tally
from tests.matrix.hidden.files import WAYS, hidden_file, strangers, tales_of_file
from tests.matrix.hidden.recording import Recorder
from tests.matrix.world import World
from tools.assurance import depth

pytestmark = pytest.mark.slow


def test_a_hidden_file_answers_like_none(world: World) -> None:
    recorder, file_id = Recorder(), hidden_file(world)
    some = strangers(world, file_id)
    told = [tale for seat in some[:: depth(60, 1)] for tale in tales_of_file(recorder, seat, file_id)]
    wrong = list(filter(None, told))
    assert len(told) >= 2 * len(WAYS)
    tally.add("matrix", ways_to_a_hidden_file=len(told))
    assert not wrong, "\n".join(wrong[:20])


def test_its_owner_really_gets_it(world: World) -> None:
    """Otherwise nothing would have been hidden."""
    owner = world.seat("resident wang")
    told = list(filter(None, tales_of_file(Recorder(), owner, hidden_file(world))))
    assert len(told) > len(WAYS) // 2
