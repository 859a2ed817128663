"""The import walls stand, and each of them can fall."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.walls import CONFIGURATION, ROOT, broken_contracts, graph_of, order

# Enough of the house for every wall to have something to stand on.
SKELETON = [
    *(f"jingwei.{floor}" for floor in ("kernel", "foundation", "domains", "integrations", "config")),
    *(f"jingwei.foundation.{name}" for name in ("areas.models.grids", "access.contracts", "access.rules")),
    *(f"jingwei.foundation.{name}" for name in ("scoping", "work", "privacy.models", "audit.services")),
    *(f"jingwei.domains.{name}" for name in ("routing.rules", "clocks.rules", "incidents.contracts")),
]


def test_every_import_respects_the_walls() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
    assert " 0 broken" in result.stdout


def test_the_exception_list_is_empty() -> None:
    text = CONFIGURATION.read_text(encoding="utf-8")
    assert "ignore_imports" not in text
    assert "unmatched_ignore" not in text


# What a tired colleague might write, and the wall that must stop it.
PLANTED = [
    ("jingwei.kernel.geo", "jingwei.foundation.areas.contracts", "floors"),
    ("jingwei.foundation.areas.services", "jingwei.config.settings", "floors"),
    ("jingwei.foundation.events.services", "jingwei.domains.incidents.contracts", "floors"),
    ("jingwei.domains.incidents.services", "jingwei.integrations.hotline.client", "floors"),
    ("jingwei.domains.clocks.services", "jingwei.domains.incidents.contracts", "domains"),
    ("jingwei.domains.routing.services", "jingwei.domains.clocks.contracts", "domains"),
    ("jingwei.domains.incidents.queries", "jingwei.domains.patrol.contracts", "domains"),
    ("jingwei.foundation.areas.services", "jingwei.foundation.access.contracts", "foundation"),
    ("jingwei.foundation.audit.services", "jingwei.foundation.events.services", "foundation"),
    ("jingwei.foundation.privacy.services", "jingwei.foundation.scoping", "foundation"),
    ("jingwei.foundation.access.services", "jingwei.foundation.work", "foundation"),
    ("jingwei.foundation.files.services", "jingwei.foundation.imports.services", "foundation"),
    ("jingwei.foundation.areas.models", "jingwei.foundation.areas.services", "rooms"),
    ("jingwei.foundation.areas.rules", "jingwei.foundation.areas.models", "rooms"),
    ("jingwei.foundation.areas.services", "jingwei.foundation.areas.api", "rooms"),
    ("jingwei.domains.incidents.api", "jingwei.domains.incidents.tasks", "rooms"),
    ("jingwei.domains.incidents.queries", "jingwei.domains.incidents.services", "rooms"),
    ("jingwei.domains.incidents.services", "jingwei.foundation.areas.models", "doors"),
    ("jingwei.domains.incidents.rules", "jingwei.foundation.access.rules", "doors"),
    ("jingwei.domains.incidents.rules.lifecycle", "jingwei.foundation.areas.models.grids", "doors"),
    ("jingwei.domains.incidents.services", "jingwei.foundation.access", "doors"),  # its __init__ is no door
    ("jingwei.integrations.hotline.tasks", "jingwei.domains.incidents.models", "doors"),
    ("jingwei.foundation.areas.rules", "django", "pure"),
    ("jingwei.domains.incidents.rules.lifecycle", "django", "pure"),
    ("jingwei.domains.incidents.contracts", "ninja", "pure"),
    ("jingwei.kernel.errors", "psycopg", "pure"),
    ("jingwei.integrations.hotline.client", "jingwei.integrations.weather.client", "integrations"),
]


@pytest.mark.parametrize(("importer", "imported", "wall"), PLANTED)
def test_a_planted_wrong_import_is_caught(importer: str, imported: str, wall: str) -> None:
    assert wall in broken_contracts(graph_of(*SKELETON, imports=(importer, imported)))


def test_an_app_that_nobody_ordered_is_caught() -> None:
    assert broken_contracts(graph_of(*SKELETON, "jingwei.domains.gossip.rules")) == {"domains"}
    assert broken_contracts(graph_of(*SKELETON, "jingwei.foundation.gossip.rules")) == {"foundation"}


def test_the_skeleton_itself_breaks_nothing() -> None:
    assert broken_contracts(graph_of(*SKELETON)) == set()


WELCOME = [
    ("jingwei.domains.incidents.tests.test_close", "jingwei.foundation.areas.models.grids"),
    ("jingwei.domains.incidents.services", "jingwei.domains.clocks.queries"),
    ("jingwei.domains.incidents.api", "jingwei.foundation.files.services"),
    ("jingwei.domains.incidents.rules", "jingwei.kernel.errors"),
    ("jingwei.config.demo.seeding", "jingwei.foundation.areas.models"),
    ("jingwei.integrations.hotline.mapping", "jingwei.domains.incidents.contracts"),
]


@pytest.mark.parametrize(("importer", "imported"), WELCOME)
def test_a_right_import_passes(importer: str, imported: str) -> None:
    assert broken_contracts(graph_of(*SKELETON, imports=(importer, imported))) == set()


def test_the_order_is_read_from_the_configuration() -> None:
    heights = order()
    assert heights["jingwei.foundation.areas"] < heights["jingwei.foundation.access"]
    assert heights["jingwei.foundation.work"] < heights["jingwei.domains.ledger"]
    assert heights["jingwei.domains.routing"] == heights["jingwei.domains.clocks"]
    assert heights["jingwei.domains.clocks"] < heights["jingwei.domains.incidents"]
