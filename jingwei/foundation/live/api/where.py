"""Where the stream stands, for pages and programs."""

from django.conf import settings
from django.http import HttpRequest
from ninja import Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.live.rules import BEAT_EVERY, SIGN_EVERY

router = Router(tags=["live"])


class LiveOut(Schema):
    """``url`` may lack the host (same as the page's) or begin with a port (same host, other port)."""

    url: str
    beat_seconds: int
    sign_seconds: int


@edge.operation(router, "GET", "", "readLive", Permission.USE_ACCOUNT, response=LiveOut, opens_eyes=False)
def read_live(request: HttpRequest) -> LiveOut:
    """Where to listen for news, how often an idle stream gives a sign, and how often an open page should."""
    return LiveOut(
        url=settings.LIVE_URL,
        beat_seconds=int(BEAT_EVERY.total_seconds()),
        sign_seconds=int(SIGN_EVERY.total_seconds()),
    )
