"""Keeping views: save, change, put in order, delete. Each is the person's own doing, whatever post they work in."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.preferences.contracts import Place, ViewContent
from jingwei.foundation.preferences.models import SavedView
from jingwei.foundation.preferences.queries import own_views
from jingwei.foundation.preferences.rules import (
    NoUnitToShareWith,
    ViewNameTaken,
    ViewOfColleague,
    ViewUnknown,
    named,
    require_room,
    require_same,
)
from jingwei.foundation.work import work
from jingwei.kernel.ids import uuid7


def save_view(actor: Actor, place: Place, content: ViewContent, *, at: datetime) -> SavedView:
    """Keep a new view behind the others. Raises: ViewNameMissing, ViewNameTaken, TooManyViews, NoUnitToShareWith."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        _one_at_a_time(actor)
        present = list(own_views(actor, place))
        require_room(len(present))
        view = SavedView(id=uuid7(), person_id=actor.person_id, place=place.value, created_at=at)
        view.position = max((one.position for one in present), default=-1) + 1
        _write(actor, view, content, present, at=at)
        view.save(force_insert=True)
        job.record_own(_target(view.pk), act="save", place=place.value)
    return view


def change_view(actor: Actor, view_id: UUID, content: ViewContent, *, at: datetime) -> SavedView:
    """Rename a view, or keep another narrowing under its name. Raises: ViewUnknown, ViewOfColleague and as saving."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        _one_at_a_time(actor)
        view = _own(actor, view_id)
        present = [one for one in own_views(actor, Place(view.place)) if one.pk != view.pk]
        _write(actor, view, content, present, at=at)
        view.save(force_update=True)
        job.record_own(_target(view_id), act="change", place=view.place)
    return view


def order_views(actor: Actor, place: Place, view_ids: Sequence[UUID]) -> list[SavedView]:
    """Put one's own views of a place in order. Raises: OrderUnfit unless each is named once."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        _one_at_a_time(actor)
        present = {view.pk: view for view in own_views(actor, place)}
        require_same(view_ids, list(present))
        for position, view_id in enumerate(view_ids):
            present[view_id].position = position
        SavedView.objects.bulk_update(present.values(), ["position"])
        job.record_own(_target("order"), act="order", place=place.value)
    return [present[view_id] for view_id in view_ids]


def delete_view(actor: Actor, view_id: UUID) -> None:
    """Delete one's own view. Raises: ViewUnknown, ViewOfColleague."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        view = _own(actor, view_id)
        SavedView.objects.filter(pk=view.pk).delete()
        job.record_own(_target(view_id), act="delete", place=view.place)


def _own(actor: Actor, view_id: UUID) -> SavedView:
    """The view, if it is the actor's; one that is only shared with them is refused by name."""
    view = SavedView.objects.filter(pk=view_id).first()
    if view is None:
        raise ViewUnknown
    if view.person_id != actor.person_id:
        raise ViewOfColleague
    return view


def _write(
    actor: Actor, view: SavedView, content: ViewContent, others: Sequence[SavedView], *, at: datetime
) -> None:
    view.name, view.query, view.changed_at = named(content.name), content.query.lstrip("?"), at
    if any(one.name == view.name for one in others):
        raise ViewNameTaken(name=view.name)
    if content.is_shared and actor.sharing_unit_id is None:
        raise NoUnitToShareWith
    if not content.is_shared:
        view.shared_unit_id = None
    elif view.shared_unit_id is None:  # one shared from another post stays where it was shared
        view.shared_unit_id = actor.sharing_unit_id
    view.is_default = content.is_default
    if content.is_default:  # the new one takes the place of the old
        SavedView.objects.filter(pk__in=[one.pk for one in others if one.is_default]).update(is_default=False)


def _target(view_id: UUID | str) -> str:
    return f"preferences.view:{view_id}"


def _one_at_a_time(actor: Actor) -> None:
    """Names, positions and the number of a person's views are compared: two windows must not do it at once."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 4310))", [str(actor.person_id)])
