"""The figures are kept at the end of all."""

from collections.abc import Iterator

import pytest

from tests.calling import call
from tests.redlines.figures import keep_figures

__all__ = ["call"]


@pytest.fixture(scope="package", autouse=True)
def _figures() -> Iterator[None]:
    yield
    keep_figures()
