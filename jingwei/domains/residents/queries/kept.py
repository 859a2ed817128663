"""What the ledger keeps about somebody who proved which record is theirs, and where they are counted."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.dwellings.contracts import HOUSE, UsedBy
from jingwei.domains.residents.models import Resident
from jingwei.domains.residents.rules.form import BASIS, ENDED_KEPT_DAYS, PURPOSE
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.privacy.contracts import Kept, KeptKind


def kept_of_resident(actor: Actor, *, at: datetime) -> list[Kept]:
    """One's own record, where one is tied to the account."""
    if actor.person_id is None:
        return []
    rows = Resident.objects.visible_to(actor).filter(account_person_id=actor.person_id)
    found = list(rows.order_by("registered_at")[:10])
    since = found[0].registered_at if found else None
    return [Kept(KeptKind.RESIDENT_RECORD, len(found), PURPOSE, BASIS, ENDED_KEPT_DAYS, since)]


def used_by_residents(actor: Actor, kind: str, record_id: UUID) -> Sequence[UsedBy]:
    """People who live in a house (``dwellings.Usage``)."""
    if kind != HOUSE:
        return []
    here = Resident.objects.listed_for(actor).filter(house_id=record_id, ended_at__isnull=True)
    return [
        UsedBy(
            "居住的人",
            "people living here",
            here.count(),
            f"/residents?house_id={record_id}",
            Permission.VIEW_RESIDENTS,
        )
    ]
