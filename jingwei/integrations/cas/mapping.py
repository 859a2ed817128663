"""CAS's words and ours. Pure. Its XML is read without document types, entities or anything from elsewhere."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlencode
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from jingwei.kernel.vouching import ProviderFault, provider_refused

SPACE = "{http://www.yale.edu/tp/cas}"
TICKET = re.compile(r"ST-[A-Za-z0-9._~-]{1,1000}")
"""Service tickets only: a proxy's (PT-…) comes from another program, never from a browser."""
BAD_TICKETS = frozenset({"INVALID_TICKET", "INVALID_TICKET_SPEC"})
BAD_SERVICES = frozenset({"INVALID_SERVICE", "UNAUTHORIZED_SERVICE", "UNAUTHORIZED_SERVICE_PROXY"})
LONGEST_USER = 255
ZONE_NAME = re.compile(r"\[[^\]]*\]$")


@dataclass(frozen=True, slots=True)
class Said:
    """What a validated ticket says."""

    user: str = field(repr=False)
    proved_at: datetime | None
    is_new: bool
    is_strong: bool


def login_address(base: str, service: str, *, is_fresh: bool) -> str:
    asked = {"service": service} | ({"renew": "true"} if is_fresh else {})
    return f"{base}/login?{urlencode(asked)}"


def validation_address(base: str, path: str, *, service: str, ticket: str, is_fresh: bool) -> str:
    asked = {"service": service, "ticket": ticket} | ({"renew": "true"} if is_fresh else {})
    return f"{base}/{path}?{urlencode(asked)}"


def logout_address(base: str, return_to: str) -> str:
    return f"{base}/logout?{urlencode({'service': return_to})}"


def require_ticket(written: str | None) -> str:
    """Raises: ProviderRefused."""
    if written is None or not TICKET.fullmatch(written):
        raise provider_refused(ProviderFault.PROOF)
    return written


def said_of(answer: bytes, *, strong: Collection[str] = ()) -> Said:
    """Raises: ProviderRefused where the ticket is not good, or the answer is not what CAS would answer."""
    root = _read(answer)
    if root.tag != f"{SPACE}serviceResponse":
        raise provider_refused(ProviderFault.ANSWER)
    if (failure := root.find(f"{SPACE}authenticationFailure")) is not None:
        code = failure.get("code", "")
        if code in BAD_SERVICES:
            raise provider_refused(ProviderFault.AUDIENCE)
        raise provider_refused(ProviderFault.PROOF if code in BAD_TICKETS else ProviderFault.ANSWER)
    successes = root.findall(f"{SPACE}authenticationSuccess")
    if len(successes) != 1 or successes[0].find(f"{SPACE}proxies") is not None:
        raise provider_refused(ProviderFault.ANSWER)
    users = successes[0].findall(f"{SPACE}user")
    user = (users[0].text or "").strip() if len(users) == 1 and not len(users[0]) else ""
    if not user or len(user) > LONGEST_USER:
        raise provider_refused(ProviderFault.SUBJECT)
    told = successes[0].find(f"{SPACE}attributes")
    ways = _texts(told, "authnContextClass")
    return Said(
        user=user,
        proved_at=_moment(_text(told, "authenticationDate")),
        is_new=_text(told, "isFromNewLogin").lower() == "true",
        is_strong=any(one in strong for one in ways),
    )


def _read(answer: bytes) -> Element:
    """A document type is refused as such: with it come entities, and with them other people's files."""
    try:
        root: Element = fromstring(answer, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise provider_refused(ProviderFault.ANSWER) from None
    return root


def _texts(parent: Element | None, name: str) -> list[str]:
    return [] if parent is None else [(one.text or "").strip() for one in parent.findall(f"{SPACE}{name}")]


def _text(parent: Element | None, name: str) -> str:
    return next(iter(_texts(parent, name)), "")


def _moment(written: str) -> datetime | None:
    """``2026-11-16T02:00:00Z``, also as Java writes it, with ``[UTC]`` behind; without a zone it says nothing."""
    try:
        found = datetime.fromisoformat(ZONE_NAME.sub("", written))
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
