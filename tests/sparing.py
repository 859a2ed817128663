"""What a process need not do anew for each of thousands of tests: look through what stands, costly hashes, file lists."""

import gc
import secrets
from typing import Any

from argon2 import PasswordHasher

QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
"""The same function at next to no cost. What the servers use stands in access/services/sessions.py."""


def spare() -> None:
    """Once, after collecting."""
    _leave_alone_what_stays()
    _hash_quickly()
    _list_files_once()


def _leave_alone_what_stays() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _hash_quickly() -> None:
    from jingwei.foundation.access.services import sessions

    sessions._hasher = QUICK
    sessions.NO_PASSWORD = QUICK.hash(secrets.token_urlsafe(16))


def _list_files_once() -> None:
    """Each test client begins with middleware of its own, which lists and reads the headers of 800 files."""
    from whitenoise.base import WhiteNoise

    listing, kept = WhiteNoise.update_files_dictionary, dict[tuple[str, str], dict[str, Any]]()

    def remembered(self: Any, root: str, prefix: str) -> None:
        key = str(root), str(prefix)
        if key not in kept:
            others, self.files = self.files, {}
            listing(self, root, prefix)
            kept[key], self.files = self.files, others
        self.files.update(kept[key])

    WhiteNoise.update_files_dictionary = remembered
