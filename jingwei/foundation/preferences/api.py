"""Saved views over HTTP."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field, StringConstraints

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.preferences import queries, services
from jingwei.foundation.preferences.contracts import Place, ViewContent
from jingwei.foundation.preferences.models import SavedView
from jingwei.foundation.preferences.rules import MOST_VIEWS, NAME_LENGTH, QUERY_LENGTH
from jingwei.kernel.clock import now

router = Router(tags=["preferences"])
OWN = Permission.USE_ACCOUNT
Name = Annotated[str, StringConstraints(max_length=NAME_LENGTH)]
Query = Annotated[str, StringConstraints(max_length=QUERY_LENGTH)]


class ViewOut(Schema):
    """A view; ``is_own`` is false for those that colleagues share."""

    id: UUID
    place: Place
    name: str
    query: str
    is_default: bool
    is_shared: bool
    is_own: bool
    changed_at: datetime


class ViewIn(edge.Input):
    """``query`` is the address's query as the page wrote it, without the question mark."""

    name: Name
    query: Query = ""
    is_default: bool = False
    is_shared: bool = False

    def content(self) -> ViewContent:
        return ViewContent(
            name=self.name, query=self.query, is_default=self.is_default, is_shared=self.is_shared
        )


class NewViewIn(ViewIn):
    place: Place


class ViewOrderIn(edge.Input):
    """Every own view of the place, once, in the wanted order."""

    place: Place
    view_ids: Annotated[list[UUID], Field(max_length=MOST_VIEWS)]


@edge.operation(router, "GET", "", "listViews", OWN, response=list[ViewOut])
def list_views(request: HttpRequest, place: Place) -> list[ViewOut]:
    """One's own views of a place in their order, then those shared with one's unit."""
    return _shown(edge.actor(request), queries.views_for(edge.actor(request), place))


@edge.operation(router, "POST", "", "saveView", OWN, response={201: ViewOut})
def save_view(request: HttpRequest, body: NewViewIn) -> ViewOut:
    """Keep a view behind the others."""
    actor = edge.actor(request)
    return _view(actor, services.save_view(actor, body.place, body.content(), at=now()))


@edge.operation(router, "PUT", "/order", "orderViews", OWN, response=list[ViewOut])
def order_views(request: HttpRequest, body: ViewOrderIn) -> list[ViewOut]:
    """Put one's own views in order."""
    actor = edge.actor(request)
    return _shown(actor, services.order_views(actor, body.place, body.view_ids))


@edge.operation(router, "PUT", "/{view_id}", "changeView", OWN, response=ViewOut, sees="view")
def change_view(request: HttpRequest, view_id: UUID, body: ViewIn) -> ViewOut:
    """Rename a view, keep something else under its name, share it, make it the first one opened."""
    actor = edge.actor(request)
    return _view(actor, services.change_view(actor, view_id, body.content(), at=now()))


@edge.operation(router, "DELETE", "/{view_id}", "deleteView", OWN, response={204: None}, sees="view")
def delete_view(request: HttpRequest, view_id: UUID) -> None:
    """Delete one's own view."""
    services.delete_view(edge.actor(request), view_id)


def _shown(actor: Actor, views: list[SavedView]) -> list[ViewOut]:
    return [_view(actor, view) for view in views]


def _view(actor: Actor, view: SavedView) -> ViewOut:
    return ViewOut(
        id=view.pk,
        place=Place(view.place),
        name=view.name,
        query=view.query,
        is_default=view.is_default and view.person_id == actor.person_id,
        is_shared=view.shared_unit_id is not None,
        is_own=view.person_id == actor.person_id,
        changed_at=view.changed_at,
    )
