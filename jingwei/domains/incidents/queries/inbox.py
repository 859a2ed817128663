"""The inbox of a post: how many wait in each of its trays."""

from datetime import datetime

from django.db.models import Count

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.queries.filters import (
    APART,
    Bucket,
    Filter,
    buckets_of,
    condition_of,
    in_bucket,
    listed,
    own_work,
)
from jingwei.foundation.access.contracts import Actor, Role

COUNT_CAP = 1000


def inbox_counts(actor: Actor, *, at: datetime) -> dict[Bucket, int]:
    """How many wait in each tray of the actor's post, counted up to a cap of 1,000."""
    present = buckets_of(actor)
    apart = {Bucket.TIPS, Bucket.TO_DECIDE, Bucket.DISPUTED, Bucket.TO_ASSIST}
    if actor.role not in {Role.HANDLER, Role.UNIT_HEAD}:
        apart.add(Bucket.NOBODYS)
    trays = [bucket for bucket in present if bucket not in apart]
    counts: dict[Bucket, int] = {}
    if trays:  # one pass over the open ones of this post instead of one for each tray
        rows = listed(actor, Filter(bucket=trays[0])).filter(
            APART, own_work(actor), state__lt=int(State.CLOSED)
        )
        found = rows.aggregate(**{one.value: Count("pk", filter=in_bucket(actor, one, at)) for one in trays})
        counts = {one: min(found[one.value], COUNT_CAP) for one in trays}
    for bucket in present:
        if bucket not in counts:  # not told by the columns of the post's own work: counted up to the cap
            wanted = Filter(bucket=bucket)
            rows = listed(actor, wanted).filter(condition_of(actor, wanted, at))
            counts[bucket] = rows.values("pk")[:COUNT_CAP].count()
    return {bucket: counts[bucket] for bucket in present}
