"""The bundled ffmpeg, kept on a short lead: named formats, no network, memory instead of disk, a time limit."""

import contextlib
import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import imageio_ffmpeg

from jingwei.foundation.files.rules.content import DEMUXER, Container
from jingwei.foundation.files.rules.limits import VIDEO_LIMIT_PIXELS
from jingwei.foundation.files.services.pictures import EARLIEST_YEAR, UNKNOWN_ORIGIN, Origin, checked_position
from jingwei.foundation.files.services.weights import THREADS

PROBE_SECONDS = 20
_DURATION = re.compile(r"Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)")
_LOCATION = re.compile(r"location[^:\n]*: *([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)")
_CREATED = re.compile(r"creation_time *: *(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class Probe:
    """What a recording says of itself before it is decoded."""

    has_picture: bool
    has_sound: bool
    duration_ms: int | None
    origin: Origin


class MemoryFile:
    """A file without a name, in memory: what is not masked yet never reaches a disk."""

    def __init__(self, content: bytes = b"") -> None:
        self._number = os.memfd_create("jingwei", os.MFD_CLOEXEC)
        view = memoryview(content)
        while view:
            view = view[os.write(self._number, view) :]
        os.lseek(self._number, 0, os.SEEK_SET)

    @property
    def number(self) -> int:
        return self._number

    @property
    def path(self) -> str:
        """Opened anew by the child, so that it has a place of its own in the file."""
        return f"/proc/self/fd/{self._number}"

    def read(self) -> bytes:
        """Everything in it, whoever wrote it."""
        length, parts, at = os.fstat(self._number).st_size, [], 0
        while at < length:
            parts.append(os.pread(self._number, length - at, at))
            at += len(parts[-1])
        return b"".join(parts)

    def close(self) -> None:
        os.close(self._number)


@contextlib.contextmanager
def memory_file(content: bytes = b"") -> Iterator[MemoryFile]:
    """A memory file that is gone afterwards."""
    file = MemoryFile(content)
    try:
        yield file
    finally:
        file.close()


def input_options(container: Container, source: MemoryFile) -> list[str]:
    """How any recording is opened."""
    return [
        *("-protocol_whitelist", "file,pipe"),
        *(("-enable_drefs", "0", "-use_absolute_path", "0") if DEMUXER[container] == "mov" else ()),
        *("-f", DEMUXER[container]),
        *("-max_pixels", str(VIDEO_LIMIT_PIXELS)),
        *("-i", source.path),
    ]


def command(*parts: str) -> list[str]:
    """The program with the options that every use shares."""
    program = imageio_ffmpeg.get_ffmpeg_exe()
    return [program, "-hide_banner", "-nostdin", "-y", "-threads", str(THREADS), *parts]


def run(parts: Sequence[str], *files: MemoryFile, seconds: float) -> "subprocess.CompletedProcess[bytes]":
    """Run to the end. Raises: subprocess.TimeoutExpired."""
    return subprocess.run(
        command(*parts),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=seconds,
        pass_fds=[file.number for file in files],
    )


def probe(container: Container, source: MemoryFile) -> Probe:
    """What the recording says of itself. A file that does not open has neither picture nor sound."""
    try:
        done = run(input_options(container, source), source, seconds=PROBE_SECONDS)
    except subprocess.TimeoutExpired:
        return Probe(has_picture=False, has_sound=False, duration_ms=None, origin=UNKNOWN_ORIGIN)
    said = done.stderr.decode("utf-8", "replace")
    streams = [line for line in said.splitlines() if line.lstrip().startswith("Stream #")]
    return Probe(
        has_picture=any(": Video:" in line and "attached pic" not in line for line in streams),
        has_sound=any(": Audio:" in line for line in streams),
        duration_ms=_duration_ms(said),
        origin=_origin(said),
    )


def _duration_ms(said: str) -> int | None:
    match = _DURATION.search(said)
    if not match:
        return None
    return round((int(match[1]) * 3600 + int(match[2]) * 60 + float(match[3])) * 1000)


def _origin(said: str) -> Origin:
    """Phones write ISO 6709 into the location tag; 1904 and 1970 are unset clocks."""
    created = _CREATED.search(said)
    taken_at = datetime.fromisoformat(created[1]).replace(tzinfo=UTC) if created else None
    if taken_at and taken_at.year < EARLIEST_YEAR:
        taken_at = None
    place = _LOCATION.search(said)
    lat, lon = (float(place[1]), float(place[2])) if place else (None, None)
    return Origin(taken_at, *checked_position(lon, lat))
