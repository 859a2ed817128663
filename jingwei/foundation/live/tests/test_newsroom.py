"""The live process would rather end than seem to listen."""

import os
import subprocess
import sys

from tests.databases import ROOT

BREAKS = """
import asyncio, django
django.setup()
from jingwei.foundation.live.services.listening import Newsroom

class Broken(Newsroom):
    async def _beat(self):
        raise KeyError("a mistake in the programme")

async def main():
    Broken().start()
    await asyncio.sleep(30)

asyncio.run(main())
"""


def test_a_mistake_in_the_programme_ends_the_process() -> None:
    done = subprocess.run(
        [sys.executable, "-c", BREAKS], cwd=ROOT, capture_output=True, text=True, timeout=240
    )
    assert done.returncode == os.EX_SOFTWARE
    assert '"kind":"KeyError"' in done.stderr  # by its kind and place: its words might be somebody's
    assert "_beat" in done.stderr
