"""Where a public request came from: a signed random cookie for the device, and the address, for counting only."""

import base64
import binascii
import hmac
import os
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from jingwei.domains.incidents.rules.guarding import counted_address
from jingwei.domains.incidents.services.guarding import Answered, Sender, proved_from
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.edge import actor, sender_address
from jingwei.kernel.clock import now
from jingwei.kernel.crypto import seal

COOKIE = "jw_sender"
KEPT_S = 400 * 24 * 3600
"""As long as browsers keep a cookie at most; whoever deletes it is a new device."""
ID_BYTES, SIGN_BYTES = 16, 16


def sender_of(request: HttpRequest, answered: Answered | None = None) -> Sender:
    """The device by its cookie, if that is ours, and the address, if it is somebody's."""
    return Sender(
        device=_device_of(request),
        address=counted_address(sender_address(request)),
        answered=answered,
    )


def proved(request: HttpRequest, code: str) -> tuple[Actor, UUID]:
    """The reporter of the one matter a tracking code opens; wrong codes are counted. Raises: TrackingUnknown …"""
    return proved_from(actor(request), sender_of(request), code, at=now())


def give_device(request: HttpRequest, response: HttpResponse) -> None:
    """Let a browser that has no number of its own keep one: random, readable for nobody but us, no name in it."""
    if _device_of(request) is None:
        _set(response, new_device())


def forget_device(response: HttpResponse) -> None:
    """Give the browser another number: nothing leads from the old one to the new."""
    _set(response, new_device())


def new_device() -> str:
    number = os.urandom(ID_BYTES)
    return base64.urlsafe_b64encode(number + _signature(number)).decode().rstrip("=")


def _set(response: HttpResponse, value: str) -> None:
    response.set_cookie(
        COOKIE,
        value,
        max_age=KEPT_S,
        httponly=True,
        samesite="Strict",
        secure=settings.IS_BEHIND_TLS,
    )


def _device_of(request: HttpRequest) -> str | None:
    text = request.COOKIES.get(COOKIE, "")
    try:
        whole = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return None
    number, signature = whole[:ID_BYTES], whole[ID_BYTES:]
    is_ours = len(whole) == ID_BYTES + SIGN_BYTES and hmac.compare_digest(signature, _signature(number))
    return number.hex() if is_ours else None


def _signature(number: bytes) -> bytes:
    return seal(settings.INDEX_KEY, b"device", number)[:SIGN_BYTES]
