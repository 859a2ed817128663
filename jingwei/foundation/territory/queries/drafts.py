"""Reads of drafts: lists, one draft, and its grids as the rules see them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import shapely
from django.db import connection
from django.db.models import Max, Q

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.areas.contracts import AreaKind, Layer
from jingwei.foundation.areas.queries import areas_on, codes_ever_within
from jingwei.foundation.territory.models import Change, Draft, Feature
from jingwei.foundation.territory.queries.standard import limits_on
from jingwei.foundation.territory.rules.faults import Fault, find_faults
from jingwei.foundation.territory.rules.features import LAYERS_IN, OPEN_DRAFTS, Base, DraftState, Ground
from jingwei.foundation.territory.rules.sheet import Sheet
from jingwei.kernel.codes import Level, level_of
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of

GRIDS = """
select id, layer, code, name, kind, parent_code, households, people, ST_AsBinary(outline), base, base_code, base_id
  from territory_feature where draft_id = %(draft)s and not is_closed
   and (%(layer)s::text is null or layer = %(layer)s::text)
 order by code, id
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a draft stands, beside its row."""

    features: int
    can_undo: bool
    can_redo: bool


@dataclass(frozen=True, slots=True)
class DraftGrid:
    """A grid of a draft with where it comes from."""

    ground: Ground
    base: Base
    base_code: str
    base_id: int | None


def drafts_for(
    actor: Actor, *, state: DraftState | None, within: str | None, limit: int, cursor: str | None
) -> Page[Draft]:
    """The drafts of one's own area, the newest first."""
    rows = Draft.objects.listed_for(actor, within=within)
    if state is not None:
        rows = rows.filter(state=state.value)
    if cursor:
        opened_at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(opened_at__lt=opened_at) | Q(opened_at=opened_at, id__lt=last_id))
    found = list(rows.order_by("-opened_at", "-id")[: limit + 1])
    return page_of(found, limit, lambda row: (row.opened_at, row.pk))


def draft_for(actor: Actor, draft_id: UUID) -> Draft:
    """One draft of one's own area. Raises: NotFound."""
    found: Draft | None = Draft.objects.visible_to(actor).filter(pk=draft_id).first()
    if found is None:
        raise NotFound
    return found


def open_draft_on(area_code: str) -> Draft | None:
    """The open draft on the same ground: on the area itself, above it or in it. Needs a system actor's eyes."""
    above = [area_code[: int(level)] for level in Level if int(level) <= len(area_code)]
    rows = Draft.objects.unscoped("one draft at a time on a ground, whoever's it is")
    same = Q(scope_code__in=above) | Q(scope_code__startswith=area_code)
    found: Draft | None = rows.filter(same, state__in=[one.value for one in OPEN_DRAFTS]).first()
    return found


def grids_of(draft: Draft, *, layer: Layer | None = None) -> list[DraftGrid]:
    """The grids of a draft that are not closed, by code."""
    with connection.cursor() as cursor:
        cursor.execute(GRIDS, {"draft": draft.pk, "layer": layer.value if layer else None})
        return [_grid(row) for row in cursor.fetchall()]


def features_of(draft: Draft) -> list[Ground]:
    """The grids of a draft as the rules see them."""
    return [one.ground for one in grids_of(draft)]


def closed_of(draft: Draft) -> list[Feature]:
    """What the draft closes of the division in force."""
    rows = Feature.objects.filter(draft_id=draft.pk, is_closed=True, base_id__isnull=False)
    return list(rows.order_by("base_code"))


def sheet_of(draft: Draft, *, on: date | None = None) -> Sheet:
    """A draft's grids, ready to be worked on."""
    code = draft.scope_code
    standing = areas_on(code, on=on)
    top = next((one for one in standing if one.code == code), None)
    in_force: dict[Layer, list[Any]] = {layer: [] for layer in LAYERS_IN[level_of(code)]}
    for one in standing:
        if one.code != code and one.layer in in_force and one.outline_wkb:
            in_force[one.layer].append(shapely.from_wkb(one.outline_wkb))
    grids = grids_of(draft)
    return Sheet(
        top_code=code,
        top_name=top.name if top else code,
        top_outline=shapely.from_wkb(top.outline_wkb) if top and top.outline_wkb else None,
        layers=LAYERS_IN[level_of(code)],
        grids={one.ground.feature_id: one.ground for one in grids},
        own_codes={one.ground.feature_id: one.base_code for one in grids},
        ever_used=codes_ever_within(code),
        in_force=in_force,
    )


def faults_of(sheet: Sheet, *, on: date) -> list[Fault]:
    """Everything wrong with a draft, by the standard of a day."""
    top = sheet.top_code, sheet.top_outline
    grids = list(sheet.grids.values())
    return find_faults(grids, top=top, limits=limits_on(on), in_force=sheet.in_force)


def standing_of(draft: Draft) -> Standing:
    """How many grids a draft has, and whether a change can be taken back or done again."""
    changes = Change.objects.filter(draft_id=draft.pk)
    live = changes.filter(is_undone=False).aggregate(last=Max("number"))["last"] or 0
    return Standing(
        features=Feature.objects.filter(draft_id=draft.pk, is_closed=False).count(),
        can_undo=bool(live),
        can_redo=changes.filter(is_undone=True, number__gt=live).exists(),
    )


def changes_of(draft: Draft, *, since: int) -> list[Change]:
    """The changes behind a version, in order, without what stood in them."""
    rows = Change.objects.filter(draft_id=draft.pk, version__gt=since).order_by("number")
    return list(rows)


def _grid(row: tuple[Any, ...]) -> DraftGrid:
    return DraftGrid(
        Ground(
            feature_id=row[0],
            layer=Layer(row[1]),
            code=row[2],
            name=row[3],
            kind=AreaKind(row[4]),
            parent_code=row[5],
            households=row[6],
            people=row[7],
            outline=shapely.from_wkb(bytes(row[8])) if row[8] is not None else None,
            is_touched=row[9] != Base.SAME,
        ),
        Base(row[9]),
        row[10],
        row[11],
    )
