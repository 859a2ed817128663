"""The demo's tasks and work log: written once, through the services, with something in every list."""

import pytest

from jingwei.config.demo.tasks import ENTRIES, SEEDER, seed_tasks
from jingwei.config.demo.tests.conftest import WEDNESDAY_15
from jingwei.domains.tasking.contracts import ShareState
from jingwei.domains.tasking.models import Share
from jingwei.domains.worklog.models import LogEntry
from jingwei.foundation.scoping import eyes

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("demo")]


def quiet(line: str) -> None:
    """Progress is for people."""


def test_the_demo_has_tasks_on_their_way_and_a_work_log_and_only_once() -> None:
    assert seed_tasks(at=WEDNESDAY_15, say=quiet) == 0
    with eyes(SEEDER):
        shares = Share.objects.visible_to(SEEDER)
        assert sorted(shares.values_list("depth", "state")) == [
            (1, int(ShareState.DOING)),
            (1, int(ShareState.DONE)),
            (2, int(ShareState.DOING)),
            (3, int(ShareState.DOING)),
        ]
        entries = LogEntry.objects.visible_to(SEEDER)
        assert (entries.count(), entries.filter(incident__isnull=False).count()) == (ENTRIES, 1)
