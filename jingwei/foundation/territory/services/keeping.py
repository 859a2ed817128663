"""Writing a change of a draft: the grids it touched before and after, so that it can be taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import shapely
from django.contrib.gis.geos import GEOSGeometry

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.territory.models import Change, Draft, Feature
from jingwei.foundation.territory.rules.changes import Outcome
from jingwei.foundation.territory.rules.features import EDITABLE, OPEN_DRAFTS, Base, DraftState, Ground, Verb
from jingwei.foundation.territory.rules.refusals import DraftNotOpen
from jingwei.foundation.work import Work
from jingwei.kernel.errors import NotFound, StaleVersion
from jingwei.kernel.ids import uuid7

DRAFT_STATES = {
    DraftState.DRAFT: ("起草中", "in the making"),
    DraftState.CHECKED: ("已检查", "checked"),
    DraftState.SCHEDULED: ("待启用", "waiting for its day"),
    DraftState.PUBLISHED: ("已发布", "published"),
    DraftState.DISCARDED: ("已放弃", "discarded"),
}
PLAIN = ("layer", "code", "name", "kind", "parent_code", "households", "people", "base", "is_closed")
OUTLINES_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Edited:
    """A draft after a change, with what the change touched."""

    draft: Draft
    change: Change
    put: tuple[UUID, ...]
    gone: tuple[UUID, ...]


def draft_to_change(actor: Actor, draft_id: UUID, *, version: int, is_waiting_too: bool = False) -> Draft:
    """One's draft, locked, at the version one saw. Raises: NotFound; DraftNotOpen; StaleVersion."""
    draft: Draft | None = (
        Draft.objects.visible_to(actor).filter(pk=draft_id).select_for_update(of=("self",)).first()
    )
    if draft is None:
        raise NotFound
    if draft.state not in (OPEN_DRAFTS if is_waiting_too else EDITABLE):
        zh, en = DRAFT_STATES[DraftState(draft.state)]
        raise DraftNotOpen(title=draft.title, state=zh, state_en=en)
    if draft.version != version:
        raise StaleVersion(name=draft.title, seen=version, current=draft.version)
    return draft


def keep(job: Work, draft: Draft, outcome: Outcome, *, at: datetime) -> Edited:
    """Write what a step did, as one change that can be undone."""
    ids = [*(one.feature_id for one in outcome.put), *outcome.gone]
    rows = {row.pk: row for row in Feature.objects.filter(draft_id=draft.pk, pk__in=ids)}
    before = [snapshot(rows[one]) if one in rows else _not_there(one) for one in ids]
    new: list[Feature] = []
    for one in outcome.put:
        row = rows.get(one.feature_id)
        if row is None:
            row = Feature(pk=one.feature_id, draft_id=draft.pk, base=Base.NEW)
            new.append(row)
        elif row.base == Base.SAME:
            row.base = Base.CHANGED
        _fill(row, one)
        rows[row.pk] = row
    for one_id in outcome.gone:
        rows[one_id].is_closed = True
    Feature.objects.bulk_create(new, batch_size=OUTLINES_AT_ONCE)
    old = [row for row in rows.values() if not any(row is one for one in new)]
    Feature.objects.bulk_update(old, [*PLAIN, "outline"], batch_size=OUTLINES_AT_ONCE)
    after = [snapshot(rows[one]) for one in ids]
    change = _note(job.actor, draft, outcome.verb, outcome.note_zh, outcome.note_en, before, after, at)
    _renew(job, draft, change, at)
    return Edited(draft, change, tuple(one.feature_id for one in outcome.put), outcome.gone)


def restore(job: Work, draft: Draft, change: Change, *, undo: bool, at: datetime) -> Edited:
    """Set the grids of a change back to before it, or to after it once more."""
    told = change.before if undo else change.after
    rows = {row.pk: row for row in Feature.objects.filter(draft_id=draft.pk)}
    touched = []
    for one in told:
        row = rows[UUID(one["id"])]
        if one.get("is_there", True):
            for name in PLAIN:
                setattr(row, name, one[name])
            row.outline = GEOSGeometry(one["outline"]) if one["outline"] else None
        else:
            row.is_closed = True
        touched.append(row)
    Feature.objects.bulk_update(touched, [*PLAIN, "outline"], batch_size=OUTLINES_AT_ONCE)
    change.is_undone = undo
    change.save(update_fields=["is_undone"])
    draft.version += 1
    draft.state, draft.changed_by_name, draft.changed_at = DraftState.DRAFT, job.actor.name, at
    draft.save(update_fields=["version", "state", "changed_by_name", "changed_at"])
    change.version = draft.version
    change.save(update_fields=["version"])
    act = Verb.UNDO if undo else Verb.REDO
    job.record(draft, act=act.value, number=change.number, version=draft.version)
    gone = tuple(row.pk for row in touched if row.is_closed)
    return Edited(draft, change, tuple(row.pk for row in touched if not row.is_closed), gone)


def snapshot(row: Feature) -> dict[str, Any]:
    """A grid as it stands, as plain values."""
    told: dict[str, Any] = {name: getattr(row, name) for name in PLAIN}
    outline = row.outline.hexewkb.decode() if row.outline is not None else None
    return {"id": str(row.pk), "outline": outline, **told}


def outline_of(shape: Any) -> GEOSGeometry | None:
    """An outline as the database takes it."""
    if shape is None or shape.is_empty:
        return None
    return GEOSGeometry(memoryview(shapely.to_wkb(shape)), srid=4326)


def _not_there(feature_id: UUID) -> dict[str, Any]:
    return {"id": str(feature_id), "is_there": False}


def _fill(row: Feature, one: Ground) -> None:
    row.layer, row.code, row.name, row.kind = one.layer.value, one.code, one.name, one.kind.value
    row.parent_code, row.households, row.people = one.parent_code, one.households, one.people
    row.outline, row.is_closed = outline_of(one.outline), False


def _note(
    actor: Actor,
    draft: Draft,
    verb: Verb,
    note_zh: str,
    note_en: str,
    before: list[dict[str, Any]],
    after: list[dict[str, Any]],
    at: datetime,
) -> Change:
    last = Change.objects.filter(draft_id=draft.pk).order_by("-number").first()
    change = Change(
        id=uuid7(),
        draft_id=draft.pk,
        number=(last.number if last else 0) + 1,
        version=draft.version + 1,
        verb=verb.value,
        note_zh=note_zh[:200],
        note_en=note_en[:200],
        by_name=actor.name,
        by_post=actor.post_id,
        at=at,
        before=before,
        after=after,
    )
    change.save(force_insert=True)
    return change


def _renew(job: Work, draft: Draft, change: Change, at: datetime) -> None:
    draft.version = change.version
    draft.state, draft.changed_by_name, draft.changed_at = DraftState.DRAFT, job.actor.name, at
    draft.save(update_fields=["version", "state", "changed_by_name", "changed_at"])
    job.record(draft, act=change.verb, number=change.number, version=draft.version)


def touched_ids(edited: Iterable[dict[str, Any]]) -> list[UUID]:
    """Which grids a kept change touched."""
    return [UUID(one["id"]) for one in edited]
