"""Where a place stands: converted once, located, inside the actor's own area; and the keys it is found by."""

from collections.abc import Sequence

from django.contrib.gis.geos import Point

from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.areas.queries import locate, path_name
from jingwei.foundation.gazetteer.models import Place, PlaceKey
from jingwei.foundation.gazetteer.rules.keys import keys_of
from jingwei.foundation.gazetteer.rules.refusals import PlaceOutside
from jingwei.kernel.codes import AreaCodes, ancestor_codes, lies_within
from jingwei.kernel.geo import Position

KEYS_AT_ONCE = 5000


def codes_at(actor: Actor, where: Position) -> AreaCodes:
    """Raises: OutsideCity; PlaceOutside where others look after the ground."""
    code = locate(where.lon, where.lat).area_code
    if actor.scope != ANYWHERE and (not actor.scope or not lies_within(code, actor.scope)):
        raise PlaceOutside(area_name=path_name(code) or code)
    return ancestor_codes(code)


def stand(row: Place, where: Position, codes: AreaCodes) -> None:
    """Write a position onto a row, as it was given too."""
    row.lie_in(codes)
    row.position = Point(where.lon, where.lat, srid=4326)
    row.given_lon, row.given_lat, row.datum = where.given_lon, where.given_lat, where.datum.value


def lay_keys(rows: Sequence[Place]) -> None:
    """Make places findable by all their names; what they were found by before is forgotten."""
    PlaceKey.objects.filter(place_id__in=[row.pk for row in rows]).delete()
    PlaceKey.objects.bulk_create(
        (
            PlaceKey(place_id=row.pk, kind=int(kind), text=text)
            for row in rows
            if row.retired_at is None
            for kind, text in keys_of([row.name, *row.aliases, *row.former_names])
        ),
        batch_size=KEYS_AT_ONCE,
    )
