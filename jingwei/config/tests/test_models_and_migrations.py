"""What the models say stands in a migration: a table that differs from its model is found on somebody's machine."""

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState, ProjectState

from jingwei.domains.residents.models import Resident


def missing(present: ProjectState) -> dict[str, list[str]]:
    """What the migrations do not say yet, by app."""
    loader = MigrationLoader(None)
    found = MigrationAutodetector(loader.project_state(), present).changes(loader.graph)
    return {
        app: [str(op) for one in migrations for op in one.operations] for app, migrations in found.items()
    }


def test_every_model_stands_in_a_migration() -> None:
    assert missing(ProjectState.from_apps(apps)) == {}


def test_a_forgotten_index_would_be_found() -> None:
    present = ProjectState.from_apps(apps)
    state = ModelState.from_model(Resident)
    state.options = state.options | {"indexes": state.options["indexes"][:-1]}
    present.models["residents", "resident"] = state
    assert "residents" in missing(present)
