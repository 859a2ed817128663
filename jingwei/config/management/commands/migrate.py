"""``migrate``, with every migration done and noted in one transaction (``jingwei.config.migrating``)."""

from typing import Any

from django.core.management.commands import migrate as shipped

from jingwei.config.migrating import WholeExecutor


class Command(shipped.Command):
    """Django's own command; only whoever carries the migrations out is ours."""

    def handle(self, *args: Any, **options: Any) -> None:
        shipped.MigrationExecutor = WholeExecutor  # type: ignore[misc]
        super().handle(*args, **options)
