"""From values to what goes over the wire."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.areas.queries import AreaVersion, names_of
from jingwei.foundation.territory.api import shapes
from jingwei.foundation.territory.models import Answer, Change, Draft, Publication
from jingwei.foundation.territory.queries.division import outline_of
from jingwei.foundation.territory.queries.drafts import DraftGrid, grids_of, standing_of
from jingwei.foundation.territory.queries.publications import (
    effects_on_division,
    last_publication_of,
    last_run_of,
)
from jingwei.foundation.territory.rules.codes import next_code
from jingwei.foundation.territory.rules.drawing import geojson_of
from jingwei.foundation.territory.rules.effects import Effects
from jingwei.foundation.territory.rules.faults import TITLES, Fault
from jingwei.foundation.territory.rules.ground import area_m2
from jingwei.foundation.territory.services.answers import concerned_by
from jingwei.foundation.territory.services.counting import rows_affected
from jingwei.foundation.territory.services.keeping import Edited, touched_ids
from jingwei.foundation.territory.services.publishing import Checked, is_undoable

MOST_OFFERS = 8


def draft_out(draft: Draft) -> shapes.DraftOut:
    standing, publication = standing_of(draft), last_publication_of(draft.pk)
    return shapes.DraftOut(
        draft_id=draft.pk,
        area_code=draft.scope_code,
        area_name=names_of({draft.scope_code}).get(draft.scope_code, draft.scope_code),
        title=draft.title,
        state=draft.state,
        version=draft.version,
        opened_by_name=draft.opened_by_name,
        opened_at=draft.opened_at,
        changed_by_name=draft.changed_by_name,
        changed_at=draft.changed_at,
        features=standing.features,
        can_undo=standing.can_undo,
        can_redo=standing.can_redo,
        publication_id=publication.pk if publication else None,
        trouble=draft.trouble,
    )


def feature_out(one: DraftGrid, used: set[str]) -> shapes.DraftFeatureOut:
    grid = one.ground
    offer = "" if grid.code else next_code(grid.parent_code, grid.layer, grid.kind, used=used)
    return shapes.DraftFeatureOut(
        feature_id=grid.feature_id,
        layer=grid.layer,
        code=grid.code,
        name=grid.name,
        kind=grid.kind,
        parent_code=grid.parent_code,
        households=grid.households,
        people=grid.people,
        geometry=geojson_of(grid.outline),
        area_m2=round(area_m2(grid.outline)) if grid.outline is not None else None,
        base=one.base,
        suggested_code=offer,
    )


def features_out(grids: Iterable[DraftGrid], ever_used: Iterable[str]) -> list[shapes.DraftFeatureOut]:
    found = list(grids)
    used = {one.ground.code for one in found} | set(ever_used)
    return [feature_out(one, used) for one in found]


def change_out(change: Change) -> shapes.DraftChangeOut:
    return shapes.DraftChangeOut(
        number=change.number,
        version=change.version,
        verb=change.verb,
        note_zh=change.note_zh,
        note_en=change.note_en,
        by_name=change.by_name,
        at=change.at,
        is_undone=change.is_undone,
        feature_ids=touched_ids(change.after),
    )


def edited_out(edited: Edited) -> shapes.DraftEditedOut:
    put = set(edited.put)
    changed = [one for one in grids_of(edited.draft) if one.ground.feature_id in put]
    return shapes.DraftEditedOut(
        draft=draft_out(edited.draft),
        changed=features_out(changed, ()),
        removed=list(edited.gone),
        change=change_out(edited.change),
    )


def checked_out(seen: Checked) -> shapes.FaultsOut:
    return shapes.FaultsOut(
        draft=draft_out(seen.draft),
        faults=[fault_out(one) for one in seen.faults],
        blocking=seen.blocking,
        unanswered_posts=seen.unanswered,
    )


def fault_out(fault: Fault) -> shapes.DraftFaultOut:
    zh, en = TITLES[fault.kind]
    spot = fault.spot
    return shapes.DraftFaultOut(
        fault_id=fault.fault_id,
        kind=fault.kind,
        blocks=fault.blocks,
        layer=fault.layer,
        feature_ids=[one.feature_id for one in fault.features],
        codes=[one.code for one in fault.features if one.code],
        title_zh=zh,
        title_en=en,
        detail_zh=fault.detail_zh,
        detail_en=fault.detail_en,
        area_m2=round(area_m2(fault.outline)) if fault.outline is not None else None,
        lon=spot[0] if spot else None,
        lat=spot[1] if spot else None,
        geometry=geojson_of(fault.outline),
        ways=[shapes.WayOut(way=one.key, title_zh=one.title_zh, title_en=one.title_en) for one in fault.ways],
    )


def effects_out(draft: Draft, *, at: datetime) -> shapes.EffectsOut:
    effects = effects_on_division(draft)
    concerned = concerned_by(draft, effects, at=at)
    successors = {one.before.code: list(one.successors) for one in effects.closes}
    answers = concerned.answers
    return shapes.EffectsOut(
        draft=draft_out(draft),
        opens=[shapes.AreaNamedOut(code=one.code, name=one.name) for one in effects.opens],
        changes=[
            shapes.AreaChangedOut(
                code=one.before.code,
                name=one.after.name,
                before_m2=round(area_m2(one.before.outline)),
                after_m2=round(area_m2(one.after.outline)),
            )
            for one in effects.changes
        ],
        closes=[
            shapes.AreaClosedOut(code=one.before.code, name=one.before.name, successors=list(one.successors))
            for one in effects.closes
        ],
        rows=_rows_out(draft, effects),
        posts=[
            shapes.PostConcernedOut(
                post_id=one.post_id,
                title=one.title,
                role=one.role.value,
                area_code=one.area_code,
                holder_name=one.holder_name,
                offers=successors.get(one.area_code, [])[:MOST_OFFERS],
                **_answered(answers, one.post_id),
            )
            for one in concerned.posts
        ],
        units=[
            shapes.UnitConcernedOut(
                unit_id=one.unit_id,
                name=one.name,
                area_code=one.area_code,
                offers=successors.get(one.area_code, [])[:MOST_OFFERS],
                **_answered(answers, one.unit_id),
            )
            for one in concerned.units
        ],
    )


def publication_out(actor: Actor, publication: Publication) -> shapes.PublicationOut:
    run = last_run_of(publication.pk)
    return shapes.PublicationOut(
        publication_id=publication.pk,
        draft_id=publication.draft_id,
        area_code=publication.scope_code,
        area_name=names_of({publication.scope_code}).get(publication.scope_code, publication.scope_code),
        title=publication.title,
        on=publication.on,
        state=publication.state,
        reason=publication.reason,
        published_by_name=publication.published_by_name,
        published_at=publication.published_at,
        undone_by_name=publication.undone_by_name,
        undone_at=publication.undone_at,
        undo_reason=publication.undo_reason,
        can_undo=is_undoable(publication),
        run=None
        if run is None
        else shapes.RunOut(
            state=run.state,
            total=sum(one["total"] for one in run.tables),
            done=sum(one["done"] for one in run.tables),
            by_table=[shapes.RunTableOut(**one) for one in run.tables],
        ),
        opened=publication.opened,
        changed=publication.changed,
        closed=publication.closed,
    )


LEVEL_WORDS = {4: "city", 6: "county"}


def area_out(one: AreaVersion) -> shapes.AreaOnOut:
    outline = outline_of(one)
    layer = one.layer
    return shapes.AreaOnOut(
        code=one.code,
        name=one.name,
        layer=layer.value if layer else LEVEL_WORDS[one.level],
        kind=one.kind,
        parent_code=one.parent_code,
        households=one.households,
        people=one.people,
        area_m2=round(area_m2(outline)) if outline is not None else None,
        geometry=geojson_of(outline),
        valid_from_on=one.valid_from_on,
        valid_to_on=one.valid_to_on,
    )


def _answered(answers: dict[UUID, Answer], subject_id: UUID) -> dict[str, str | None]:
    row = answers.get(subject_id)
    return {"answer": row.answer if row else None, "to_code": (row.to_code or None) if row else None}


def _rows_out(draft: Draft, effects: Effects) -> list[shapes.RowsAffectedOut]:
    return [
        shapes.RowsAffectedOut(
            table=one.table,
            label_zh=one.label_zh,
            label_en=one.label_en,
            rows=one.rows,
            open_rows=one.open_rows,
        )
        for one in rows_affected(effects)
    ]
