"""The base map's tests stand on the cast's city."""

from collections.abc import Iterator

import pytest

from jingwei.foundation.basemap.queries.tiles import forget_tiles


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    forget_tiles()
    yield
    forget_tiles()
