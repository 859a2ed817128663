"""A folder of its own for what is uploaded, and the demonstration's sheets behind the door of imports."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jingwei.foundation.imports.services.registry import all_sheets, register_sheets
from jingwei.foundation.imports.tests.demonstration import SHEETS


@pytest.fixture(autouse=True)
def var_folder(settings: Any, tmp_path: Path) -> Path:
    settings.VAR_FOLDER = tmp_path / "var"
    return tmp_path / "var"


@pytest.fixture(autouse=True)
def _demonstration_sheets() -> Iterator[None]:
    before = all_sheets()
    register_sheets(SHEETS)
    yield
    register_sheets(before)
