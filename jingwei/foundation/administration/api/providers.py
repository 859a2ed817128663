"""Single sign-on over HTTP: a page asks where to go, the browser goes there and comes back, the page brings the proof."""

from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Field, Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission, ProofNeeded, ProviderLinkBrief
from jingwei.foundation.access.queries import provider_links_of
from jingwei.foundation.administration.api.account import kept
from jingwei.foundation.administration.services import providers
from jingwei.foundation.administration.services.providers import Begun
from jingwei.kernel.clock import now
from jingwei.kernel.vouching import ProviderFacts, ProviderReturn, ProviderServes

router = Router(tags=["providers"])
LONGEST_PLACE = 2000


class ProviderOut(Schema):
    """A sign-in provider as sign-in pages offer it; names are the operator's."""

    key: str
    name_zh: str
    name_en: str
    serves: ProviderServes


class ProviderStartIn(edge.Input):
    """``next_page``: where to go on afterwards, a page of this platform. ``is_fresh``: the provider must ask again."""

    next_page: str = Field(min_length=1, max_length=LONGEST_PLACE)
    is_fresh: bool = False


class ProviderStartOut(Schema):
    """Where the browser goes now. The answer's cookie must come back with the proof."""

    address: str


class ProviderFinishIn(edge.Input):
    """What the provider's redirect brought: ``proof`` is its ``code`` or ``ticket``."""

    provider_key: str = Field(min_length=1, max_length=30)
    state: str = Field(min_length=1, max_length=100)
    proof: str | None = Field(default=None, max_length=4096)
    issuer: str | None = Field(default=None, max_length=500)
    error: str | None = Field(default=None, max_length=200)


class ProviderSignInOut(Schema):
    secret: str
    lasts_seconds: int
    next_page: str


class ProviderLinkStartIn(edge.Input):
    next_page: str = Field(min_length=1, max_length=LONGEST_PLACE)


class ProviderLinkedOut(Schema):
    next_page: str


class ProviderLinkOut(Schema):
    link_id: UUID
    provider: str
    linked_at: datetime
    last_used_on: date | None


class ProviderSignOutIn(edge.Input):
    """``next_page``: the page of this platform that the provider leads back to."""

    next_page: str = Field(min_length=1, max_length=LONGEST_PLACE)


class ProviderSignOutOut(Schema):
    """Where the browser also signs out over there; none where no provider opened the session."""

    address: str | None


@edge.operation(
    router,
    "GET",
    "/session/providers",
    "listSignInProviders",
    None,
    response=list[ProviderOut],
    is_public=True,
    opens_eyes=False,
    who=edge.newcomer,
)
def list_sign_in_providers(request: HttpRequest) -> list[ProviderFacts]:
    """The other systems by which one can sign in here."""
    return providers.providers_served()


@edge.operation(
    router,
    "POST",
    "/session/providers/{provider_key}",
    "startProviderSignIn",
    None,
    response=ProviderStartOut,
    is_public=True,
    opens_eyes=False,
    who=edge.newcomer,
)
def start_provider_sign_in(
    request: HttpRequest, response: HttpResponse, provider_key: str, body: ProviderStartIn
) -> ProviderStartOut:
    """Begin to sign in by a provider: the page goes to the address; the try stays bound to this browser."""
    begun = providers.begin_sign_in(
        provider_key, place=body.next_page, origin=_origin(request), is_fresh=body.is_fresh, at=now()
    )
    return _remembered(response, begun)


@edge.operation(
    router,
    "POST",
    "/session/provider",
    "finishProviderSignIn",
    None,
    response=ProviderSignInOut,
    is_public=True,
    opens_eyes=False,
    who=edge.newcomer,
)
def finish_provider_sign_in(
    request: HttpRequest, response: HttpResponse, body: ProviderFinishIn
) -> ProviderSignInOut:
    """Open a session with what the provider's redirect brought back to this browser."""
    signed_in, place = providers.sign_in_by_provider(
        body.provider_key,
        _given(body),
        state=body.state,
        seal=_seal(request),
        at=now(),
        visitor=edge.visitor(request),
    )
    _forgotten(response)
    kept(response, signed_in)
    return ProviderSignInOut(secret=signed_in.secret, lasts_seconds=signed_in.lasts_seconds, next_page=place)


@edge.operation(
    router,
    "GET",
    "/me/providers",
    "listProviderLinks",
    Permission.USE_ACCOUNT,
    response=list[ProviderLinkOut],
)
def list_provider_links(request: HttpRequest) -> list[ProviderLinkBrief]:
    """The providers that open one's account."""
    asking = edge.actor(request)
    return provider_links_of(asking.person_id) if asking.person_id else []


@edge.operation(
    router,
    "POST",
    "/session/providers/{provider_key}/link",
    "startProviderLink",
    Permission.USE_ACCOUNT,
    response=ProviderStartOut,
    opens_eyes=False,
    proof=ProofNeeded.RECENT,
)
def start_provider_link(
    request: HttpRequest, response: HttpResponse, provider_key: str, body: ProviderLinkStartIn
) -> ProviderStartOut:
    """Begin to link a provider with one's account: the page goes to the address."""
    begun = providers.begin_link(
        edge.actor(request), provider_key, place=body.next_page, origin=_origin(request), at=now()
    )
    return _remembered(response, begun)


@edge.operation(
    router,
    "POST",
    "/me/providers",
    "linkProvider",
    Permission.USE_ACCOUNT,
    response={201: ProviderLinkedOut},
    opens_eyes=False,
)
def link_provider(request: HttpRequest, response: HttpResponse, body: ProviderFinishIn) -> ProviderLinkedOut:
    """Link what the provider calls one with one's account, by what its redirect brought back to this browser."""
    place = providers.link_provider(
        edge.actor(request),
        body.provider_key,
        _given(body),
        state=body.state,
        seal=_seal(request),
        at=now(),
    )
    _forgotten(response)
    return ProviderLinkedOut(next_page=place)


@edge.operation(
    router,
    "DELETE",
    "/me/providers/{link_id}",
    "unlinkProvider",
    Permission.USE_ACCOUNT,
    response={204: None},
    sees="provider_link",
)
def unlink_provider(request: HttpRequest, link_id: UUID) -> None:
    """The provider does not open one's account any more; what it calls one is deleted."""
    providers.unlink_provider(edge.actor(request), link_id)


@edge.operation(
    router,
    "POST",
    "/session/end",
    "signOutEverywhere",
    Permission.USE_ACCOUNT,
    response=ProviderSignOutOut,
    opens_eyes=False,
)
def sign_out_everywhere(
    request: HttpRequest, response: HttpResponse, body: ProviderSignOutIn
) -> ProviderSignOutOut:
    """End the present session here; the answer says where the provider that opened it ends its own."""
    address = providers.sign_out_everywhere(
        edge.actor(request),
        secret=edge.secret_of(request) or "",
        place=body.next_page,
        origin=_origin(request),
        at=now(),
    )
    response.delete_cookie(settings.SESSION_COOKIE, samesite="Strict")
    response["Clear-Site-Data"] = '"cache"'  # as signOut does: docs/adr/0035-hostile-input.md
    return ProviderSignOutOut(address=address)


def _given(body: ProviderFinishIn) -> ProviderReturn:
    return ProviderReturn(body.proof, body.issuer, body.error)


def _origin(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def _cookie() -> str:
    """Behind TLS browsers take it from this host alone, for all of it, and no neighbour can set it."""
    return "__Host-jw_provider" if settings.IS_BEHIND_TLS else "jw_provider"


def _seal(request: HttpRequest) -> str:
    return request.COOKIES.get(_cookie(), "")


def _remembered(response: HttpResponse, begun: Begun) -> ProviderStartOut:
    response.set_cookie(
        _cookie(),
        begun.seal,
        max_age=begun.lasts_seconds,
        httponly=True,
        samesite="Strict",
        secure=settings.IS_BEHIND_TLS,
    )
    return ProviderStartOut(address=begun.address)


def _forgotten(response: HttpResponse) -> None:
    response.set_cookie(
        _cookie(), "", max_age=0, httponly=True, samesite="Strict", secure=settings.IS_BEHIND_TLS
    )
