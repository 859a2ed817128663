"""A verified mobile number brings together what its owner reported under their name without an account."""

from datetime import datetime, timedelta
from uuid import UUID

from jingwei.domains.incidents.contracts import Channel, Identity
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.services.callers import telephone_index_of_sealed
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.access.queries import phone_of_resident
from jingwei.foundation.administration.contracts import RESIDENT_PHONE
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work

CLAIMER = system_actor("认领上报")
CLAIMED_BACK = timedelta(days=180)


def claim_reports(actor: Actor, *, at: datetime) -> int:
    """Make earlier reports of the last half year one's own; returns how many were found.

    Only those given under one's name with the number that was proved by SMS, and nobody's yet: not what was confidential
    or anonymous, not tips, not what another system once recorded.
    """
    with work(actor, Permission.TRACK_INCIDENT) as job:
        sealed = phone_of_resident(actor.person_id)
        claimed = _claim(actor.person_id, sealed, at) if actor.person_id and sealed else []
        for row in Incident.objects.visible_to(actor).filter(pk__in=claimed):
            job.record(row, act="claim")
        job.record_own(f"access.person:{actor.person_id}", act="claim_reports", count=len(claimed))
    return len(claimed)


def _claim(person_id: UUID, sealed: bytes, at: datetime) -> list[UUID]:
    index = telephone_index_of_sealed(RESIDENT_PHONE, sealed)
    with eyes(CLAIMER):
        rows = Incident.objects.unscoped("reports that name a proved telephone").filter(
            reporter_phone_index=index,
            reporter_id=None,
            identity=Identity.NAMED.value,
            is_history=False,
            reported_at__gte=at - CLAIMED_BACK,
        )
        found = list(
            rows.exclude(channel=Channel.TIP.value)
            .select_for_update(of=("self",))
            .values_list("pk", flat=True)
        )
        Incident.objects.unscoped("claimed by their reporter").filter(pk__in=found).update(
            reporter_id=person_id
        )
    return found
