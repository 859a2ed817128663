"""Voice messages: played through once, written anew as plain AAC without tags."""

import re
import subprocess
from dataclasses import dataclass

from jingwei.foundation.files.rules.content import Container
from jingwei.foundation.files.rules.limits import VOICE_LIMIT_SECONDS
from jingwei.foundation.files.rules.refusals import NotAVoice, VoiceTooLong
from jingwei.foundation.files.services.decoder import input_options, memory_file, run

TIME_LIMIT_SECONDS = 60
_PLAYED = re.compile(rb"out_time_us=(\d+)")


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice message as stored: M4A, mono."""

    content: bytes
    duration_ms: int


def clean_voice(content: bytes, container: Container) -> Voice:
    """Raises: NotAVoice, VoiceTooLong."""
    with memory_file(content) as source, memory_file() as target:
        parts = [
            *input_options(container, source),
            *("-map", "0:a:0", "-vn", "-sn", "-dn", "-t", str(VOICE_LIMIT_SECONDS + 1)),
            *("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact"),
            *("-c:a", "aac", "-b:a", "48k", "-ac", "1", "-ar", "24000"),
            *("-progress", "pipe:1", "-f", "mp4", target.path),
        ]
        try:
            done = run(parts, source, target, seconds=TIME_LIMIT_SECONDS)
        except subprocess.TimeoutExpired as fault:
            raise NotAVoice from fault
        played = [int(us) for us in _PLAYED.findall(done.stdout)]
        if done.returncode or not played or played[-1] <= 0:
            raise NotAVoice
        duration_ms = round(played[-1] / 1000)
        if duration_ms > VOICE_LIMIT_SECONDS * 1000 + 500:
            raise VoiceTooLong(limit_seconds=VOICE_LIMIT_SECONDS)
        return Voice(target.read(), duration_ms)
