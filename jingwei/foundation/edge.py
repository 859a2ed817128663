"""The HTTP edge every app's ``api`` room uses: who is asking, with which permission, seeing what."""

import functools
import inspect
import ipaddress
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from ninja import Router, Schema, Status
from ninja.security import APIKeyCookie, HttpBearer
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationInfo,
    field_validator,
    model_validator,
)

from jingwei.foundation.access.contracts import (
    KEY_MARK,
    PUBLIC_ACTOR,
    Actor,
    Permission,
    ProofNeeded,
    Visitor,
    system_actor,
)
from jingwei.foundation.access.queries import actor_of_token
from jingwei.foundation.access.queries.keys import facts_of_key
from jingwei.foundation.access.services import note_seen, require_permission, require_proof
from jingwei.foundation.access.services.keys import note_key_used
from jingwei.foundation.limits.services import take
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local, now
from jingwei.kernel.devices import coarse_network, device_of
from jingwei.kernel.errors import DomainError, Forbidden, Invalid, SignInNeeded
from jingwei.kernel.redlines import refuse_red_lines

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
PIECE_BYTES = 256 * 1024
SEEN_AGAIN_AFTER = timedelta(minutes=5)
UNATTENDED = "Jingwei-Unattended"
"""Pages say with it that nobody has touched them for a while: what they fetch by themselves is no use of the session."""
RANGE = re.compile(r"bytes=(\d*)-(\d*)")
NUMBER = re.compile(r"[+-]?[\d_]*\.?[\d_]+(e[+-]?\d+)?", re.IGNORECASE)


class CrossSite(Forbidden):
    code = "cross_site"
    message = "请求来自其他网站，已拒绝。请在本平台页面内操作。"
    message_en = "The request came from another site and was refused. Please act from within this platform."


class UnknownParameter(Invalid):
    """A filter that is misspelt would otherwise show everything."""

    code = "unknown_parameter"
    message = "不认识的查询参数：{names}。可用：{known}。"
    message_en = "Unknown query parameters: {names}. Known: {known}."


class KeyFromElsewhere(DomainError):
    code = "access.key_from_elsewhere"
    message = "这个系统密钥不能从这个网络地址使用。请联系签发它的管理员核对允许的地址。"
    message_en = "This system key may not be used from this network. Ask the administrator who issued it."
    status = 403


class KeyTooOften(DomainError):
    code = "access.key_too_often"
    message = "请求太频繁：这个系统密钥每分钟最多{rate}次。请在{seconds}秒后再试。"
    message_en = (
        "Too many requests: this system key may ask {rate} times a minute. Try again in {seconds} seconds."
    )
    status = 429


class BadCharacter(Invalid):
    code = "bad_character"
    message = "内容含有无法保存的字符（空字符或残缺字符）。请删除后重新提交。"
    message_en = "The text holds characters that cannot be stored (NUL or half characters). Remove them."


class Body(BaseModel):
    """The base of every request body: fields that are never taken are refused with the reason.

    Reports use it as it is: one that a phone of an earlier version kept while it was offline must still arrive.
    """

    @model_validator(mode="before")
    @classmethod
    def _no_red_line(cls, given: Any) -> Any:
        if isinstance(given, Mapping):
            unknown = [name for name in given if isinstance(name, str) and name not in cls.model_fields]
            refuse_red_lines(unknown, place_zh="要填写的内容", place_en="something to fill in")
        return given

    @field_validator("*", mode="before")
    @classmethod
    def _only_true_or_false(cls, value: Any, info: ValidationInfo) -> Any:
        """As the document says: 0, "no" and "off" mean something to some people and nothing to the rest."""
        kind = cls.model_fields[info.field_name or ""].annotation
        options = get_args(kind) if get_origin(kind) in {Union, UnionType} else (kind,)
        kinds = {get_args(one)[0] if get_origin(one) is Annotated else one for one in options} - {type(None)}
        if kinds == {bool} and not isinstance(value, bool | None):
            raise ValueError("true or false is expected")
        if isinstance(value, bool) and kinds <= {int, float}:
            raise ValueError("a number is expected")
        return value


class Input(Body, Schema):
    """The usual request body: an unknown field is refused, because it is a misspelling of a known one."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="after")
    def _only_storable_text(self) -> "Input":
        for value in self.__dict__.values():
            for part in value if isinstance(value, list | tuple | set) else [value]:
                if isinstance(part, str):
                    require_storable(part)
        return self


FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Beyond them a zone's offset leads out of what Python or PostgreSQL can tell."""


def _written_out(value: object) -> object:
    """A bare number would be read as seconds since 1970: ``since=2026`` must not mean January 1970."""
    if isinstance(value, int | float) or (isinstance(value, str) and NUMBER.fullmatch(value.strip())):
        raise ValueError("a date is written out, as in 2026-11-16")
    return value


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time needs its zone, as in 2026-11-16T10:00:00+08:00")
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"a time between the years {FIRST_YEAR} and {LAST_YEAR} is expected")
    return moment


Moment = Annotated[datetime, BeforeValidator(_written_out), AfterValidator(_aware)]
"""A moment with its zone; one without is refused, because nobody knows which was meant."""

Day = Annotated[date, BeforeValidator(_written_out)]
"""A day as it stands in the calendar."""


def require_storable(text: str) -> None:
    """PostgreSQL keeps neither NUL nor lone surrogates. Raises: BadCharacter."""
    if "\x00" in text:
        raise BadCharacter
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadCharacter from None


def bearer_of(request: HttpRequest) -> str | None:
    """The secret in the Authorization header."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" and secret.strip() else None


def secret_of(request: HttpRequest) -> str | None:
    """The session or token secret a request carries."""
    return bearer_of(request) or request.COOKIES.get(settings.SESSION_COOKIE)


def require_same_site(request: HttpRequest) -> None:
    """Cookies travel by themselves, so a writing request with one must come from our own pages.

    Raises: CrossSite.
    """
    if request.method in SAFE_METHODS or bearer_of(request):
        return
    if not _says_same_site(request):
        raise CrossSite


def newcomer(request: HttpRequest) -> Actor:
    """Who signs in. A secret that comes along is not read: it may be the stale one that is being replaced.

    Programs send no browser headers and are welcome; another site's page must not sign somebody in as itself.
    Raises: CrossSite.
    """
    require_no_foreign_page(request)
    return PUBLIC_ACTOR


def require_no_foreign_page(request: HttpRequest) -> None:
    """For what needs no account: another site's page must not write through its visitors' browsers. Raises: CrossSite."""
    is_browser = "Origin" in request.headers or "Sec-Fetch-Site" in request.headers
    if request.method not in SAFE_METHODS and is_browser and not _says_same_site(request):
        raise CrossSite


def _says_same_site(request: HttpRequest) -> bool:
    if "Sec-Fetch-Site" in request.headers:
        return request.headers["Sec-Fetch-Site"] in {"same-origin", "none"}
    ours = {f"https://{request.get_host()}"}
    if not settings.IS_BEHIND_TLS:
        ours.add(f"http://{request.get_host()}")
    return request.headers.get("Origin", "") in ours


def actor_of(request: HttpRequest) -> Actor | None:
    """The signed-in actor, or None. Raises: CrossSite."""
    bearer = bearer_of(request)
    if bearer is not None and bearer.startswith(KEY_MARK):
        return _actor_of_key(request, bearer)
    secret = secret_of(request)
    actor = actor_of_token(secret, at=now()) if secret else None
    if actor is not None:
        require_same_site(request)
        _note_use(request, actor)
    return actor


def _actor_of_key(request: HttpRequest, secret: str) -> Actor | None:
    """Another system, from where and as often as its key says. Raises: KeyFromElsewhere; KeyTooOften."""
    at = now()
    facts = facts_of_key(secret, at=at)
    if facts is None:
        return None
    require_key_network(facts.networks, _sender(request))
    rate = facts.rate_per_minute
    taken = take("access.key", str(facts.actor.token_id), rate=rate / 60, burst=rate, at=at)
    request.key_rate = KeyRate(rate, taken.left, taken.wait_s)  # type: ignore[attr-defined]
    if not taken.is_granted:
        raise KeyTooOften(seconds=taken.wait_s, rate=rate)
    if facts.is_first_today:
        with eyes(KEY_KEEPER):
            note_key_used(facts.actor, on=local(at).date())
    return facts.actor


def require_key_network(networks: tuple[str, ...], address: Address | None) -> None:
    """Whether a key may be used from an address; without networks from anywhere. Raises: KeyFromElsewhere."""
    listed = [ipaddress.ip_network(one) for one in networks]
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    if listed and not any(address in one for one in listed):
        raise KeyFromElsewhere


KEY_KEEPER = system_actor("密钥登记")


@dataclass(frozen=True, slots=True)
class KeyRate:
    """How often a key may ask in a minute, how often it still may now, and how long to wait if not at all."""

    limit: int
    left: int
    wait_s: int


def _note_use(request: HttpRequest, actor: Actor) -> None:
    """Every few minutes, so that a session in use does not end for want of it."""
    at = now()
    is_due = actor.session is not None and at - actor.session.seen_at >= SEEN_AGAIN_AFTER
    if is_due and UNATTENDED not in request.headers:
        with eyes(actor):
            note_seen(actor, at=at)


def visitor(request: HttpRequest) -> Visitor:
    """From where somebody signs in: for counting failures, and to be told to the account's owner."""
    address = sender_address(request)
    return Visitor(
        address=address,
        network=coarse_network(address),
        device=device_of(request.headers.get("User-Agent", "")),
        remembered=request.COOKIES.get(settings.DEVICE_COOKIE, ""),
    )


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


def sender_address(request: HttpRequest) -> str:
    """The network address a request came from, for counting only: nobody is known by it.

    A gateway in front (it stands on this machine or in a private network) says whom it speaks for; what strangers
    write into that header themselves stands further left and is not read. Of IPv6 the first half counts: the rest is
    the subscriber's to choose, and would be a new address for each request.
    """
    address = _sender(request)
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.IPv6Network((address, 64), strict=False))
    return str(address or "unknown")


def _sender(request: HttpRequest) -> Address | None:
    address = _address(request.META.get("REMOTE_ADDR", ""))
    if address is not None and (address.is_loopback or address.is_private):
        return _address(request.headers.get("X-Forwarded-For", "").rpartition(",")[2]) or address
    return address


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text.strip())
    except ValueError:
        return None


def sent_file(
    request: HttpRequest, path: Path, *, media_type: str, name: str, is_inline: bool
) -> HttpResponse | StreamingHttpResponse:
    """A stored file, or the part that ``Range`` asks for: players ask for pieces, Safari shows no video without.

    Source: RFC 9110 §14. It can run no script and is not taken for anything else than it is.
    """
    size = path.stat().st_size
    first, last = 0, size - 1
    wanted = RANGE.fullmatch(request.headers.get("Range", ""))
    is_part = wanted is not None and bool(wanted[1] or wanted[2])
    if wanted and is_part:
        first = int(wanted[1]) if wanted[1] else max(0, size - int(wanted[2]))
        last = min(last, int(wanted[2])) if wanted[1] and wanted[2] else last
        if first > last:
            return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = StreamingHttpResponse(_pieces(path, first, last), content_type=media_type)
    if is_part:
        response.status_code = 206
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
    response["Content-Length"] = str(last - first + 1)
    response["Accept-Ranges"] = "bytes"
    manner = "inline" if is_inline else "attachment"
    response["Content-Disposition"] = f'{manner}; filename="{name}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _pieces(path: Path, first: int, last: int) -> Iterator[bytes]:
    left = last - first + 1
    with path.open("rb") as source:
        source.seek(first)
        while left > 0 and (piece := source.read(min(PIECE_BYTES, left))):
            left -= len(piece)
            yield piece


def actor(request: HttpRequest) -> Actor:
    """Who asks, in a handler."""
    asking: Actor = request.auth  # type: ignore[attr-defined]
    return asking


SIGNED_IN = [SignedInByToken(), SignedInByCookie()]


def anybody(request: HttpRequest) -> Actor:
    """Signed in or not: residents may report without an account. A stale secret is still refused."""
    if secret_of(request) is None:
        require_no_foreign_page(request)
        return PUBLIC_ACTOR
    actor = actor_of(request)
    if actor is None:
        raise SignInNeeded
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
    who: Callable[[HttpRequest], Actor] | None = None,
    proof: ProofNeeded | None = None,
    **options: Any,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a handler with its permission and its eyes; the permission matrix is generated from the same facts.

    ``sees`` names what the path's id points at (``incident``, ``file`` …): outside sight it answers 404.
    ``is_public`` lets people in who are not signed in. ``opens_eyes=False`` leaves the transaction to the service,
    for handlers whose refusals must leave a trace (sign-in) and for hot paths. ``who`` replaces the usual question
    who asks (``newcomer``). ``proof`` asks a session for a fresh proof that it is the person who sits there: once
    again their password or code, where signing in is too long ago. Where ``response`` names a single status, handlers return the plain value
    (or a ready answer with headers of its own).
    Ids come before bodies in handlers; what they return is made inside the transaction.
    """

    def register(handler: Callable[..., Any]) -> Callable[..., Any]:
        known = parameters_of(handler)
        only_status = next(iter(response)) if isinstance(response, dict) and len(response) == 1 else None

        @functools.wraps(handler)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            require_known_parameters(request, known)
            asking = actor(request)
            if permission is not None:
                require_permission(asking, permission)
            if proof is not None:
                require_proof(asking, proof, at=now())
            if not opens_eyes:
                return answer(handler(request, *args, **kwargs))
            with eyes(asking):
                return answer(handler(request, *args, **kwargs))

        def answer(result: Any) -> Any:
            is_plain = only_status is not None and not isinstance(result, Status | HttpResponseBase)
            return Status(only_status, result) if is_plain else result

        facts = {
            "x-permission": permission.value if permission else None,
            "x-sees": sees,
            "x-public": is_public,
        }
        if proof is not None:
            facts["x-proof"] = proof.value
        register_route = router.api_operation(
            [method],
            path,
            operation_id=operation_id,
            response=response,
            auth=who or (anybody if is_public else SIGNED_IN),
            openapi_extra=facts,
            **options,
        )
        register_route(guarded)
        return handler

    return register


def parameters_of(handler: Callable[..., Any]) -> frozenset[str]:
    """The names a handler knows from its address: plain arguments, and the fields of filter schemas."""
    hints = get_type_hints(handler)
    names = set()
    for name in inspect.signature(handler).parameters:
        kind = hints.get(name)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            names |= {field.alias or key for key, field in kind.model_fields.items()}
        else:
            names.add(name)
    return frozenset(names)


def require_known_parameters(request: HttpRequest, known: frozenset[str]) -> None:
    """Raises: UnknownParameter, RedLineCrossed, BadCharacter."""
    unknown = request.GET.keys() - known
    if unknown:
        refuse_red_lines(sorted(unknown), place_zh="筛选条件", place_en="a filter")
        names = "、".join(sorted(unknown))
        raise UnknownParameter(names=names, known="、".join(sorted(known - {"request", "response", "body"})))
    for value in request.GET.values():
        require_storable(value)
