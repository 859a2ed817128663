"""The demonstration's kind besides the installation's."""

from collections.abc import Iterator

import pytest

from jingwei.foundation.forms.tests.demonstration import KIND, with_kinds
from tests.calling import call

__all__ = ["call"]


@pytest.fixture(autouse=True)
def _demonstration_kind() -> Iterator[None]:
    with with_kinds(KIND):
        yield
