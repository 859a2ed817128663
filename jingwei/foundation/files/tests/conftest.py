"""Files of tests go to a folder of their own."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def var_folder(settings: Any, tmp_path: Path) -> Path:
    settings.VAR_FOLDER = tmp_path / "var"
    return tmp_path / "var"
