"""Reads of what was published, and of what publishing would do."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

import shapely
from django.db.models import Q

from jingwei.foundation.access.contracts import Actor, HeldPost, UnitBrief
from jingwei.foundation.access.queries.standing import posts_standing_in, units_standing_in
from jingwei.foundation.areas.queries import AreaVersion, areas_on
from jingwei.foundation.territory.models import Answer, Draft, Feature, Publication, PublishedVersion, Run
from jingwei.foundation.territory.queries.drafts import features_of
from jingwei.foundation.territory.rules.effects import Effects, InForce, effects_of
from jingwei.foundation.territory.rules.publishing import PublicationState
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of


def publications_for(
    actor: Actor, *, within: str | None, limit: int, cursor: str | None
) -> Page[Publication]:
    """What was published in one's own area, the newest first."""
    rows = Publication.objects.listed_for(actor, within=within)
    if cursor:
        at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(published_at__lt=at) | Q(published_at=at, id__lt=last_id))
    found = list(rows.order_by("-published_at", "-id")[: limit + 1])
    return page_of(found, limit, lambda row: (row.published_at, row.pk))


def publication_for(actor: Actor, publication_id: UUID) -> Publication:
    """One publication of one's own area. Raises: NotFound."""
    found: Publication | None = Publication.objects.visible_to(actor).filter(pk=publication_id).first()
    if found is None:
        raise NotFound
    return found


def last_publication_of(draft_id: UUID) -> Publication | None:
    """The publication a draft led to, the last one if it was called back in between."""
    rows = Publication.objects.unscoped("reached through a draft that was seen").filter(draft_id=draft_id)
    found: Publication | None = rows.order_by("-published_at").first()
    return found


def last_run_of(publication_id: UUID) -> Run | None:
    """How far its rows have come."""
    return Run.objects.filter(publication_id=publication_id).order_by("-begun_at", "-id").first()


def versions_of(publication_id: UUID) -> list[PublishedVersion]:
    """Which areas it opened, changed and closed."""
    return list(PublishedVersion.objects.filter(publication_id=publication_id).order_by("code"))


def due_publications(on: date) -> list[UUID]:
    """Those whose day has come. Needs a system actor's eyes."""
    rows = Publication.objects.unscoped("the day comes for every area").filter(
        state=PublicationState.SCHEDULED, on__lte=on
    )
    return list(rows.order_by("on", "published_at").values_list("id", flat=True))


def in_force_below(area_code: str, *, on: date | None = None) -> dict[str, InForce]:
    """The areas in force that a draft of this area edits, by code."""
    return {
        one.code: _in_force(one)
        for one in areas_on(area_code, on=on)
        if one.code != area_code and one.layer is not None
    }


def effects_on_division(draft: Draft) -> Effects:
    """What publishing would do."""
    return effects_of(features_of(draft), in_force_below(draft.scope_code))


def bases_of(draft: Draft) -> dict[str, int]:
    """The versions a draft began from, by code."""
    rows = Feature.objects.filter(draft_id=draft.pk, base_id__isnull=False)
    return {
        code: base_id for code, base_id in rows.values_list("base_code", "base_id") if base_id is not None
    }


def posts_in_closed(closed: Iterable[str], *, at: datetime) -> list[HeldPost]:
    """Posts that stand in areas about to close."""
    return posts_standing_in(closed, at=at)


def units_in_closed(closed: Iterable[str]) -> list[UnitBrief]:
    """Units that stand in areas about to close."""
    return units_standing_in(closed)


def answers_of(draft: Draft) -> dict[UUID, Answer]:
    """What was answered for posts and units, by whom it is for."""
    return {row.subject_id: row for row in Answer.objects.filter(draft_id=draft.pk)}


def _in_force(one: AreaVersion) -> InForce:
    layer = one.layer
    assert layer is not None
    return InForce(
        area_id=one.id,
        code=one.code,
        name=one.name,
        layer=layer,
        kind=one.kind,
        parent_code=one.parent_code,
        households=one.households,
        people=one.people,
        outline=shapely.from_wkb(one.outline_wkb) if one.outline_wkb else None,
        is_generated=one.is_outline_generated,
    )
