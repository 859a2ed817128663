"""Video and voice are decoded for real, masked, limited in length, and written anew without tags."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest

from jingwei.foundation.files.contracts import FileKind
from jingwei.foundation.files.rules.content import Container
from jingwei.foundation.files.rules.refusals import (
    MaskingTooSlow,
    NotAVideo,
    NotAVoice,
    VideoTooLong,
    VoiceTooLong,
)
from jingwei.foundation.files.services import footage, intake, sound
from jingwei.foundation.files.services.decoder import memory_file, probe
from jingwei.foundation.files.services.faces import Picture, find_faces
from jingwei.foundation.files.services.footage import Video, clean_video
from jingwei.foundation.files.services.intake import Upload, cleaned
from jingwei.foundation.files.services.sound import clean_voice
from jingwei.foundation.files.tests.samples import recording, street, video, voice


def masked(content: bytes) -> Video:
    with memory_file(content) as source:
        told = probe(Container.MP4, source)
    return clean_video(content, Container.MP4, told)


def frames_of(tmp_path: Path, content: bytes, *, width: int, height: int) -> list[Picture]:
    path = tmp_path / "looked_at.mp4"
    path.write_bytes(content)
    done = subprocess.run(
        [imageio_ffmpeg.get_ffmpeg_exe(), "-i", str(path), "-f", "rawvideo", "-pix_fmt", "rgb24", "-"],
        capture_output=True,
        check=True,
    )
    return list(np.frombuffer(done.stdout, np.uint8).reshape(-1, height, width, 3))


def test_a_clip_keeps_picture_and_sound_but_no_tags(tmp_path: Path) -> None:
    content = video(tmp_path)
    clean = masked(content)
    assert (clean.width, clean.height) == (320, 240)
    assert clean.duration_ms == pytest.approx(1000, abs=100)
    assert clean.origin.taken_at == datetime(2026, 11, 16, 1, 30, tzinfo=UTC)
    assert (clean.origin.lon, clean.origin.lat) == (112.3205, 28.5512)
    assert b"Li Mei" in content
    for trace in (b"Li Mei", b"28.5512", b"loci"):
        assert trace not in clean.content
    with memory_file(clean.content) as source:
        told = probe(Container.MP4, source)
    assert told.has_picture
    assert told.has_sound
    assert told.origin.lon is None


@pytest.mark.slow
def test_faces_are_covered_in_every_frame(tmp_path: Path) -> None:
    still = tmp_path / "street.jpg"
    still.write_bytes(street("street_bus_pedestrians.jpg"))
    # The camera pans: faces move from frame to frame, and between two looks.
    pan = "crop=600:700:x='100-t*60':y=300"
    content = recording(
        tmp_path, "pan.mp4", "-loop", "1", "-i", str(still), "-vf", pan, "-r", "15", "-t", "1", "-crf", "18",
        "-pix_fmt", "yuv420p",
    )  # fmt: skip
    before = frames_of(tmp_path, content, width=600, height=700)
    assert all(find_faces(frame, least_score=0.5) for frame in before[::5])
    clean = masked(content)
    assert clean.faces >= 2
    frames = frames_of(tmp_path, clean.content, width=600, height=700)
    assert len(frames) == 15
    assert not [i for i, frame in enumerate(frames) if find_faces(frame, least_score=0.5)]
    assert not find_faces(clean.poster, least_score=0.5)


def test_a_long_video_is_refused_by_what_it_says(tmp_path: Path) -> None:
    with pytest.raises(VideoTooLong):
        masked(video(tmp_path, seconds=62))


def test_a_long_video_that_says_nothing_is_refused_by_its_frames(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = video(tmp_path, seconds=3)
    with memory_file(content) as source:
        told = probe(Container.MP4, source)
    monkeypatch.setattr(footage, "VIDEO_LIMIT_SECONDS", 1)
    silent = type(told)(told.has_picture, told.has_sound, None, told.origin)
    with pytest.raises(VideoTooLong):
        clean_video(content, Container.MP4, silent)


def test_a_machine_too_slow_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(footage, "VIDEO_BUDGET_SECONDS", -1)
    with pytest.raises(MaskingTooSlow):
        masked(video(tmp_path))


@pytest.mark.parametrize("keep", [0.2, 0.6])
def test_a_truncated_video_is_refused(tmp_path: Path, keep: float) -> None:
    content = video(tmp_path)
    with pytest.raises(NotAVideo):
        masked(content[: int(len(content) * keep)])


def test_a_frame_too_large_is_refused(tmp_path: Path) -> None:
    huge = recording(
        tmp_path,
        "huge.mp4",
        "-f",
        "lavfi",
        "-i",
        "color=size=8192x4320:rate=1:duration=1",
        "-preset",
        "ultrafast",
    )
    with pytest.raises(NotAVideo):
        masked(huge)


@pytest.mark.parametrize(
    ("name", "container"),
    [
        ("memo.mp3", Container.MP3),
        ("memo.m4a", Container.M4A),
        ("memo.wav", Container.WAV),
        ("memo.ogg", Container.OGG),
        ("memo.aac", Container.AAC),
    ],
)
def test_voice_of_every_format_becomes_plain_m4a(tmp_path: Path, name: str, container: Container) -> None:
    clean = clean_voice(voice(tmp_path, name=name), container)
    assert clean.duration_ms == pytest.approx(1000, abs=150)
    assert b"Li Mei" not in clean.content
    assert clean.content[4:8] == b"ftyp"


def test_a_long_voice_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "VOICE_LIMIT_SECONDS", 1)
    with pytest.raises(VoiceTooLong):
        clean_voice(voice(tmp_path, seconds=3), Container.MP3)


def test_noise_is_not_a_voice() -> None:
    with pytest.raises(NotAVoice):
        clean_voice(b"ID3" + bytes(4000), Container.MP3)


def test_sound_in_a_video_container_is_a_voice(tmp_path: Path) -> None:
    content = voice(tmp_path, name="memo.mp4")
    clean = cleaned(Upload(content, len(content)))
    assert (clean.kind, clean.media_type) == (FileKind.VOICE, "audio/mp4")


def test_a_song_with_a_cover_picture_is_still_sound(tmp_path: Path) -> None:
    cover = tmp_path / "cover.png"
    recording(tmp_path, "cover.png", "-f", "lavfi", "-i", "color=size=64x64", "-frames:v", "1")
    content = recording(
        tmp_path, "song.mp3", "-f", "lavfi", "-i", "sine=duration=1", "-i", str(cover), "-map", "0", "-map", "1",
        "-c:v", "mjpeg", "-disposition:v:0", "attached_pic",
    )  # fmt: skip
    assert cleaned(Upload(content, len(content))).kind is FileKind.VOICE


def test_one_video_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = video(tmp_path)
    monkeypatch.setattr(intake, "VIDEO_PATIENCE_SECONDS", 0.01)
    with intake._video_places, pytest.raises(intake.MaskingBusy):
        cleaned(Upload(content, len(content)))
