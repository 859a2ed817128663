"""Picture maps of others, fetched for our readers: their key stays here, and nobody outside learns who looks where."""

import threading
import time
from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.basemap.contracts import Picture
from jingwei.foundation.basemap.queries import pictures
from jingwei.foundation.basemap.rules.refusals import PictureMissing, PictureTooOften
from jingwei.foundation.limits.services import take
from jingwei.foundation.wire import way_out
from jingwei.kernel.sockets import Answered, Asked, Call, OutsideDown

PATIENCE_SECONDS = 8.0
LARGEST_PICTURE_BYTES = 1024 * 1024
KEPT_BYTES = 24 * 1024 * 1024
KEPT_SECONDS = 3600.0
A_SECOND, AT_ONCE = 40, 400
"""What one post may fetch: a large screen holds some sixty tiles, and moving about brings as many again."""
MARKS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"RIFF": "image/webp"}

_call: Call | None = None
_lock = threading.Lock()
_kept: OrderedDict[tuple[str, int, int, int], tuple[float, bytes, str]] = OrderedDict()
_size = 0


def plug_pictures(found: Sequence[Picture], *, call: Call | None = None) -> None:
    """Set which picture maps there are, and through which socket (the usual way out). Called once, by config."""
    global _call
    pictures.plug(found)
    _call = call
    forget_pictures()


def forget_pictures() -> None:
    global _size
    with _lock:
        _kept.clear()
        _size = 0


def picture_tile(actor: Actor, key: str, z: int, x: int, y: int, *, at: datetime) -> tuple[bytes, str]:
    """A tile with its media type. Raises: PictureUnknown, NoSuchTile, PictureTooOften, PictureMissing."""
    picture = pictures.picture_of(key, z, x, y)
    found = _remembered((key, z, x, y))
    if found is not None:
        return found
    taken = take(
        "basemap.picture", str(actor.post_id or actor.person_id), rate=A_SECOND, burst=AT_ONCE, at=at
    )
    if not taken.is_granted:
        raise PictureTooOften(seconds=taken.wait_s)
    answer = _fetched(picture, z, x, y)
    media_type = _media_type(answer.body)
    if answer.status != 200 or media_type is None:
        raise PictureMissing(reason=f"status {answer.status}" if answer.status != 200 else "no picture")
    _remember((key, z, x, y), answer.body, media_type)
    return answer.body, media_type


def _fetched(picture: Picture, z: int, x: int, y: int) -> Answered:
    call = _call or way_out(seconds=PATIENCE_SECONDS, most_bytes=LARGEST_PICTURE_BYTES)
    headers = (("Referer", picture.referer),) if picture.referer else ()
    try:
        return call(Asked("GET", picture.address(z, x, y), accept="image/*", headers=headers))
    except OutsideDown as down:
        raise PictureMissing(reason=down.data.get("reason", "")) from None


def _media_type(body: bytes) -> str | None:
    """By its first bytes: what a service says of itself is not believed."""
    return next((kind for mark, kind in MARKS.items() if body.startswith(mark)), None)


def _remembered(place: tuple[str, int, int, int]) -> tuple[bytes, str] | None:
    with _lock:
        found = _kept.get(place)
        if found is None or time.monotonic() - found[0] > KEPT_SECONDS:
            return None
        _kept.move_to_end(place)
        return found[1], found[2]


def _remember(place: tuple[str, int, int, int], body: bytes, media_type: str) -> None:
    global _size
    with _lock:
        old = _kept.pop(place, None)
        _size += len(body) - (len(old[1]) if old else 0)
        _kept[place] = (time.monotonic(), body, media_type)
        while _size > KEPT_BYTES:
            _size -= len(_kept.popitem(last=False)[1][1])
