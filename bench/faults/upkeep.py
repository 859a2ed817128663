"""What the house's own nightly and hourly care would do, now: a process of the city, asked when everybody rests.

For every line of its standard input it prints one line of JSON: whether the queue came to its end, what was swept,
and whether the seals fit.
"""

import json
import sys
import time
from datetime import timedelta

import django

django.setup()

from django.db import connection  # noqa: E402  (apps must be loaded first)

from jingwei.config.wiring import HEARERS  # noqa: E402
from jingwei.foundation.audit import services as audit  # noqa: E402
from jingwei.foundation.events.services import pick_up_orphans  # noqa: E402
from jingwei.foundation.files.services.claims import KEEP_ROWLESS, sweep_files  # noqa: E402
from jingwei.foundation.files.services.uploads import KEEP_STRAY_PIECES, sweep_uploads  # noqa: E402
from jingwei.foundation.imports.services.export_keeping import LEFTOVER_AGE, drop_expired_exports  # noqa: E402
from jingwei.foundation.imports.services.export_runs import revive_silent_exports  # noqa: E402
from jingwei.foundation.imports.services.keeping import ORPHAN_AGE, drop_expired_files  # noqa: E402
from jingwei.foundation.imports.services.runs import revive_silent_batches  # noqa: E402
from jingwei.kernel.clock import now  # noqa: E402

NOTHING_MOVES_FOR_S, PICKS_UP_AGAIN_S = 60, 10
WAITED_FOR = ["imports.advance", "imports.advance_export"]
WAITED_FOR += sorted({task for tasks in HEARERS.values() for task in tasks})
QUIET_FOR_S = 20
"""A server may still be at work for somebody who has given up waiting: what has just been written is not looked at."""
LEFT = """
select task_name || ' ' || status || ' ' || count(*) from procrastinate_jobs
 where status in ('todo', 'doing') and task_name = any(%s) group by task_name, status
"""
# A job that is tried again later is tried again now; nothing else about it changes.
HASTEN = """
update procrastinate_jobs set scheduled_at = now()
 where status = 'todo' and scheduled_at > now() and task_name = any(%s)
"""
RUNNING = """
select (select count(*) from imports_batch where state in ('checking', 'writing', 'undoing'))
     + (select count(*) from imports_export where state in ('asked', 'running'))
"""


def drained() -> list[str]:
    """Have everything worked off that waits; what is still left after a while."""
    pick_up_orphans(silent_for=timedelta(0))
    revive_silent_batches(at=now() + timedelta(minutes=5))
    revive_silent_exports(at=now() + timedelta(minutes=5))
    give_up_at, before = time.monotonic() + NOTHING_MOVES_FOR_S, None
    again_at = give_up_at
    while True:
        with connection.cursor() as cursor:
            cursor.execute(HASTEN, [WAITED_FOR])
            cursor.execute(LEFT, [WAITED_FOR])
            left = [str(row[0]) for row in cursor.fetchall()]
            cursor.execute(RUNNING)
            row = cursor.fetchone()
        running = int(row[0]) if row else 0
        if not left and not running:
            return []
        if before != (left, running):
            give_up_at, before = time.monotonic() + NOTHING_MOVES_FOR_S, (left, running)
            again_at = time.monotonic() + PICKS_UP_AGAIN_S
        if time.monotonic() > again_at:  # what had to wait for work of the same name
            pick_up_orphans(silent_for=timedelta(0))
            again_at = give_up_at
        if time.monotonic() > give_up_at:
            return [*left, f"imports and exports still under way: {running}"]
        time.sleep(0.1)


def care() -> dict[str, object]:
    """One round of it, and the seals."""
    left = drained()
    quiet = now() - timedelta(seconds=QUIET_FOR_S)
    swept = sweep_uploads(at=quiet + KEEP_STRAY_PIECES) + sweep_files(at=quiet + KEEP_ROWLESS)
    swept += drop_expired_exports(at=quiet + LEFTOVER_AGE)
    swept += drop_expired_files(at=quiet + ORPHAN_AGE)
    sealed, touched = seals()
    return {"left": left, "swept": swept, "sealed": sealed, "touched": touched}


def seals() -> tuple[int, list[str]]:
    """Seal what can be sealed and go over all of it: how many entries are sealed, and what does not fit."""
    audit.seal_entries(at=now())
    verdict = audit.check_all(at=now())
    return verdict.entry_count, [one.text for one in verdict.findings]


def main() -> None:
    """Until nobody asks any more. Every round has a connection of its own: the last one may have been killed."""
    for _ in sys.stdin:
        connection.close()
        print(json.dumps(care()), flush=True)


if __name__ == "__main__":
    main()
