"""A process that serves ends with the one that started it.

A supervisor that is killed cannot take its workers along; they would go on answering at the port that the next one
needs, with a program that may be older.
"""

import multiprocessing
import os
import threading


def end_with_parent() -> None:
    """Watch the process that started this one, where there is one of the server's own."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_and_end, args=(parent,), daemon=True, name="lifeline").start()


def _wait_and_end(parent: "multiprocessing.process.BaseProcess") -> None:
    parent.join()
    os._exit(1)
