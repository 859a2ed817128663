"""Opening and giving up drafts."""

from datetime import datetime
from uuid import UUID

from django.contrib.gis.geos import GEOSGeometry
from django.db import connection

from jingwei.foundation.access.contracts import ANYWHERE, Actor, Permission, system_actor
from jingwei.foundation.areas.contracts import Layer
from jingwei.foundation.areas.queries import AreaVersion, area_by_code, areas_on
from jingwei.foundation.scoping import eyes
from jingwei.foundation.territory.models import Draft, Feature
from jingwei.foundation.territory.queries.drafts import open_draft_on
from jingwei.foundation.territory.rules.features import LAYERS_IN, Base, DraftState
from jingwei.foundation.territory.rules.refusals import DraftStands, NoDraftHere
from jingwei.foundation.territory.services.keeping import draft_to_change
from jingwei.foundation.work import work
from jingwei.kernel.codes import ancestor_codes, level_of, lies_within
from jingwei.kernel.errors import NotFound
from jingwei.kernel.ids import uuid7

KEEPER = system_actor("区划维护")
ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('territory.drafts', 4309))"


def open_draft(actor: Actor, *, area_code: str, title: str, at: datetime) -> Draft:
    """Begin a draft from what is in force. Raises: NotFound; AreaUnknown; NoDraftHere; DraftStands."""
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        if actor.scope != ANYWHERE and not lies_within(area_code, actor.scope):
            raise NotFound
        area = area_by_code(area_code)
        if level_of(area_code) not in LAYERS_IN:
            raise NoDraftHere(name=area.name)
        with connection.cursor() as cursor:
            cursor.execute(ONE_AT_A_TIME)
        _require_free(area_code)
        codes = ancestor_codes(area_code)
        draft = Draft(
            id=uuid7(),
            title=title.strip() or f"{area.name}网格调整",
            state=DraftState.DRAFT,
            opened_by_name=actor.name,
            opened_by_post=actor.post_id,
            opened_at=at,
            changed_by_name=actor.name,
            changed_at=at,
            city_code=codes.city,
            county_code=codes.county,
            township_code=codes.township,
            scope_code=area_code,
        )
        draft.save(force_insert=True)
        Feature.objects.bulk_create(
            [
                _feature(draft, one, layer)
                for one in areas_on(area_code)
                if one.code != area_code and (layer := one.layer) is not None
            ],
            batch_size=500,
        )
        job.record_new(draft, act="open", title=draft.title)
    return draft


def discard_draft(actor: Actor, draft_id: UUID, *, version: int, reason: str, at: datetime) -> Draft:
    """Give a draft up; it stays to be read. Raises: NotFound; DraftNotOpen; StaleVersion."""
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        draft = draft_to_change(actor, draft_id, version=version)
        draft.state, draft.changed_by_name, draft.changed_at = DraftState.DISCARDED, actor.name, at
        draft.version += 1
        draft.save(update_fields=["state", "changed_by_name", "changed_at", "version"])
        job.record(draft, act="discard", reason=reason)
    return draft


def _require_free(area_code: str) -> None:
    with eyes(KEEPER):
        standing = open_draft_on(area_code)
    if standing is not None:
        raise DraftStands(
            area=area_by_code(standing.scope_code).name,
            title=standing.title,
            by_name=standing.opened_by_name,
            draft_id=str(standing.pk),
        )


def _feature(draft: Draft, area: AreaVersion, layer: Layer) -> Feature:
    outline = GEOSGeometry(memoryview(area.outline_wkb), srid=4326) if area.outline_wkb else None
    return Feature(
        id=uuid7(),
        draft_id=draft.pk,
        layer=layer.value,
        code=area.code,
        name=area.name,
        kind=area.kind.value,
        parent_code=area.parent_code,
        households=area.households,
        people=area.people,
        outline=outline,
        base_id=area.id,
        base_code=area.code,
        base=Base.SAME,
    )
