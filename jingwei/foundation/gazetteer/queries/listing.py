"""The list of those who keep places: newest changes first, by area, kind, words; and what stands too near."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.gazetteer.models import Place, PlaceKey
from jingwei.foundation.gazetteer.rules.keys import Key
from jingwei.foundation.gazetteer.rules.names import LEAST, folded, is_latin, plain
from jingwei.foundation.gazetteer.rules.refusals import PlaceNotFound
from jingwei.kernel.geo import distance_m
from jingwei.kernel.paging import Page, key_of, page_of

PAGE_SIZE, LARGEST_PAGE = 50, 200
MOST_BY_WORDS = 2000
SAME_WITHIN_M = 200.0

SAME = """
select p.id, p.name, st_x(p.position), st_y(p.position)
  from gazetteer_placekey k join gazetteer_place p on p.id = k.place_id
 where k.kind = %(name)s and k.text = %(text)s and p.retired_at is null
"""


@dataclass(frozen=True, slots=True)
class PlaceFilter:
    """What a list is narrowed to. ``is_retired``: those out of use instead of those in use."""

    area_code: str | None = None
    kind: str | None = None
    words: str = ""
    source: str | None = None
    is_retired: bool = False


def place_for(actor: Actor, place_id: UUID) -> Place:
    """A place of the ground that the actor looks after. Raises: PlaceNotFound."""
    row = Place.objects.visible_to(actor).filter(pk=place_id).first()
    if row is None:
        raise PlaceNotFound
    found: Place = row
    return found


def list_places(actor: Actor, wanted: PlaceFilter, *, cursor: str | None, size: int) -> Page[Place]:
    """One page by keyset, newest change first. Raises: BadCursor."""
    rows = places_listed(actor, wanted)
    if cursor:
        changed_at, last_id = key_of(cursor, datetime, UUID)
        older = Q(changed_at__lt=changed_at) | Q(changed_at=changed_at, id__lt=last_id)
        rows = rows.filter(Q(changed_at__lte=changed_at) & older)
    size = max(1, min(size, LARGEST_PAGE))
    found = list(rows.order_by("-changed_at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.changed_at, row.pk))


def places_listed(actor: Actor, wanted: PlaceFilter) -> Any:
    """The rows of a list, unsorted; by words in names, their parts, sounds and initials, of places in use."""
    condition = Q(retired_at__isnull=not wanted.is_retired)
    if wanted.kind:
        condition &= Q(kind=wanted.kind)
    if wanted.source:
        condition &= Q(source=wanted.source)
    words = plain(wanted.words)
    if len(words) >= LEAST and wanted.is_retired:
        condition &= Q(name__icontains=wanted.words.strip())
    elif len(words) >= LEAST:
        condition &= Q(pk__in=_by_words(words))
    return Place.objects.listed_for(actor, within=wanted.area_code).filter(condition)


def beside(name: str, lon: float, lat: float, *, but: UUID | None = None) -> tuple[UUID, str, int] | None:
    """A place in use that is called so already, too near to be another one."""
    with connection.cursor() as cursor:
        cursor.execute(SAME, {"name": Key.NAME, "text": plain(name)})
        rows = cursor.fetchall()
    for place_id, known_as, there_lon, there_lat in rows:
        away = distance_m(lon, lat, there_lon, there_lat)
        if place_id != but and away <= SAME_WITHIN_M:
            return place_id, known_as, round(away)
    return None


def _by_words(words: str) -> list[UUID]:
    starts = Q(kind__in=[Key.NAME, Key.PART], text__startswith=words)
    if is_latin(words):
        starts |= Q(kind=Key.SOUND, text__startswith=folded(words)) | Q(
            kind=Key.INITIALS, text__startswith=words
        )
    rows = PlaceKey.objects.filter(starts).values_list("place_id", flat=True)
    return list(rows[:MOST_BY_WORDS])
