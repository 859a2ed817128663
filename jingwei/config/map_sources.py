"""Picture maps from outside, from the file that JINGWEI_MAP_SOURCES names: Tianditu, and other WMTS and XYZ services.

A file, not a page for administrators: it holds keys, and says whom the installation asks. Only services in WGS-84 or
CGCS2000 on the web's square grid are taken. One in GCJ-02 or BD-09 would lie some five hundred metres beside every
grid and every incident, and shifting pictures blurs them; it is refused with these words.
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ImproperlyConfigured

from jingwei.foundation.basemap.contracts import Picture
from jingwei.kernel.outward import is_origin

NONE = "none"
KEY = re.compile(r"[a-z0-9-]{1,20}")
STRAIGHT = {"wgs84", "cgcs2000"}
BENT = {"gcj02", "bd09"}
DEEPEST_ZOOM = 22
TIANDITU = {
    "vec": ("天地图 地图", "Tianditu map"),
    "img": ("天地图 影像", "Tianditu imagery"),
    "ter": ("天地图 地形", "Tianditu terrain"),
    "cva": ("天地图 地图注记", "Tianditu labels"),
    "cia": ("天地图 影像注记", "Tianditu labels on imagery"),
}
TIANDITU_ORIGIN = "https://t0.tianditu.gov.cn"
TIANDITU_WORDS = "天地图 · 国家基础地理信息中心"
KNOWN = {
    "xyz": {"url"},
    "wmts": {"url", "layer", "style", "matrix_set", "format"},
    "tianditu": {"layer"},
}
EVERYWHERE = {
    "key",
    "kind",
    "secret",
    "datum",
    "title_zh",
    "title_en",
    "attribution",
    "referer",
    "min_zoom",
    "max_zoom",
}


def pictures_of(settings: Any) -> list[Picture]:
    """As the settings say; none is the usual. Raises: ImproperlyConfigured, never naming a secret."""
    return [] if settings.MAP_SOURCES == NONE else read_sources(Path(settings.MAP_SOURCES))


def read_sources(file: Path) -> list[Picture]:
    """Raises: ImproperlyConfigured, naming the source and what is wrong with it."""
    try:
        is_open = file.stat().st_mode & 0o077
        written = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as fault:
        raise ImproperlyConfigured(f"JINGWEI_MAP_SOURCES: {file} cannot be read: {fault.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise ImproperlyConfigured(f"JINGWEI_MAP_SOURCES: {file} is no TOML") from None
    if is_open:
        raise ImproperlyConfigured(f"JINGWEI_MAP_SOURCES: {file} holds keys; others may read it: chmod 600")
    listed = written.get("source", [])
    if set(written) - {"source"} or not isinstance(listed, list) or not listed:
        raise ImproperlyConfigured(
            f"JINGWEI_MAP_SOURCES: {file} must hold [[source]] tables and nothing else"
        )
    found = [_picture(one) for one in listed]
    if len({one.key for one in found}) != len(found):
        raise ImproperlyConfigured("JINGWEI_MAP_SOURCES: two sources have the same key")
    return found


def _picture(written: Mapping[str, Any]) -> Picture:
    key, kind = str(written.get("key", "")), str(written.get("kind", ""))
    if not KEY.fullmatch(key):
        raise ImproperlyConfigured("JINGWEI_MAP_SOURCES: a key is 1 to 20 small letters, digits or -")
    if kind not in KNOWN:
        raise _fault(key, f"kind is one of {', '.join(KNOWN)}")
    unknown = set(written) - EVERYWHERE - KNOWN[kind]
    if unknown:
        raise _fault(key, f"not known for {kind}: {', '.join(sorted(unknown))}")
    _require_straight(key, str(written.get("datum", "cgcs2000" if kind == "tianditu" else "")))
    secret = str(written.get("secret", ""))
    template = _template(key, kind, written)
    if "{key}" in template and not secret:
        raise _fault(key, "secret is missing")
    usual = TIANDITU.get(str(written.get("layer", "vec")), ("", "")) if kind == "tianditu" else ("", "")
    lowest, highest = int(written.get("min_zoom", 1)), int(written.get("max_zoom", 18))
    if not 0 <= lowest <= highest <= DEEPEST_ZOOM:
        raise _fault(key, f"zooms go from 0 to {DEEPEST_ZOOM}")
    return Picture(
        key=key,
        title_zh=_text(key, written, "title_zh", usual[0]),
        title_en=_text(key, written, "title_en", usual[1]),
        attribution=_text(key, written, "attribution", TIANDITU_WORDS if kind == "tianditu" else ""),
        template=template,
        secret=secret,
        referer=str(written.get("referer", "")),
        min_zoom=lowest,
        max_zoom=highest,
    )


def _require_straight(key: str, datum: str) -> None:
    if datum in BENT:
        raise _fault(
            key,
            f"datum {datum} lies about 500 m beside the grids, and pictures are not shifted; ask for a service in "
            "CGCS2000, such as Tianditu",
        )
    if datum not in STRAIGHT:
        raise _fault(key, "datum must be said: wgs84 or cgcs2000")


def _template(key: str, kind: str, written: Mapping[str, Any]) -> str:
    if kind == "tianditu":
        layer = str(written.get("layer", "vec"))
        if layer not in TIANDITU:
            raise _fault(key, f"layer is one of {', '.join(TIANDITU)}")
        return _wmts(f"{TIANDITU_ORIGIN}/{layer}_w/wmts", layer, "default", "w", "tiles") + "&tk={key}"
    url = _text(key, written, "url", "")
    _require_address(key, url)
    if kind == "wmts":
        if "{TileMatrix}" in url:
            return url.replace("{TileMatrix}", "{z}").replace("{TileRow}", "{y}").replace("{TileCol}", "{x}")
        given = [_text(key, written, name, usual) for name, usual in WMTS_USUAL]
        return _wmts(url, *given)
    if not all(part in url for part in ("{z}", "{x}", "{y}")):
        raise _fault(key, "url must hold {z}, {x} and {y}")
    return url


WMTS_USUAL = (
    ("layer", ""),
    ("style", "default"),
    ("matrix_set", "GoogleMapsCompatible"),
    ("format", "image/png"),
)


def _wmts(url: str, layer: str, style: str, matrix_set: str, form: str) -> str:
    """Source: OGC 07-057r7 (WMTS 1.0.0), GetTile in key-value pairs."""
    asked = {
        "SERVICE": "WMTS",
        "REQUEST": "GetTile",
        "VERSION": "1.0.0",
        "LAYER": layer,
        "STYLE": style,
        "TILEMATRIXSET": matrix_set,
        "FORMAT": form,
    }
    joint = "&" if "?" in url else "?"
    return f"{url}{joint}{urlencode(asked)}&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}"


def _require_address(key: str, url: str) -> None:
    origin = "/".join(url.split("/", 3)[:3])
    if not is_origin(origin) or "{" in origin:
        raise _fault(key, "url must begin with https:// and a host (or one of JINGWEI_INSIDE_ORIGINS)")


def _text(key: str, written: Mapping[str, Any], name: str, usual: str) -> str:
    found = written.get(name, usual)
    if not isinstance(found, str) or not found.strip():
        raise _fault(key, f"{name} is missing")
    return found


def _fault(key: str, words: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"JINGWEI_MAP_SOURCES, {key}: {words}")
