"""Lets a bare `pytest` find this checkout's database and keys, as `./jw test` does, and start as quickly."""

import os
import sys

from tools import environment

environment.load()

# What was compiled once is kept, whatever the surroundings say of it: tests start Python some fifty times, and each
# process would compile three thousand files and rewrite seven hundred of tests anew. In `var`, not beside the sources.
COMPILED = environment.ROOT / "var" / "pycache"
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = str(COMPILED)
sys.dont_write_bytecode = False
