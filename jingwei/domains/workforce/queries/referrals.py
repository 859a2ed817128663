"""Referrals: what I asked, what I am asked, what was asked in my area."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from jingwei.domains.workforce.contracts import FindMatters, MatterRef, ReferralState
from jingwei.domains.workforce.models import Referral
from jingwei.domains.workforce.queries.members import COUNT_CAP, LARGEST_PAGE
from jingwei.domains.workforce.rules.refusals import ReferralNotFound
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.paging import Page, key_of, page_of

_find_matters: list[FindMatters] = []


def plug_matters(find: FindMatters) -> None:
    """Set who knows matters. Called once, by config."""
    _find_matters[:] = [find]


def matters_seen(actor: Actor, incident_ids: Iterable[UUID | None]) -> dict[UUID, MatterRef]:
    """Those of these matters that the actor sees; none where nobody knows matters."""
    wanted = list({one for one in incident_ids if one is not None})
    return {key: one for find in _find_matters for key, one in find(actor, wanted).items()} if wanted else {}


@dataclass(frozen=True, slots=True)
class ReferralFilter:
    """``side``: what I asked, what I am asked, or all of my area."""

    side: str = "mine"
    state: ReferralState | None = None
    incident_id: UUID | None = None
    area_code: str | None = None


def referral_for(actor: Actor, referral_id: UUID) -> Referral:
    """Raises: ReferralNotFound."""
    row: Referral | None = Referral.objects.visible_to(actor).filter(pk=referral_id).first()
    if row is None:
        raise ReferralNotFound
    return row


def list_referrals(actor: Actor, wanted: ReferralFilter, *, cursor: str | None, size: int) -> Page[Referral]:
    """One page, latest first. Raises: BadCursor."""
    size = max(1, min(size, LARGEST_PAGE))
    rows = referrals_listed(actor, wanted)
    if cursor:
        at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(asked_at__lte=at) & (Q(asked_at__lt=at) | Q(asked_at=at, id__lt=last_id)))
    found = list(rows.order_by("-asked_at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.asked_at, row.pk))


def count_referrals(actor: Actor, wanted: ReferralFilter) -> int:
    """How many there are, up to ``COUNT_CAP``."""
    return int(referrals_listed(actor, wanted).values("pk")[:COUNT_CAP].count())


def referrals_listed(actor: Actor, wanted: ReferralFilter) -> Any:
    """The rows of a list, unsorted."""
    if wanted.side == "area":
        rows = Referral.objects.listed_for(actor, within=wanted.area_code)
    else:
        party = "person_id" if wanted.side == "mine" else "to_person_id"
        rows = Referral.objects.visible_to(actor).filter(**{party: actor.person_id})
        if wanted.area_code:
            rows = rows.filter(Referral.inside(wanted.area_code))
    if wanted.state is not None:
        rows = rows.filter(state=wanted.state.value)
    if wanted.incident_id is not None:
        rows = rows.filter(incident_id=wanted.incident_id)
    return rows
