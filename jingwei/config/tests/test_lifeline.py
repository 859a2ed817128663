"""What a killed supervisor started does not go on without it."""

import os
import select
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ENDS_WITHIN_S = 30
SUPERVISOR = """
import multiprocessing, os, time
def serve():
    from jingwei.config.lifeline import end_with_parent
    end_with_parent()
    print(os.getpid(), flush=True)
    time.sleep(300)
multiprocessing.get_context("fork").Process(target=serve).start()
time.sleep(300)
"""


def test_a_worker_ends_when_its_supervisor_is_killed() -> None:
    supervisor = subprocess.Popen([sys.executable, "-c", SUPERVISOR], cwd=ROOT, stdout=subprocess.PIPE)
    assert supervisor.stdout is not None
    worker = os.pidfd_open(int(supervisor.stdout.readline()))
    try:
        supervisor.kill()
        supervisor.wait()
        ended, _, _ = select.select([worker], [], [], ENDS_WITHIN_S)
        assert ended == [worker]
    finally:
        os.close(worker)
        supervisor.stdout.close()


def test_what_nobody_supervises_goes_on() -> None:
    alone = "from jingwei.config.lifeline import end_with_parent as e; e(); import threading as t; print(t.active_count())"
    done = subprocess.run([sys.executable, "-c", alone], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
