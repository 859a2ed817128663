"""How long visits stay: what they wrote stands in the records' own histories."""

from datetime import datetime, timedelta

from jingwei.domains.doorvisits.models import DoorVisit, Landed
from jingwei.foundation.access.contracts import Permission, system_actor
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work

KEEPER = system_actor("入户走访到期清理")
VISITS_KEPT = timedelta(days=3 * 365)
AT_ONCE = 2_000


def forget_visits(*, at: datetime) -> int:
    """Delete visits three years after they were made. Returns how many."""
    gone = 0
    with eyes(KEEPER):
        while True:
            rows = DoorVisit.objects.unscoped("old visits go when their period is over")
            ids = list(rows.filter(visited_at__lt=at - VISITS_KEPT).values_list("pk", flat=True)[:AT_ONCE])
            if not ids:
                return gone
            with work(KEEPER, Permission.KEEP_DWELLINGS) as job:
                Landed.objects.filter(visit_id__in=ids).delete()
                DoorVisit.objects.unscoped("as above").filter(pk__in=ids).delete()
                job.record_own("doorvisits.doorvisit:old", erased=len(ids))
            gone += len(ids)
