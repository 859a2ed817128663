"""Reads of saved views. Row-level security shows a view to its person and to the unit it is shared with only."""

from django.db.models import Q, QuerySet

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.preferences.contracts import Place
from jingwei.foundation.preferences.models import SavedView
from jingwei.foundation.preferences.rules import MOST_VIEWS

MOST_SHOWN = 4 * MOST_VIEWS
"""Own ones and a unit's shared ones; what lies behind them would not be found by eye anyway."""


def own_views(actor: Actor, place: Place) -> QuerySet[SavedView]:
    """The actor's own views of a place, in the order they chose."""
    rows = SavedView.objects.filter(person_id=actor.person_id, place=place.value)
    return rows.order_by("position", "id")


def views_for(actor: Actor, place: Place) -> list[SavedView]:
    """Own views first, in their order, then those that colleagues share with the unit, by name."""
    mine = Q(person_id=actor.person_id)
    if actor.sharing_unit_id is not None:
        mine |= Q(shared_unit_id=actor.sharing_unit_id)
    rows = SavedView.objects.filter(mine, place=place.value).order_by("position", "id")[:MOST_SHOWN]
    return sorted(rows, key=lambda row: (row.person_id != actor.person_id, row.position, row.name))
