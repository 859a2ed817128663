"""What a fault does to the machine itself: small disks that can be filled, and clocks that can be set.

Both are optional. Mounting needs root and a system that allows it; clocks need Debian's libfaketime. What is missing
is left out and said, never pretended.
"""

import contextlib
import os
import pwd
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

FAKETIME = ("/usr/lib/*/faketime/libfaketime.so.1", "/usr/lib/faketime/libfaketime.so.1")
BALLAST = "ballast"
PIECE = bytes(1 << 20)


def clock_library() -> str:
    """Where libfaketime stands, or nothing."""
    return next((str(path) for pattern in FAKETIME for path in sorted(Path("/").glob(pattern[1:]))), "")


def sweep_shared_memory() -> None:
    """Remove what libfaketime left there for processes that were killed and are gone."""
    for path in Path("/dev/shm").glob("*faketime_*"):  # noqa: S108  (where the library puts it)
        if not Path(f"/proc/{path.name.rpartition('_')[2]}").exists():
            path.unlink(missing_ok=True)


@dataclass
class Clock:
    """The clock of one machine: every process started with its environment follows the file within a second."""

    file: Path

    def __post_init__(self) -> None:
        self.set(0)

    def set(self, seconds: int) -> None:
        """Put it so far before (or, negative, behind) the real time. Written whole, or a reader would see half."""
        fresh = self.file.with_suffix(".new")
        fresh.write_text(f"{seconds:+d}\n")
        fresh.chmod(0o644)
        fresh.replace(self.file)

    def environment(self) -> dict[str, str]:
        """What a process needs to live by this clock. Waiting goes by the monotonic clock, which never jumps."""
        return {
            "LD_PRELOAD": clock_library(),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }


@dataclass
class SmallDisk:
    """A tmpfs of some megabytes, which can be filled to its last byte."""

    place: Path
    size_mb: int
    is_mounted: bool = field(default=False)

    def mount(self, user: pwd.struct_passwd | None = None) -> bool:
        """Whether the system let us. ``user`` owns what stands there."""
        self.place.mkdir(parents=True, exist_ok=True)
        options = f"size={self.size_mb}m,mode=0755"
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "jingwei-faults", str(self.place)],
            capture_output=True,
            check=False,
        )
        self.is_mounted = done.returncode == 0
        if self.is_mounted and user is not None:
            os.chown(self.place, user.pw_uid, user.pw_gid)
        return self.is_mounted

    def fill(self) -> None:
        """Leave no byte free."""
        with contextlib.suppress(OSError), (self.place / BALLAST).open("ab", buffering=0) as ballast:
            while ballast.write(PIECE):
                pass
        with contextlib.suppress(OSError), (self.place / BALLAST).open("ab", buffering=0) as ballast:
            while ballast.write(b"\0" * 512):
                pass

    def free(self) -> None:
        """Take the ballast away."""
        (self.place / BALLAST).unlink(missing_ok=True)

    def unmount(self) -> None:
        """Give the memory back; lazily, because a killed process may still hold a file."""
        if self.is_mounted:
            subprocess.run(["umount", "-l", str(self.place)], check=False, capture_output=True)
            self.is_mounted = False
