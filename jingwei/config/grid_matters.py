"""What the workforce asks about matters: those that somebody sees, and how many are open in each community."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import Channel, Identity
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries.map_layer import INCIDENT_LAYER
from jingwei.domains.incidents.rules import on_map
from jingwei.domains.workforce.contracts import MatterRef
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.maps.contracts import Asked
from jingwei.foundation.maps.queries import counts_of_layer
from jingwei.kernel.codes import Level


def matters_for_referral(actor: Actor, incident_ids: list[UUID]) -> dict[UUID, MatterRef]:
    """Tips, confidential ones, those about a unit and those hidden from lower levels are guarded: they go no further."""
    rows = Incident.objects.visible_to(actor).filter(pk__in=incident_ids)
    told = rows.only(
        "receipt_no", "title", "scope_code", "channel", "identity", "about_unit_id", "sight_floor"
    )
    return {
        row.pk: MatterRef(
            incident_id=row.pk,
            receipt_no=row.receipt_no,
            title=row.title,
            area_code=row.scope_code,
            is_guarded=row.channel == Channel.TIP
            or row.identity == Identity.CONFIDENTIAL
            or row.about_unit_id is not None
            or row.sight_floor < Level.GRID,
        )
        for row in told
    }


def open_by_community(actor: Actor, within: str, *, at: datetime) -> Mapping[str, int]:
    """From the counts of the map: what was ever reported does not make it longer. Matters without a place are not in it."""
    asked = Asked(filters={"state": (on_map.OPEN,)}, since=None, until=None, within=within)
    return counts_of_layer(actor, INCIDENT_LAYER, asked, level=Level.COMMUNITY, at=at)
