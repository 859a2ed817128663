"""Where uploaded geometry files stand: a folder per import that only the server's user can enter, until they expire."""

import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from uuid import UUID

from django.conf import settings

from jingwei.foundation.territory.rules.exchange_formats import (
    MOST_BYTES,
    MOST_BYTES_UNPACKED,
    MOST_MEMBERS,
    SHAPEFILE_PARTS,
    ZIP,
    GeometryFormat,
    archive_format,
    plain_format,
)
from jingwei.foundation.territory.rules.exchange_refusals import GeometryFileGone, GeometryFileRefused

KEEP_DAYS = 90
PIECE = 1 << 20
HEAD = 8192


def folder() -> Path:
    place = Path(settings.VAR_FOLDER) / "geometry"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def import_folder(import_id: UUID) -> Path:
    return folder() / str(import_id)


def original_path(import_id: UUID, round_number: int) -> Path:
    """The file as it was sent: it stays as it is, with its own coordinates."""
    return import_folder(import_id) / f"original-{round_number}"


def lines_path(import_id: UUID, round_number: int) -> Path:
    """What the reader made of it: a line per feature."""
    return import_folder(import_id) / f"features-{round_number}.jsonl"


def keep_original(import_id: UUID, round_number: int, pieces: Iterable[bytes]) -> tuple[Path, int]:
    """Write an upload down and say how large it was. Raises: GeometryFileRefused, leaving nothing."""
    import_folder(import_id).mkdir(mode=0o700, exist_ok=True)
    path = original_path(import_id, round_number)
    size = 0
    with _private(path) as file:
        for piece in pieces:
            size += len(piece)
            if size > MOST_BYTES:
                break
            file.write(piece)
    if size > MOST_BYTES:
        path.unlink()
        raise GeometryFileRefused(
            f"文件超过{MOST_BYTES // 1024**2} MB。请按区县或乡镇拆成几个文件，或在绘图软件里简化边线",
            f"the file is larger than {MOST_BYTES // 1024**2} MB; split it by township, or simplify its outlines",
        )
    if not size:
        path.unlink()
        raise GeometryFileRefused("文件是空的", "the file is empty")
    return path, size


def drop_files(import_id: UUID) -> None:
    shutil.rmtree(import_folder(import_id), ignore_errors=True)


def kept_imports() -> list[UUID]:
    """The imports that have files."""
    found = []
    for place in folder().iterdir():
        try:
            found.append(UUID(place.name))
        except ValueError:
            continue
    return found


@contextmanager
def unpacked(original: Path) -> Iterator[tuple[GeometryFormat, Path]]:
    """What the file is, and a plain copy for the reader, in a folder of its own that vanishes afterwards.

    Of an archive only the parts that are needed are taken out, under names of ours: it can neither reach outside nor
    bring files along that a reader would open beside the one it was given. Raises: GeometryFileRefused.
    """
    with original.open("rb") as file:
        head = file.read(HEAD)
    with tempfile.TemporaryDirectory(prefix="geometry-", dir=folder()) as name:
        place = Path(name)
        if head.startswith(ZIP):
            kind, path = _unzipped(original, place)
        else:
            found = plain_format(head)
            if found is None:
                raise _unknown()
            kind, path = found, place / f"outlines.{_suffix(found)}"
            shutil.copyfile(original, path)
        yield kind, path


def _unzipped(original: Path, place: Path) -> tuple[GeometryFormat, Path]:
    try:
        with zipfile.ZipFile(original) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            _require_harmless(members)
            kind = archive_format([one.filename for one in members])
            if kind is None:
                raise _unknown()
            if kind is GeometryFormat.SHEET:
                path = place / "sheet.xlsx"
                shutil.copyfile(original, path)
                return kind, path
            if kind is GeometryFormat.SHAPEFILE:
                return kind, _shapefile(archive, members, place)
            suffix = "kml" if kind is GeometryFormat.KMZ else _suffix(kind)
            ends = (".json", ".geojson") if kind is GeometryFormat.GEOJSON else (f".{suffix}",)
            inside = [one for one in members if one.filename.lower().endswith(ends)]
            if kind is not GeometryFormat.KMZ and len(inside) > 1:
                raise _several([_name(one) for one in inside])
            path = place / f"outlines.{suffix}"
            _take_out(archive, inside[0], path)
            return kind, path
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise GeometryFileRefused(
            "压缩包已损坏、设有密码，或用了不支持的压缩方式。请用普通 zip 重新压缩",
            "the archive is damaged, has a password, or is compressed in an unusual way; zip it again",
        ) from None


def _require_harmless(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > MOST_BYTES_UNPACKED:
        raise GeometryFileRefused(
            f"压缩包里的文件过多，或解压后超过{MOST_BYTES_UNPACKED // 1024**2} MB。请分成几个文件上传",
            f"the archive holds too many files, or more than {MOST_BYTES_UNPACKED // 1024**2} MB; split it",
        )


def _shapefile(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], place: Path) -> Path:
    shapes = [one for one in members if one.filename.lower().endswith(".shp")]
    if len(shapes) > 1:
        raise _several([_name(one) for one in shapes])
    stem = shapes[0].filename[:-4].lower()
    parts = {one.filename.lower(): one for one in members}
    if f"{stem}.dbf" not in parts:
        raise GeometryFileRefused(
            "压缩包里有 .shp，没有同名的 .dbf（属性表）。请把 .shp、.shx、.dbf、.prj 一起压缩后上传",
            "the archive has a .shp without its .dbf; zip .shp, .shx, .dbf and .prj together",
        )
    for suffix in SHAPEFILE_PARTS:
        if f"{stem}.{suffix}" in parts:
            _take_out(archive, parts[f"{stem}.{suffix}"], place / f"outlines.{suffix}")
    return place / "outlines.shp"


def _take_out(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> None:
    """One member, at most as many bytes as it declared: the sum of those was looked at."""
    left = member.file_size
    with archive.open(member) as packed, _private(path) as file:
        while piece := packed.read(min(PIECE, left + 1)):
            left -= len(piece)
            if left < 0:
                raise zipfile.BadZipFile
            file.write(piece)


def _name(member: zipfile.ZipInfo) -> str:
    """Names in archives made by Chinese Windows are GBK without saying so."""
    name = member.filename.rsplit("/", 1)[-1]
    if member.flag_bits & 0x800:
        return name
    try:
        return name.encode("cp437").decode("gbk")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return name


def _suffix(kind: GeometryFormat) -> str:
    return {GeometryFormat.GEOJSON: "geojson", GeometryFormat.GEOPACKAGE: "gpkg"}.get(kind, "kml")


def _unknown() -> GeometryFileRefused:
    return GeometryFileRefused(
        "认不出格式。请上传 GeoJSON、Shapefile（压缩成 zip）、GeoPackage、KML、KMZ，或编码表 .xlsx",
        "the format is not known; send GeoJSON, a zipped Shapefile, GeoPackage, KML, KMZ, or an .xlsx of codes",
    )


def _several(names: list[str]) -> GeometryFileRefused:
    told = "、".join(names[:10])[:300]
    return GeometryFileRefused(
        f"压缩包里有几个图层（{told}）。请只留一个后上传",
        f"the archive holds several layers ({told}); leave one and upload again",
    )


def _private(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def original_file(import_id: UUID, round_number: int) -> IO[bytes]:
    """The file as it was sent, opened. Raises: GeometryFileGone after its time."""
    try:
        return original_path(import_id, round_number).open("rb")
    except FileNotFoundError:
        raise GeometryFileGone(days=KEEP_DAYS) from None
