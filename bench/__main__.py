"""`python -m bench NAME [--full]`: run one benchmark and print its figures as the last line."""

import argparse
import importlib
import json
import sys
from pathlib import Path


def main() -> int:
    names = sorted(path.parent.name for path in Path(__file__).parent.glob("*/measure.py"))
    parser = argparse.ArgumentParser(prog="./jw bench", description="Measure one capability.")
    parser.add_argument("name", choices=names)
    parser.add_argument("--full", action="store_true", help="the whole size instead of the bounded one")
    parser.add_argument("--explain", action="store_true", help="say what is measured and how, then measure")
    wanted = parser.parse_args()
    module = importlib.import_module(f"bench.{wanted.name}.measure")
    if wanted.explain:
        print((module.__doc__ or "").strip(), file=sys.stderr)
    figures = module.run(is_full=wanted.full)
    print(json.dumps({"bench": wanted.name, "figures": figures}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
