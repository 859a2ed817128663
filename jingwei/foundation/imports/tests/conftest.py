"""A folder of its own for uploads and exports, and the demonstration's sheets and sources."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jingwei.foundation.imports.services.registry import all_sheets, register_sheets
from jingwei.foundation.imports.services.sources import all_sources, register_sources
from jingwei.foundation.imports.tests.demonstration import SHEETS
from jingwei.foundation.imports.tests.export_demonstration import SOURCES


@pytest.fixture(autouse=True)
def upload_folder(settings: object, tmp_path: Path) -> Path:
    settings.VAR_FOLDER = tmp_path  # type: ignore[attr-defined]
    return tmp_path


@pytest.fixture(autouse=True)
def _demonstration_sheets() -> Iterator[None]:
    before = all_sheets()
    register_sheets(SHEETS)
    yield
    register_sheets(before)


@pytest.fixture(autouse=True)
def _demonstration_sources() -> Iterator[None]:
    before = all_sources()
    register_sources(SOURCES)
    yield
    register_sources(before)
