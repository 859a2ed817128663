"""Files of the log: one a day for each kind of process, readable by the server's user alone, kept for half a year."""

import gzip
import logging
import os
import re
import shutil
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import IO

KEEP_DAYS = 190
"""Six months and a few days. Source: Cybersecurity Law, article 21: logs are kept for six months at least."""
PACKED_AFTER = timedelta(days=2)
NAME = re.compile(r"(?P<process>[a-z]+)-(?P<day>\d{4}-\d{2}-\d{2})\.jsonl(?:\.gz)?", re.ASCII)


class DailyFile(logging.Handler):
    """Appends to the file of the day. Several processes may write the same file: each line is one write at its end.

    Days are UTC days. A day's file is never renamed, so that nobody writes into one that was put away.
    """

    def __init__(self, folder: str | Path, process: str) -> None:
        super().__init__()
        self.folder, self.process = Path(folder), process
        self._day: date | None = None
        self._file: IO[bytes] | None = None

    def emit(self, record: logging.LogRecord) -> None:
        try:
            line = self.format(record).encode("utf-8", "replace") + b"\n"
            self._file_of(datetime.fromtimestamp(record.created, UTC).date()).write(line)
        except Exception:  # noqa: BLE001  a full disk must not stop the work; logging's own way of saying so
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's name
        """Said without the record: the usual way prints its arguments."""
        kind = sys.exc_info()[0]
        sys.stderr.write(
            f"The log of {self.process} could not be written: {kind.__name__ if kind else '?'}\n"
        )

    def close(self) -> None:
        self.acquire()
        try:
            if self._file is not None:
                self._file.close()
                self._file, self._day = None, None
        finally:
            self.release()
        super().close()

    def _file_of(self, day: date) -> IO[bytes]:
        if self._file is None or day != self._day:
            if self._file is not None:
                self._file.close()
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            place = self.folder / f"{self.process}-{day.isoformat()}.jsonl"
            handle = os.open(place, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            self._file, self._day = os.fdopen(handle, "ab", buffering=0), day
        return self._file


def log_files(folder: Path) -> Iterator[tuple[Path, date]]:
    """The files of the log with their days, oldest first; whatever else lies there is not touched."""
    for place in sorted(folder.glob("*.jsonl*")):
        named = NAME.fullmatch(place.name)
        if named is not None:
            yield place, date.fromisoformat(named["day"])


def pack_logs(folder: Path, *, today: date) -> int:
    """Compress files that nobody writes any more. Returns how many."""
    packed = 0
    for place, day in list(log_files(folder)):
        if place.suffix == ".gz" or today - day < PACKED_AFTER:
            continue
        aside = place.with_suffix(".jsonl.gz.part")
        with place.open("rb") as source, gzip.open(aside, "wb") as target:
            shutil.copyfileobj(source, target)
        aside.chmod(0o600)
        aside.rename(place.with_suffix(".jsonl.gz"))
        place.unlink()
        packed += 1
    return packed


def drop_logs(folder: Path, *, today: date) -> int:
    """Delete what is older than its retention. Returns how many files."""
    old = [place for place, day in log_files(folder) if (today - day).days > KEEP_DAYS]
    for place in old:
        place.unlink()
    return len(old)


def listen_to_crashes() -> None:
    """What nobody caught is written like everything else: Python's own way prints the text, which quotes values."""
    log = logging.getLogger("jingwei.process")

    def in_main(kind: type[BaseException], error: BaseException, trail: TracebackType | None) -> None:
        log.critical("the process ends: nobody caught this", exc_info=(kind, error, trail))

    def in_thread(given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            log.error("a thread ends: nobody caught this", exc_info=given.exc_value)

    sys.excepthook = in_main
    threading.excepthook = in_thread
    logging.captureWarnings(True)
