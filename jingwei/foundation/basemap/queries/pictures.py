"""Which picture maps of others this installation may lay under its own."""

from collections.abc import Sequence

from jingwei.foundation.basemap.contracts import Picture
from jingwei.foundation.basemap.rules.refusals import NoSuchTile, PictureUnknown

_plugged: dict[str, Picture] = {}


def plug(found: Sequence[Picture]) -> None:
    _plugged.clear()
    _plugged.update({one.key: one for one in found})


def picture_maps() -> list[Picture]:
    """In the order of the operator's file."""
    return list(_plugged.values())


def picture_of(key: str, z: int, x: int, y: int) -> Picture:
    """Raises: PictureUnknown, NoSuchTile."""
    found = _plugged.get(key)
    if found is None:
        raise PictureUnknown(key=key[:40])
    if not (found.min_zoom <= z <= found.max_zoom and 0 <= x < 2**z and 0 <= y < 2**z):
        raise NoSuchTile(z=z, x=x, y=y, lowest=found.min_zoom, highest=found.max_zoom)
    return found
