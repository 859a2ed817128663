"""How long `./jw run` waits for the web server: as long as it works at it, and on a busy machine that is long."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

IDLE_MOST_S = 60
"""Without an answer and without work done for so long, it hangs."""
REFUSING_MOST_S = 60
"""Answering that something is wrong for so long, it will not mend by itself."""
ENDED_MOST = 10
"""So many processes of it ended before one answered."""
WORK_S = 0.5
"""Processor time that counts as work: a process that only waits for something uses a hundredth of it in a minute."""
TELL_EVERY_S = 15
TICKS_PER_S = os.sysconf("SC_CLK_TCK")


def work_of(session: int, processes: Path = Path("/proc")) -> dict[int, float]:
    """The processes of one session, by number, each with the processor time it used, in seconds."""
    found = {}
    for folder in processes.iterdir():
        if not folder.name.isdigit():
            continue
        try:
            after_name = (
                (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            )
        except OSError:  # it ended while we looked
            continue
        if int(after_name[3]) == session:
            found[int(folder.name)] = (int(after_name[11]) + int(after_name[12])) / TICKS_PER_S
    return found


@dataclass
class Waiting:
    """One wait, begun at ``since``; moments are seconds of one clock."""

    since: float
    worked: dict[int, float] = field(default_factory=dict)
    """The most that was seen of each process, so that what an ended one did stays counted."""
    worked_at: float = 0.0
    worked_then: float = 0.0
    refused_since: float | None = None
    told_at: float = 0.0

    def __post_init__(self) -> None:
        self.worked_at = self.told_at = self.since

    def look(self, at: float, *, status: int | None, work: Mapping[int, float]) -> str:
        """Why to give up, or nothing. ``status`` is what the server answered, if it answered at all."""
        self.worked |= work
        done = sum(self.worked.values())
        if done - self.worked_then >= WORK_S:
            self.worked_at, self.worked_then = at, done
        self.refused_since = (
            None if status is None else at if self.refused_since is None else self.refused_since
        )
        if len(self.worked.keys() - work.keys()) >= ENDED_MOST:
            return "its processes end again and again"
        if self.refused_since is not None and at - self.refused_since > REFUSING_MOST_S:
            return f"it has answered {status} for {REFUSING_MOST_S} s"
        if at - self.worked_at > IDLE_MOST_S:
            return f"it neither answered nor worked for {IDLE_MOST_S} s"
        return ""

    def tell(self, at: float, *, load: float, processors: int) -> str:
        """What to tell whoever waits, now and then; otherwise nothing."""
        if at - self.told_at < TELL_EVERY_S:
            return ""
        self.told_at = at
        words = (
            f"still starting after {at - self.since:.0f} s, {sum(self.worked.values()):.0f} s of them worked"
        )
        if load > processors:
            words += f"; this machine is busy: {load:.0f} processes want {processors} processors"
        return words
