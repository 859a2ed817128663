"""How fresh each grid's records are: counted every night from the indexes of what is due, one row for grid and kind."""

from datetime import date

from jingwei.domains.freshness.models import GridCount
from jingwei.domains.freshness.queries.kinds import fresh_kinds
from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.areas.queries import children_of
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import ancestor_codes
from jingwei.kernel.ids import uuid7

COUNTER = system_actor("鲜活度统计")


def count_community(code: str, *, on: date) -> None:
    """Count a community's grids, and itself for what lies in none of them, anew."""
    areas = [code, *(one.code for one in children_of(code))]
    with eyes(COUNTER):
        rows = []
        for key, kind in fresh_kinds().items():
            for area, (records, fresh) in kind.counts(COUNTER, areas, on=on).items():
                row = GridCount(id=uuid7(), kind=key, counted_on=on, records=records, fresh=fresh)
                row.lie_in(ancestor_codes(area))
                rows.append(row)
        GridCount.objects.visible_to(COUNTER).filter(community_code=code).delete()
        GridCount.objects.bulk_create(rows)


def forget_counts(*, before: date) -> None:
    """Counts of areas that are no more were not made anew tonight."""
    with eyes(COUNTER):
        GridCount.objects.visible_to(COUNTER).filter(counted_on__lt=before).delete()
