"""Drafts over HTTP."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.areas.contracts import Layer
from jingwei.foundation.areas.queries import areas_on, codes_ever_within
from jingwei.foundation.edge import actor, operation
from jingwei.foundation.territory.api import shapes
from jingwei.foundation.territory.api.shaping import (
    change_out,
    checked_out,
    draft_out,
    edited_out,
    effects_out,
    features_out,
    publication_out,
)
from jingwei.foundation.territory.queries.division import outline_of
from jingwei.foundation.territory.queries.drafts import changes_of, draft_for, drafts_for, grids_of
from jingwei.foundation.territory.rules import changes, drawing
from jingwei.foundation.territory.rules.drawing import geojson_of
from jingwei.foundation.territory.rules.features import DraftState
from jingwei.foundation.territory.rules.refusals import AnswerUnfit
from jingwei.foundation.territory.services.answers import GivenAnswer, answer_for
from jingwei.foundation.territory.services.drafts import discard_draft, open_draft
from jingwei.foundation.territory.services.editing import change_draft, redo_change, undo_change
from jingwei.foundation.territory.services.publishing import check_draft, look_at, publish_draft
from jingwei.kernel.clock import now

router = Router(tags=["territory"])
MANAGE = Permission.MANAGE_TERRITORY
Limit = Annotated[int, Query(ge=1, le=200)]
Within = Annotated[str, Query(min_length=4, max_length=15, pattern=r"^\d+$")]


@operation(router, "GET", "/drafts", "listDrafts", MANAGE, response=shapes.DraftsOut)
def list_drafts(
    request: HttpRequest,
    state: DraftState | None = None,
    within: Within | None = None,
    cursor: str | None = None,
    limit: Limit = 50,
) -> shapes.DraftsOut:
    """The drafts of one's own area, the newest first."""
    page = drafts_for(actor(request), state=state, within=within, limit=limit, cursor=cursor)
    return shapes.DraftsOut(rows=[draft_out(row) for row in page.rows], next_cursor=page.next_cursor)


@operation(router, "POST", "/drafts", "openDraft", MANAGE, response={201: shapes.DraftOut})
def begin_draft(request: HttpRequest, body: shapes.DraftIn) -> shapes.DraftOut:
    """Begin a draft of a township or a county from what is in force."""
    return draft_out(open_draft(actor(request), area_code=body.area_code, title=body.title, at=now()))


@operation(router, "GET", "/drafts/{draft_id}", "getDraft", MANAGE, response=shapes.DraftOut, sees="draft")
def get_draft(request: HttpRequest, draft_id: UUID) -> shapes.DraftOut:
    """How a draft stands."""
    return draft_out(draft_for(actor(request), draft_id))


@operation(
    router,
    "GET",
    "/drafts/{draft_id}/features",
    "listDraftFeatures",
    MANAGE,
    response=shapes.DraftFeaturesOut,
    sees="draft",
)
def list_draft_features(
    request: HttpRequest, draft_id: UUID, layer: Layer | None = None
) -> shapes.DraftFeaturesOut:
    """The grids of a draft, and the outline of the area it stands on."""
    draft = draft_for(actor(request), draft_id)
    top = next((one for one in areas_on(draft.scope_code) if one.code == draft.scope_code), None)
    return shapes.DraftFeaturesOut(
        version=draft.version,
        parent=geojson_of(outline_of(top)),
        features=features_out(grids_of(draft, layer=layer), codes_ever_within(draft.scope_code)),
    )


@operation(
    router,
    "POST",
    "/drafts/{draft_id}/changes",
    "changeDraft",
    MANAGE,
    response=shapes.DraftEditedOut,
    sees="draft",
)
def make_change(request: HttpRequest, draft_id: UUID, body: shapes.DraftChangeIn) -> shapes.DraftEditedOut:
    """Do one thing to the grids of a draft, at the version that was seen."""
    who, at = actor(request), now()
    draft_for(who, draft_id)  # sight comes before anything that is said of what was drawn
    if isinstance(body.change, shapes.UndoIn):
        return edited_out(undo_change(who, draft_id, version=body.version, at=at))
    if isinstance(body.change, shapes.RedoIn):
        return edited_out(redo_change(who, draft_id, version=body.version, at=at))
    return edited_out(change_draft(who, draft_id, _step(body.change), version=body.version, at=at))


@operation(
    router,
    "GET",
    "/drafts/{draft_id}/changes",
    "listDraftChanges",
    MANAGE,
    response=shapes.DraftChangesOut,
    sees="draft",
)
def list_draft_changes(
    request: HttpRequest, draft_id: UUID, since: Annotated[int, Query(ge=0)] = 0
) -> shapes.DraftChangesOut:
    """Who changed what behind a version, the newest last."""
    draft = draft_for(actor(request), draft_id)
    rows = [change_out(row) for row in changes_of(draft, since=since)]
    return shapes.DraftChangesOut(version=draft.version, rows=rows)


@operation(
    router,
    "GET",
    "/drafts/{draft_id}/faults",
    "listDraftFaults",
    MANAGE,
    response=shapes.FaultsOut,
    sees="draft",
)
def list_draft_faults(request: HttpRequest, draft_id: UUID) -> shapes.FaultsOut:
    """What is wrong with a draft now, with the ways to mend it."""
    return checked_out(look_at(draft_for(actor(request), draft_id), at=now()))


@operation(
    router,
    "GET",
    "/drafts/{draft_id}/effects",
    "previewDraft",
    MANAGE,
    response=shapes.EffectsOut,
    sees="draft",
)
def preview_draft(request: HttpRequest, draft_id: UUID) -> shapes.EffectsOut:
    """What publishing would do: to areas, to rows, to posts and units."""
    return effects_out(draft_for(actor(request), draft_id), at=now())


@operation(
    router,
    "POST",
    "/drafts/{draft_id}/answers",
    "answerDraftPosts",
    MANAGE,
    response=shapes.EffectsOut,
    sees="draft",
)
def answer_draft_posts(
    request: HttpRequest, draft_id: UUID, body: shapes.DraftAnswersIn
) -> shapes.EffectsOut:
    """Say what becomes of posts and units whose area closes."""
    draft_for(actor(request), draft_id)
    given = [_answer(one) for one in body.answers]
    return effects_out(answer_for(actor(request), draft_id, given, version=body.version, at=now()), at=now())


@operation(
    router,
    "POST",
    "/drafts/{draft_id}/check",
    "checkDraft",
    MANAGE,
    response=shapes.FaultsOut,
    sees="draft",
)
def check(request: HttpRequest, draft_id: UUID, body: shapes.DraftVersionIn) -> shapes.FaultsOut:
    """Mark a draft as checked if nothing holds it up; any later change takes the mark away."""
    return checked_out(check_draft(actor(request), draft_id, version=body.version, at=now()))


@operation(
    router,
    "POST",
    "/drafts/{draft_id}/publish",
    "publishDraft",
    MANAGE,
    response={201: shapes.PublicationOut},
    sees="draft",
)
def publish(request: HttpRequest, draft_id: UUID, body: shapes.DraftPublishIn) -> shapes.PublicationOut:
    """Put a checked draft in force today, or have it put in force on a later day."""
    who = actor(request)
    published = publish_draft(who, draft_id, version=body.version, on=body.on, reason=body.reason, at=now())
    return publication_out(who, published)


@operation(
    router,
    "POST",
    "/drafts/{draft_id}/discard",
    "discardDraft",
    MANAGE,
    response=shapes.DraftOut,
    sees="draft",
)
def discard(request: HttpRequest, draft_id: UUID, body: shapes.DraftReasonIn) -> shapes.DraftOut:
    """Give a draft up."""
    return draft_out(
        discard_draft(actor(request), draft_id, version=body.version, reason=body.reason, at=now())
    )


def _step(given: object) -> changes.Step:
    """A step as the rules know it. Raises: BadOutline."""
    if isinstance(given, shapes.DrawIn):
        return changes.Draw(
            layer=given.layer,
            parent_code=given.parent_code,
            outline=drawing.outline_of(given.geometry),
            name=given.name,
            code=given.code,
            kind=given.kind,
            households=given.households,
            people=given.people,
            cuts=given.cuts,
        )
    if isinstance(given, shapes.ReshapeIn):
        return changes.Reshape(given.feature_id, drawing.outline_of(given.geometry), given.cuts)
    if isinstance(given, shapes.SplitIn):
        return changes.Split(given.feature_id, drawing.line_of(given.line))
    if isinstance(given, shapes.MergeIn):
        return changes.Merge(tuple(given.feature_ids), given.keeps)
    if isinstance(given, shapes.MoveEdgeIn):
        return changes.MoveEdge(given.one_id, given.other_id, drawing.line_of(given.line))
    if isinstance(given, shapes.DescribeIn):
        said = given.model_fields_set - {"verb", "feature_id"}
        return changes.Describe(
            feature_id=given.feature_id,
            said=frozenset(said),
            name=given.name or "",
            code=given.code or "",
            kind=given.kind,
            parent_code=given.parent_code or "",
            households=given.households,
            people=given.people,
        )
    if isinstance(given, shapes.CloseIn):
        return changes.Close(given.feature_id, given.gives_to)
    assert isinstance(given, shapes.MendIn)
    return changes.Mend(given.fault_id, given.way)


def _answer(one: shapes.DraftAnswerIn) -> GivenAnswer:
    if (one.post_id is None) == (one.unit_id is None):
        raise AnswerUnfit(
            title="?", reason="请写明岗位或单位其中之一", reason_en="name either a post or a unit"
        )
    if one.post_id is not None:
        return GivenAnswer("post", one.post_id, one.answer, one.to_code)
    assert one.unit_id is not None
    return GivenAnswer("unit", one.unit_id, one.answer, one.to_code)
