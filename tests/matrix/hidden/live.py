"""Live news: everything that is told while somebody acts, and who of all people would hear it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from jingwei.domains.incidents.rules.sight import Standing, is_reporter, sees
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.live.contracts import Kind, News, ToSight
from jingwei.foundation.live.rules import CHANNEL, read
from jingwei.foundation.live.services.sights import hearing
from tests.matrix.fences.database import as_owner


@contextmanager
def overheard() -> Iterator[list[News]]:
    """The news that the live process would receive. What is acted inside must be committed: only then it is sent."""
    told: list[News] = []
    with as_owner() as owner:
        owner.execute(f"listen {CHANNEL}")
        yield told
        with connection.cursor() as cursor:  # the last word, so that nothing has to be waited for
            cursor.execute("select pg_notify(%s, 'end')", [CHANNEL])
        for one in owner.notifies(timeout=60):
            if one.payload == "end":
                break
            told.append(read(one.payload))


def wrong_ears(
    news: News, everybody: dict[str, Actor], standing: Standing, *, is_settled: bool = True
) -> Iterator[str]:
    """Who hears of a matter that they may not see; of a whole one also who sees it and would hear nothing."""
    is_heard = hearing(news)
    for name, actor in everybody.items():
        may = sees(actor, standing)
        if is_heard(actor) and not may:
            yield f"{name} hears {news.kind.value}, and must not"
        is_bound = is_settled and news.kind is Kind.INCIDENT and isinstance(news.audience, ToSight)
        if is_bound and may and not is_heard(actor) and not is_reporter(actor, standing):
            yield f"{name} sees it and hears nothing"
