"""`./jw rebuild-map`: every counted layer is made anew, also those whose rows have no day."""

from io import StringIO

import pytest
from django.core.management import call_command

from jingwei.foundation.maps.queries.registry import counted_layers

pytestmark = pytest.mark.django_db


def test_every_layer_is_counted_anew_and_agrees_with_its_rows() -> None:
    said = StringIO()
    call_command("rebuild_map", stdout=said)
    told = said.getvalue().splitlines()
    assert [one.partition(":")[0] for one in told] == [layer.key for layer in counted_layers()]
    assert all(one.endswith(", 0 differences") for one in told)
    assert {layer.rollup.has_days for layer in counted_layers() if layer.rollup} == {True, False}
