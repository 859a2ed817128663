"""Signing in where WeChat, WeCom, DingTalk or Alipay knows who holds the phone; and what their scripts are told."""

import secrets
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Field, Router, Schema
from pydantic import StrictBool

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Container, LinkBrief, Permission, ProofNeeded
from jingwei.foundation.access.queries import links_of
from jingwei.foundation.administration.api.account import kept
from jingwei.foundation.administration.contracts import PageConfig, SignedIn
from jingwei.foundation.administration.services import containers
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now

router = Router(tags=["containers"])


class ContainerCodeIn(edge.Input):
    container: Container
    code: str = Field(min_length=1, max_length=512)


class ContainerSignInOut(Schema):
    """Signed in, with ``secret``; or only recognised, with a ``ticket`` for linkContainer after signing in otherwise."""

    is_linked: bool
    secret: str | None
    ticket: str | None
    lasts_seconds: int


class BridgeConfigOut(Schema):
    """What the page tells the container's script; an empty signature where none is wanted."""

    container: Container
    app_id: str
    agent_id: str
    timestamp: int
    nonce: str
    signature: str


class ContainerLinkIn(edge.Input):
    ticket: str = Field(min_length=1, max_length=2000)


class ContainerLinkOut(Schema):
    link_id: UUID
    container: Container
    wants_push: bool
    linked_at: datetime
    last_used_on: date | None


class ContainerPushIn(edge.Input):
    wants_push: StrictBool


@edge.operation(
    router,
    "POST",
    "/session/container",
    "signInByContainer",
    None,
    response=ContainerSignInOut,
    is_public=True,
    opens_eyes=False,
    who=edge.newcomer,
)
def sign_in_by_container(
    request: HttpRequest, response: HttpResponse, body: ContainerCodeIn
) -> ContainerSignInOut:
    """Open a session with the one-time code that the container gave the page."""
    found = containers.sign_in_by_container(
        body.container, body.code, at=now(), visitor=edge.visitor(request)
    )
    if isinstance(found, SignedIn):
        kept(response, found)
        return ContainerSignInOut(
            is_linked=True, secret=found.secret, ticket=None, lasts_seconds=found.lasts_seconds
        )
    return ContainerSignInOut(
        is_linked=False, secret=None, ticket=found.ticket, lasts_seconds=found.lasts_seconds
    )


@edge.operation(
    router,
    "GET",
    "/bridge/{container}/config",
    "getBridgeConfig",
    None,
    response=BridgeConfigOut,
    is_public=True,
    opens_eyes=False,
    who=edge.newcomer,
)
def get_bridge_config(
    request: HttpRequest,
    container: Container,
    url: Annotated[str, Field(min_length=1, max_length=2000)],
) -> PageConfig:
    """What a page of this platform tells the container's script, so that it may ask for place and pictures."""
    return containers.page_config(
        container, url, host=request.get_host(), nonce=secrets.token_hex(8), at=now()
    )


@edge.operation(
    router, "GET", "/me/containers", "listContainers", Permission.USE_ACCOUNT, response=list[ContainerLinkOut]
)
def list_containers(request: HttpRequest) -> list[LinkBrief]:
    """The containers that open one's account."""
    asking = edge.actor(request)
    return links_of(asking.person_id) if asking.person_id else []


@edge.operation(
    router,
    "POST",
    "/me/containers",
    "linkContainer",
    Permission.USE_ACCOUNT,
    response={201: list[ContainerLinkOut]},
    proof=ProofNeeded.RECENT,
)
def link_container(request: HttpRequest, body: ContainerLinkIn) -> list[LinkBrief]:
    """Let the container that recognised one open one's account from now on. Answers the whole list."""
    containers.link_container(edge.actor(request), body.ticket, at=now())
    return list_containers(request)


@edge.operation(
    router,
    "POST",
    "/me/containers/code",
    "linkContainerByCode",
    Permission.USE_ACCOUNT,
    response={201: list[ContainerLinkOut]},
    opens_eyes=False,
    proof=ProofNeeded.RECENT,
)
def link_container_by_code(request: HttpRequest, body: ContainerCodeIn) -> list[LinkBrief]:
    """The same with a fresh code, for somebody who is signed in already. Answers the whole list."""
    asking = edge.actor(request)
    containers.link_container_by_code(asking, body.container, body.code, at=now())
    with eyes(asking):
        return list_containers(request)


@edge.operation(
    router,
    "PUT",
    "/me/containers/{link_id}",
    "setContainerPush",
    Permission.USE_ACCOUNT,
    response=list[ContainerLinkOut],
    sees="link",
)
def set_container_push(request: HttpRequest, link_id: UUID, body: ContainerPushIn) -> list[LinkBrief]:
    """Whether one's notices also go to this container."""
    containers.set_container_push(edge.actor(request), link_id, wants_push=body.wants_push)
    return list_containers(request)


@edge.operation(
    router,
    "DELETE",
    "/me/containers/{link_id}",
    "unlinkContainer",
    Permission.USE_ACCOUNT,
    response={204: None},
    sees="link",
)
def unlink_container(request: HttpRequest, link_id: UUID) -> None:
    """The container does not open one's account any more; what was kept of it is deleted."""
    containers.unlink_container(edge.actor(request), link_id, at=now())
