"""The HTTP edge every app's ``api`` room uses: who is asking, with which permission, seeing what."""

import functools
import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Router
from ninja.security import APIKeyCookie, HttpBearer

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import actor_of_token
from jingwei.foundation.access.rules import PUBLIC_ACTOR
from jingwei.foundation.access.services import require_permission
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from jingwei.kernel.errors import Forbidden, SignInNeeded

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


class CrossSite(Forbidden):
    code = "cross_site"
    message = "请求来自其他网站，已拒绝。请在本平台页面内操作。"
    message_en = "The request came from another site and was refused. Please act from within this platform."


def secret_of(request: HttpRequest) -> str | None:
    """The session or token secret a request carries."""
    header = request.headers.get("Authorization", "")
    if header.startswith("Bearer "):
        return header.removeprefix("Bearer ").strip()
    return request.COOKIES.get(settings.SESSION_COOKIE)


def require_same_site(request: HttpRequest) -> None:
    """Cookies travel by themselves, so a writing request with one must come from our own pages.

    Raises: CrossSite.
    """
    if request.method in SAFE_METHODS or "Authorization" in request.headers:
        return
    origin = request.headers.get("Origin", "")
    if request.headers.get("Sec-Fetch-Site") in {"same-origin", "none"}:
        return
    if origin and re.sub(r"^https?://", "", origin) == request.get_host():
        return
    raise CrossSite


def actor_of(request: HttpRequest) -> Actor | None:
    """The signed-in actor, or None. Raises: CrossSite."""
    secret = secret_of(request)
    actor = actor_of_token(secret, at=now()) if secret else None
    if actor is not None:
        require_same_site(request)
    return actor


class SignedInByToken(HttpBearer):
    """``Authorization: Bearer SECRET`` of a session or an API token."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        return actor_of(request)


class SignedInByCookie(APIKeyCookie):
    """The session cookie of the platform's own pages."""

    param_name = settings.SESSION_COOKIE

    def __init__(self) -> None:
        super().__init__(csrf=False)  # require_same_site checks the browser's own headers instead

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        return actor_of(request) if key else None


SIGNED_IN = [SignedInByToken(), SignedInByCookie()]


def anybody(request: HttpRequest) -> Actor:
    """Signed in or not: residents may report without an account. A stale secret is still refused."""
    if secret_of(request) is None:
        return PUBLIC_ACTOR
    actor = actor_of(request)
    if actor is None:
        raise SignInNeeded()
    return actor


def operation(
    router: Router,
    method: str,
    path: str,
    operation_id: str,
    permission: Permission | None,
    *,
    response: Any,
    sees: str = "nothing",
    is_public: bool = False,
    opens_eyes: bool = True,
    **options: Any,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a handler with its permission and its eyes; the permission matrix is generated from the same facts.

    ``sees`` names what the path's id points at (``incident``, ``file`` …): outside sight it answers 404.
    ``is_public`` lets people in who are not signed in. ``opens_eyes=False`` leaves the transaction to the service,
    for handlers whose refusals must leave a trace (sign-in) and for hot paths.
    Ids come before bodies in handlers; what they return is made inside the transaction.
    """

    def register(handler: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(handler)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            actor: Actor = request.auth  # type: ignore[attr-defined]
            if permission is not None:
                require_permission(actor, permission)
            if not opens_eyes:
                return handler(request, *args, **kwargs)
            with eyes(actor):
                return handler(request, *args, **kwargs)

        facts = {
            "x-permission": permission.value if permission else None,
            "x-sees": sees,
            "x-public": is_public,
        }
        register_route = router.api_operation(
            [method],
            path,
            operation_id=operation_id,
            response=response,
            auth=anybody if is_public else SIGNED_IN,
            openapi_extra=facts,
            **options,
        )
        register_route(guarded)
        return handler

    return register
