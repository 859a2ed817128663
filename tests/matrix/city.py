"""The planted world in a database of its own, for as long as a folder's tests run."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connections

from jingwei.foundation.imports.services.storage import drop_files
from jingwei.kernel.clock import now
from tests.bridges.rigs import connected
from tests.databases import clone_database, database_name, drop_meanwhile
from tests.matrix.kept import plant_kept
from tests.matrix.world import World, plant_world


@contextmanager
def planted_world() -> Iterator[World]:
    """Thousands of refusals are expected here: they are counted, not logged."""
    usual, name = settings.DATABASES["default"]["NAME"], database_name("world")
    logger = logging.getLogger("django.request")
    level = logger.level
    clone_database(name)
    logger.setLevel(logging.CRITICAL)
    _move_to(name)
    at = now()
    planted = plant_world(at)
    plant_kept(planted, at)
    with connected():
        yield planted
    for batch in (planted.batch, *(target.facts for target in planted.kept["import"])):
        drop_files(batch.batch_id)
    _move_to(usual)
    logger.setLevel(level)
    drop_meanwhile(name)


def _move_to(database: str) -> None:
    connections["default"].close()
    settings.DATABASES["default"]["NAME"] = database
    connections["default"].settings_dict["NAME"] = database
