"""Landmarks that several reports have named, as a source of the gazetteer (``config/wiring``)."""

from django.db import connection

from jingwei.domains.hotline.rules.addresses import pairs_of
from jingwei.foundation.gazetteer.contracts import Asked, Known, Sort

READ_AT_ONCE = 80
# What holds all the pairs, and what stands whole in longer words (“幸福路12号对面” names 幸福路).
FIND = """
select text, area_code, st_x(position), st_y(position), uses from hotline_knownplace
 where pairs && %(pairs)s::varchar[] and (pairs @> %(pairs)s::varchar[] or strpos(%(words)s, lower(text)) > 0)
 order by uses desc, area_code, text limit %(limit)s
"""


def landmarks(asked: Asked) -> list[Known]:
    """What several reports called a place. Nobody's address: doors are cut away, and what few have named is not told."""
    pairs = pairs_of(asked.plain)
    if not pairs:
        return []
    with connection.cursor() as cursor:
        cursor.execute(FIND, {"pairs": pairs, "words": asked.plain, "limit": READ_AT_ONCE})
        rows = cursor.fetchall()
    return [
        Known(Sort.LANDMARK, f"{code}:{text}", text, code, lon, lat, weight=uses)
        for text, code, lon, lat, uses in rows
    ]
