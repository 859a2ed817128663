"""Migrations that are done and noted in one transaction: killed at any moment, the next run goes on where it stood.

Django notes a migration after its transaction where statements were put off to its end (foreign keys are). Whoever is
killed between the two leaves a migration that is done and not noted, and every later run fails on what is there already.
"""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState


class WholeExecutor(MigrationExecutor):
    """Does what Django's does, with the note inside the transaction. Faked migrations change nothing and stay Django's."""

    def apply_migration(
        self, state: ProjectState, migration: Migration, fake: bool = False, fake_initial: bool = False
    ) -> ProjectState:
        if fake or fake_initial:
            return super().apply_migration(state, migration, fake, fake_initial)
        self._tell("apply_start", migration)
        with self.connection.schema_editor(atomic=migration.atomic) as editor:
            state = migration.apply(state, editor)
            _say_what_was_put_off(editor)
            self.record_migration(migration)
        self._tell("apply_success", migration)
        return state

    def unapply_migration(
        self, state: ProjectState, migration: Migration, fake: bool = False
    ) -> ProjectState:
        if fake:
            return super().unapply_migration(state, migration, fake)
        self._tell("unapply_start", migration)
        with self.connection.schema_editor(atomic=migration.atomic) as editor:
            state = migration.unapply(state, editor)
            _say_what_was_put_off(editor)
            for app, name in [*migration.replaces, (migration.app_label, migration.name)]:
                self.recorder.record_unapplied(app, name)
        self._tell("unapply_success", migration)
        return state

    def _tell(self, stage: str, migration: Migration) -> None:
        if self.progress_callback:
            self.progress_callback(stage, migration, False)


def _say_what_was_put_off(editor: BaseDatabaseSchemaEditor) -> None:
    put_off: list[Any] = list(editor.deferred_sql)
    editor.deferred_sql.clear()
    for statement in put_off:
        editor.execute(statement, None)
