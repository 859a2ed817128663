"""What is wired arrives."""

import pytest
from procrastinate.contrib.django import app

from jingwei.config.wiring import HEARERS
from jingwei.foundation.events.services import payload_of
from jingwei.foundation.imports.contracts import ImportFinished
from jingwei.foundation.notices.queries import list_notices
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, MONDAY_10


@pytest.mark.django_db
def test_the_end_of_an_import_reaches_the_inbox() -> None:
    words = ("imports.finished", "导入完成", "Import finished", "写入2行", "2 rows written")
    event = ImportFinished(CAST.wu.post_id, None, *words, "imports.batch:1", MONDAY_10)
    for task_name in HEARERS[ImportFinished]:
        app.tasks[task_name].func(**payload_of(event))
    with eyes(CAST.wu):
        (notice,) = list_notices(CAST.wu).rows
    assert (notice.title_zh, notice.target, notice.at) == ("导入完成", "imports.batch:1", MONDAY_10)
