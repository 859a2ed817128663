"""What administration asks the domains before it changes units: which kinds there are, and what was ever used."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.models import Incident, Participant
from jingwei.domains.routing.queries import unit_kinds


def kind_words() -> dict[str, str]:
    """Keys of the kinds of unit, by key and by Chinese name."""
    kinds = unit_kinds()
    return {kind.name_zh: kind.key for kind in kinds} | {kind.key: kind.key for kind in kinds}


def open_incidents(unit_id: UUID) -> int:
    """How many incidents that are not closed a unit receives or handles. Needs a system actor's eyes."""
    mine = Q(centre_id=unit_id) | Q(handler_unit_id=unit_id)
    return (
        Incident.objects.unscoped("only the number of open incidents leaves")
        .filter(mine, state__lt=State.CLOSED)
        .count()
    )


def used_among(ids: Iterable[UUID]) -> set[UUID]:
    """Those of these units and posts that ever had a part in an incident. Needs a system actor's eyes."""
    asked = set(ids)
    parts = Participant.objects.filter(Q(unit_id__in=asked) | Q(post_id__in=asked))
    found = {one for pair in parts.values_list("unit_id", "post_id") for one in pair}
    fields = ("centre_id", "about_unit_id", "handler_unit_id", "receiving_post_id", "assignee_post_id")
    for name in fields:
        rows = Incident.objects.unscoped("only ids of units and posts leave").filter(**{f"{name}__in": asked})
        found |= set(rows.order_by().values_list(name, flat=True).distinct())
    return {one for one in found if one in asked}
