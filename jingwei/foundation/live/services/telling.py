"""Saying live that something changed, inside the transaction that changes it: who rolls back said nothing."""

from uuid import UUID

from django.db import connection

from jingwei.foundation.live.contracts import Audience, Kind, News
from jingwei.foundation.live.rules import CHANNEL, written


class OutsideTransaction(RuntimeError):
    """News was told where it could not vanish with the change it tells of."""


def tell(
    kind: Kind, audience: Audience, subject_id: UUID | None = None, *, version: int | None = None
) -> None:
    """Tell whoever is connected and in the audience; nobody else ever learns of it.

    News says *that*, never *what*: ids only, so that a payload holds no personal data. Told twice in one transaction
    it travels once. Raises: OutsideTransaction.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction(kind.value)
    news = News(kind=kind, audience=audience, subject_id=subject_id, version=version)
    with connection.cursor() as cursor:
        cursor.execute("select pg_notify(%s, %s)", notification(news))


def notification(news: News) -> tuple[str, str]:
    """Channel and payload, for hot-path statements that notify by themselves."""
    return CHANNEL, written(news)
