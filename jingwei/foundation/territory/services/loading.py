"""Taking grids from a file into a draft, as one change."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import shapely

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.territory.queries.drafts import sheet_of
from jingwei.foundation.territory.rules.changes import Outcome
from jingwei.foundation.territory.rules.features import GivenFeature, Ground, LoadManner, Verb
from jingwei.foundation.territory.rules.ground import as_given
from jingwei.foundation.territory.rules.sheet import Sheet
from jingwei.foundation.territory.services.keeping import Edited, draft_to_change, keep
from jingwei.foundation.work import work
from jingwei.kernel.ids import uuid7


def load_features(
    actor: Actor,
    draft_id: UUID,
    given: Sequence[GivenFeature],
    *,
    version: int,
    manner: LoadManner,
    note: str,
    at: datetime,
) -> Edited:
    """Put grids into a draft, all or none. A code that the draft knows replaces that grid; others are new.

    What does not fit together afterwards is told as faults. Where a known grid comes without name, numbers or
    outline, it keeps its own. Raises: NotFound; DraftNotOpen; StaleVersion; LayerNotHere.
    """
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        draft = draft_to_change(actor, draft_id, version=version)
        sheet = sheet_of(draft)
        for layer in {one.layer for one in given}:
            sheet.require_layer(layer)
        return keep(job, draft, _loaded(sheet, given, manner, note), at=at)


def _loaded(sheet: Sheet, given: Sequence[GivenFeature], manner: LoadManner, note: str) -> Outcome:
    known = {one.code: one for one in sheet.grids.values() if one.code}
    put: dict[UUID, Ground] = {}
    for one in given:
        there = known.get(one.code) if one.code else None
        is_same_sort = there is not None and there.layer is one.layer
        new = _taken(one, there if is_same_sort else None)
        put[new.feature_id] = new
    gone: list[UUID] = []
    if manner is LoadManner.REPLACE:
        layers = {one.layer for one in given}
        gone = [
            one.feature_id
            for one in sheet.grids.values()
            if one.layer in layers and one.feature_id not in put
        ]
    return Outcome(
        Verb.LOAD,
        f"导入{len(put)}个网格：{note}",
        f"Loaded {len(put)} grids: {note}",
        tuple(put.values()),
        tuple(gone),
    )


def _taken(one: GivenFeature, there: Ground | None) -> Ground:
    outline = as_given(shapely.from_wkb(one.outline_wkb)) if one.outline_wkb else None
    if there is None:
        return Ground(
            feature_id=uuid7(),
            layer=one.layer,
            code=one.code,
            name=one.name,
            kind=one.kind,
            parent_code=one.parent_code,
            households=one.households,
            people=one.people,
            outline=outline,
            is_touched=True,
        )
    return replace(
        there,
        name=one.name or there.name,
        kind=one.kind,
        parent_code=one.parent_code or there.parent_code,
        households=one.households if one.households is not None else there.households,
        people=one.people if one.people is not None else there.people,
        outline=outline if outline is not None else there.outline,
        is_touched=True,
    )
