"""Files are read without the cage, except where the cage is what is tried: starting programs takes most of the time."""

import json
from pathlib import Path
from typing import Any

import pytest

from jingwei.foundation.territory.services import exchange_cage, exchange_child


def uncaged(do: str, **order: Any) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(json.dumps(exchange_child.answer_to({"do": do, **order})))
    if "refused" in answer:
        raise exchange_cage.refusal(answer["refused"])
    return answer


@pytest.fixture
def _read_here(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    settings.VAR_FOLDER = tmp_path / "var"
    monkeypatch.setattr(exchange_cage, "ordered", uncaged)
