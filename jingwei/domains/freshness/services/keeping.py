"""Finished collection tasks go after a while; that records were confirmed stands in their own histories."""

from datetime import datetime, timedelta

from jingwei.domains.freshness.models import Collection
from jingwei.domains.freshness.services.planning import PLANNER
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work

KEPT = timedelta(days=90)
FORGET_AT_ONCE = 1_000


def forget_closed(*, at: datetime) -> int:
    """Delete tasks that ended ninety days ago, with their items. Returns how many."""
    gone = 0
    with eyes(PLANNER):
        while True:
            rows = Collection.objects.visible_to(PLANNER)
            ids = list(rows.filter(closed_at__lt=at - KEPT).values_list("pk", flat=True)[:FORGET_AT_ONCE])
            if not ids:
                return gone
            with work(PLANNER, Permission.MANAGE_LEDGER) as job:
                rows.filter(pk__in=ids).delete()
                job.record_own("freshness.collection:closed", deleted=len(ids))
            gone += len(ids)
