"""The inbox of a post: how many wait in each of its trays."""

from datetime import datetime

from django.db.models import Count

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.queries.filters import (
    Bucket,
    Filter,
    buckets_of,
    condition_of,
    in_bucket,
    listed,
    own_work,
)
from jingwei.foundation.access.contracts import Actor

COUNT_CAP = 1000


def inbox_counts(actor: Actor, *, at: datetime) -> dict[Bucket, int]:
    """How many wait in each tray of the actor's post, counted up to a cap of 1,000."""
    trays = [bucket for bucket in buckets_of(actor) if bucket is not Bucket.TIPS]
    counts: dict[Bucket, int] = {}
    if trays:  # one pass over the open ones of this post instead of one for each tray
        rows = listed(actor, Filter(bucket=trays[0])).filter(own_work(actor), state__lt=int(State.CLOSED))
        found = rows.aggregate(**{one.value: Count("pk", filter=in_bucket(actor, one, at)) for one in trays})
        counts = {one: min(found[one.value], COUNT_CAP) for one in trays}
    if Bucket.TIPS in buckets_of(actor):
        wanted = Filter(bucket=Bucket.TIPS)
        tips = listed(actor, wanted).filter(condition_of(actor, wanted, at))
        counts[Bucket.TIPS] = tips.values("pk")[:COUNT_CAP].count()
    return counts
