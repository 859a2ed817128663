"""Changing a draft: one verb at a time, at the version that was seen."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.territory.models import Change, Draft
from jingwei.foundation.territory.queries.drafts import faults_of, sheet_of
from jingwei.foundation.territory.rules import changes, editing
from jingwei.foundation.territory.rules.mending import mend
from jingwei.foundation.territory.rules.refusals import FaultGone, NothingToUndo
from jingwei.foundation.territory.rules.sheet import Sheet
from jingwei.foundation.territory.services.keeping import Edited, draft_to_change, keep, restore
from jingwei.foundation.work import work
from jingwei.kernel.clock import local

DONE_BY: dict[type, Callable[[Sheet, Any], changes.Outcome]] = {
    changes.Draw: editing.draw,
    changes.Reshape: editing.reshape,
    changes.Split: editing.split,
    changes.Merge: editing.merge,
    changes.MoveEdge: editing.move_edge,
    changes.Describe: editing.describe,
    changes.Close: editing.close,
}


def change_draft(actor: Actor, draft_id: UUID, step: changes.Step, *, version: int, at: datetime) -> Edited:
    """Do one step. Raises: NotFound; DraftNotOpen; StaleVersion; what the step itself refuses."""
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        draft = draft_to_change(actor, draft_id, version=version)
        sheet = sheet_of(draft)
        if isinstance(step, changes.Mend):
            outcome = _mended(sheet, step, at)
        else:
            outcome = DONE_BY[type(step)](sheet, step)
        return keep(job, draft, outcome, at=at)


def undo_change(actor: Actor, draft_id: UUID, *, version: int, at: datetime) -> Edited:
    """Take the last change back, whoever made it. Raises: NotFound; DraftNotOpen; StaleVersion; NothingToUndo."""
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        draft = draft_to_change(actor, draft_id, version=version)
        last = Change.objects.filter(draft_id=draft.pk, is_undone=False).order_by("-number").first()
        if last is None:
            raise NothingToUndo(what="撤回", what_en="undo")
        return restore(job, draft, last, undo=True, at=at)


def redo_change(actor: Actor, draft_id: UUID, *, version: int, at: datetime) -> Edited:
    """Do the change taken back last once more. Raises: NotFound; DraftNotOpen; StaleVersion; NothingToUndo."""
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        draft = draft_to_change(actor, draft_id, version=version)
        change = _next_to_redo(draft)
        if change is None:
            raise NothingToUndo(what="重做", what_en="redo")
        return restore(job, draft, change, undo=False, at=at)


def _next_to_redo(draft: Draft) -> Change | None:
    """The first one undone behind those that stand: a new change leaves earlier undone ones behind for good."""
    rows = Change.objects.filter(draft_id=draft.pk)
    live = rows.filter(is_undone=False).aggregate(last=Max("number"))["last"] or 0
    return rows.filter(is_undone=True, number__gt=live).order_by("number").first()


def _mended(sheet: Sheet, step: changes.Mend, at: datetime) -> changes.Outcome:
    fault = next(
        (one for one in faults_of(sheet, on=local(at).date()) if one.fault_id == step.fault_id), None
    )
    if fault is None:
        raise FaultGone
    return mend(sheet, fault, step.way)
