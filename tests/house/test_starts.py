"""What a start does not need is not read by it."""

import subprocess
import sys

from tests.house.walls import ROOT

LAZY = """
import sys
import django
django.setup()
assert "pypinyin" not in sys.modules, "read by a start"
from jingwei.kernel.sounds import sound_of
assert sound_of("路") == "lu" and "pypinyin" in sys.modules
"""


def test_the_dictionary_of_sounds_is_read_when_it_is_asked() -> None:
    words = [
        sys.executable,
        "-c",
        f"import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'jingwei.config.settings'){LAZY}",
    ]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
