"""Short videos: decoded, masked frame by frame, written anew. Nothing unmasked reaches a disk.

Faces are looked for in every fifth frame, plates once a second; between two looks whatever was seen in either is
covered, and the way from the one to the other. Who turns round between two looks is missed: videos are therefore
never published before a member of staff has watched them.
"""

import contextlib
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, cast

import cv2
import numpy as np

from jingwei.foundation.files.rules.boxes import Box, between
from jingwei.foundation.files.rules.content import Container
from jingwei.foundation.files.rules.limits import (
    VIDEO_BUDGET_SECONDS,
    VIDEO_FRAMES_PER_SECOND,
    VIDEO_LIMIT_SECONDS,
    VIDEO_SIDE_PX,
)
from jingwei.foundation.files.rules.publishing import MASK_FACE_FROM
from jingwei.foundation.files.rules.refusals import (
    MaskingTooSlow,
    MaskingUnavailable,
    NotAVideo,
    VideoTooLong,
)
from jingwei.foundation.files.services.decoder import MemoryFile, Probe, command, input_options, memory_file
from jingwei.foundation.files.services.faces import Picture, find_faces_quickly
from jingwei.foundation.files.services.masking import cover
from jingwei.foundation.files.services.pictures import Origin
from jingwei.foundation.files.services.plates import find_plates

FRAMES_PER_FACE_LOOK = 5
LOOKS_PER_PLATE_LOOK = 3
FACE_LOOK_SIDE_PX = 960
PLATE_LOOK_SIDE_PX = 960
PATIENCE_SECONDS = 60
"""For the encoder to finish after the last frame."""


@dataclass(frozen=True, slots=True)
class Video:
    """A video as stored: MP4 (H.264, AAC) without tags, every frame masked; ``poster`` is its first frame."""

    content: bytes
    poster: Picture
    width: int
    height: int
    duration_ms: int
    faces: int
    plates: int
    origin: Origin


def clean_video(content: bytes, container: Container, told: Probe) -> Video:
    """Mask a whole video within the time allowed.

    Raises: NotAVideo, VideoTooLong, MaskingUnavailable, MaskingTooSlow.
    """
    if told.duration_ms and told.duration_ms > VIDEO_LIMIT_SECONDS * 1000 + 500:
        raise VideoTooLong(limit_seconds=VIDEO_LIMIT_SECONDS)
    with memory_file(content) as source, memory_file() as target:
        with _decoding(container, source) as frames:
            masked = _Masking(frames, ends=time.monotonic() + VIDEO_BUDGET_SECONDS)
            with _encoding(container, source, target, frames) as sink:
                for frame in masked:
                    sink.write(b"FRAME\n")
                    sink.write(frame)
        if masked.poster is None:
            raise NotAVideo
        stored = target.read()
    if not stored:
        raise NotAVideo
    return Video(
        content=stored,
        poster=masked.poster,
        width=frames.width,
        height=frames.height,
        duration_ms=round(masked.count * 1000 / VIDEO_FRAMES_PER_SECOND),
        faces=masked.most_faces,
        plates=masked.most_plates,
        origin=told.origin,
    )


class _Frames:
    """Frames of a YUV4MPEG2 stream as raw 4:2:0 planes."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        header = stream.readline()
        if not header.startswith(b"YUV4MPEG2"):
            raise NotAVideo
        sides = {part[:1]: int(part[1:]) for part in header.split() if part[:1] in {b"W", b"H"}}
        self.header = header
        self.width, self.height = sides[b"W"], sides[b"H"]
        self._length = self.width * self.height * 3 // 2

    def __iter__(self) -> Iterator[bytes]:
        while self._stream.readline().startswith(b"FRAME"):
            planes = self._stream.read(self._length)
            if len(planes) < self._length:
                return
            yield planes


class _Masking:
    """Masks a stream of frames, holding back those that wait for the next look."""

    def __init__(self, frames: _Frames, *, ends: float) -> None:
        self._frames = frames
        self._ends = ends
        self.count = 0
        self.most_faces = 0
        self.most_plates = 0
        self.poster: Picture | None = None
        self._plates: list[Box] = []

    def __iter__(self) -> Iterator[bytes]:
        waiting: list[bytes] = []
        seen: list[Box] = []
        for planes in self._frames:
            if self.count > VIDEO_LIMIT_SECONDS * VIDEO_FRAMES_PER_SECOND + VIDEO_FRAMES_PER_SECOND // 2:
                raise VideoTooLong(limit_seconds=VIDEO_LIMIT_SECONDS)
            if self.count % FRAMES_PER_FACE_LOOK == 0:
                if time.monotonic() > self._ends:
                    raise MaskingTooSlow
                now_seen = self._look(planes)
                yield from self._masked(waiting, between(seen, now_seen))
                waiting, seen = [], now_seen
            waiting.append(planes)
            self.count += 1
        # The last stretch has no look at its end: one more at the very last frame closes it.
        if waiting:
            last_seen = self._look(waiting[-1]) if len(waiting) > 1 else seen
            yield from self._masked(waiting, between(seen, last_seen))

    def _look(self, planes: bytes) -> list[Box]:
        picture = self._picture(planes)
        try:
            faces = find_faces_quickly(picture, side_px=FACE_LOOK_SIDE_PX, least_score=MASK_FACE_FROM)
            if self.count // FRAMES_PER_FACE_LOOK % LOOKS_PER_PLATE_LOOK == 0:
                self._plates = find_plates(picture, side_px=PLATE_LOOK_SIDE_PX)
        except Exception as fault:  # whatever it was, an unmasked video must not go on
            raise MaskingUnavailable from fault
        self.most_faces = max(self.most_faces, len(faces))
        self.most_plates = max(self.most_plates, len(self._plates))
        return faces + self._plates

    def _masked(self, waiting: list[bytes], boxes: list[Box]) -> Iterator[bytes]:
        for planes in waiting:
            if not boxes:
                if self.poster is None:
                    self.poster = self._picture(planes)
                yield planes
                continue
            picture = cover(self._picture(planes), boxes)
            if self.poster is None:
                self.poster = picture
            yield cv2.cvtColor(picture, cv2.COLOR_RGB2YUV_I420).tobytes()

    def _picture(self, planes: bytes) -> Picture:
        height, width = self._frames.height, self._frames.width
        flat = np.frombuffer(planes, np.uint8).reshape(height * 3 // 2, width)
        return cast(Picture, cv2.cvtColor(flat, cv2.COLOR_YUV2RGB_I420))


@contextlib.contextmanager
def _decoding(container: Container, source: MemoryFile) -> Iterator[_Frames]:
    fit = (
        f"fps={VIDEO_FRAMES_PER_SECOND},scale=w='min({VIDEO_SIDE_PX},iw)':h='min({VIDEO_SIDE_PX},ih)'"
        ":force_original_aspect_ratio=decrease:force_divisible_by=2"
    )
    parts = [
        *("-loglevel", "error", *input_options(container, source)),
        *("-map", "0:v:0", "-an", "-sn", "-dn", "-t", str(VIDEO_LIMIT_SECONDS + 2)),
        *("-vf", fit, "-pix_fmt", "yuv420p", "-f", "yuv4mpegpipe", "pipe:1"),
    ]
    with subprocess.Popen(
        command(*parts),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=[source.number],
    ) as decoder:
        assert decoder.stdout is not None
        try:
            yield _Frames(decoder.stdout)
        finally:
            decoder.kill()


@contextlib.contextmanager
def _encoding(
    container: Container, source: MemoryFile, target: MemoryFile, frames: _Frames
) -> Iterator[IO[bytes]]:
    parts = [
        *("-loglevel", "error", "-f", "yuv4mpegpipe", "-i", "pipe:0", *input_options(container, source)),
        *("-map", "0:v:0", "-map", "1:a:0?", "-sn", "-dn", "-shortest"),
        *("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact"),
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "26", "-pix_fmt", "yuv420p"),
        *("-c:a", "aac", "-b:a", "64k", "-ac", "1"),
        *("-movflags", "+faststart", "-f", "mp4", target.path),
    ]
    with subprocess.Popen(
        [part for part in command(*parts) if part != "-nostdin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[source.number, target.number],
    ) as encoder:
        assert encoder.stdin is not None
        try:
            encoder.stdin.write(frames.header)
            yield encoder.stdin
            encoder.stdin.close()
            if encoder.wait(timeout=PATIENCE_SECONDS):
                raise NotAVideo
        except (BrokenPipeError, subprocess.TimeoutExpired) as fault:
            raise NotAVideo from fault
        finally:
            encoder.kill()
            with contextlib.suppress(BrokenPipeError):
                encoder.stdin.close()
