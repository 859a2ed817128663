"""Hostile files at every door that takes one: refused with a word of advice, or taken and harmless; never a fault.

Everyday runs send each beast to one door. ``./jw assurance files`` sends all of them to all, and thousands of good
files with some of their bytes changed.
"""

import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jingwei.foundation.files.rules.content import KIND_OF, sniff
from jingwei.foundation.files.services.serving import EXTENSIONS, SHOWN_IN_PLACE
from jingwei.foundation.files.tests.samples import document, encoded, jpeg, picture
from jingwei.foundation.imports.tests.steps import GOOD, csv_bytes, xlsx_bytes
from tests.hostile.beasts import Beast, End, beast
from tests.hostile.documents import DOCUMENTS, PDF
from tests.hostile.doors import FOR_FILES, FOR_GROUNDS, FOR_TABLES, OPERATIONS, Door, Met, meet
from tests.hostile.grounds import GROUND, GROUNDS, drawn
from tests.hostile.pictures import DRAWINGS, PICTURES, TRICKY_NAMES, heic
from tests.hostile.recordings import RECORDINGS, SOUND, TONE, recorded
from tests.hostile.tables import BOOK, TABLES, TEXT
from tests.house.walls import ROOT
from tools.assurance import depth, is_deep, keep

pytestmark = pytest.mark.django_db
SEED = 20261122
DOCUMENT = ROOT / "docs" / "generated" / "openapi.json"
MOST_SECONDS = 40
MOST_MB = 1_200
"""One photo of 50 megapixels takes up to 0.9 GB while it is masked; nothing hostile may take more than an honest one."""
FILES = [*PICTURES, *RECORDINGS, *DOCUMENTS]
ALL = [*FILES, *TABLES, *GROUNDS]
CHANGED = depth(1, 60)
"""How many times each good file is sent with some of its bytes changed."""

figures: dict[str, int | float | str] = {}
_began = time.monotonic()


def doors_for(one: Beast) -> dict[str, Door]:
    if one in GROUNDS:
        return FOR_GROUNDS
    return FOR_TABLES if one in TABLES else FOR_FILES


def cases() -> Iterator[tuple[str, Beast]]:
    for number, one in enumerate(ALL):
        doors = list(doors_for(one))
        if is_deep():
            yield from ((name, one) for name in doors)
        elif not one.is_slow:
            # The first door looks closest; every fourth beast goes through one of the others.
            yield doors[number % len(doors) if number % 4 == 0 else 0], one


def count(met: Met) -> None:
    figures["tries"] = int(figures.get("tries", 0)) + 1
    figures[met.end.value] = int(figures.get(met.end.value, 0)) + 1
    figures["server_errors"] = int(figures.get("server_errors", 0)) + (met.status >= 500)
    figures["left_overs"] = int(figures.get("left_overs", 0)) + len(met.faults)
    figures["most_processor_s"] = max(float(figures.get("most_processor_s", 0)), round(met.seconds, 1))
    figures["most_mb"] = max(int(figures.get("most_mb", 0)), met.peak_mb)


@pytest.mark.parametrize(("door", "one"), list(cases()), ids=str)
def test_a_hostile_file_does_no_harm(door: str, one: Beast, var_folder: Path) -> None:
    met = meet(doors_for(one)[door], one, one.make(), var_folder)
    count(met)
    assert met.faults == []
    assert one.end in {met.end, End.EITHER}, (met.status, met.code)
    assert met.seconds < MOST_SECONDS
    assert met.peak_mb < MOST_MB


@pytest.mark.parametrize("name", TRICKY_NAMES if is_deep() else TRICKY_NAMES[:1])
@pytest.mark.parametrize("door", FOR_FILES)
def test_a_name_leads_nowhere(door: str, name: str, var_folder: Path) -> None:
    """Names are not kept; where a file stands and what it is called is ours to say."""
    if not is_deep() and door != "whole":
        return
    one = beast("tricky name", document, End.CLEANED, file_name=name, media_type="text/html")
    met = meet(FOR_FILES[door], one, one.make(), var_folder)
    count(met)
    assert (met.faults, met.end) == ([], End.CLEANED)


@pytest.mark.parametrize("name", TRICKY_NAMES)
def test_a_sheets_name_leads_nowhere_either(name: str, var_folder: Path) -> None:
    one = beast(
        "tricky name", lambda: csv_bytes(*GOOD), End.CLEANED, file_name=name or "x", media_type="text/csv"
    )
    met = meet(FOR_TABLES["imported"], one, one.make(), var_folder)
    count(met)
    assert met.faults == []
    assert met.status in {201, 422}


GOOD_FILES = [
    (FOR_FILES, beast("jpeg", jpeg, End.EITHER)),
    (FOR_FILES, beast("png", lambda: encoded(picture(120, 90), "PNG"), End.EITHER)),
    (FOR_FILES, beast("webp", lambda: encoded(picture(120, 90), "WEBP"), End.EITHER)),
    (FOR_FILES, beast("heic", heic, End.EITHER)),
    (FOR_FILES, beast("pdf", document, End.EITHER, **PDF)),
    (FOR_FILES, beast("mp3", recorded("memo.mp3", *TONE), End.EITHER, **SOUND)),
    (FOR_TABLES, beast("xlsx", lambda: xlsx_bytes(*GOOD), End.EITHER, **BOOK)),
    (FOR_TABLES, beast("csv", lambda: csv_bytes(*GOOD), End.EITHER, **TEXT)),
    (FOR_GROUNDS, beast("geojson", drawn, End.EITHER, **GROUND)),
]


def altered(content: bytes, dice: random.Random) -> bytes:
    """Some bytes changed, cut out, doubled or cut off."""
    out = bytearray(content)
    for _ in range(dice.choice((1, 2, 8, 40))):
        at = dice.randrange(len(out)) if out else 0
        turn = dice.randrange(5)
        if turn == 0:
            out[at : at + 1] = bytes([dice.randrange(256)])
        elif turn == 1:
            out[at : at + 4] = dice.choice(
                (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\x80\0\0\0")
            )
        elif turn == 2:
            del out[at : at + dice.randrange(1, 64)]
        elif turn == 3:
            out[at:at] = out[at : at + dice.randrange(1, 256)]
        else:
            del out[max(8, at) :]
    return bytes(out)


@pytest.mark.parametrize(
    ("doors", "one"), GOOD_FILES, ids=lambda one: str(one) if isinstance(one, Beast) else ""
)
def test_a_good_file_with_bytes_changed_does_no_harm(
    doors: dict[str, Door], one: Beast, var_folder: Path
) -> None:
    dice, content, first = random.Random(f"{SEED} {one.name}"), one.make(), next(iter(doors.values()))
    wrong = []
    for number in range(CHANGED):
        met = meet(first, one, altered(content, dice), var_folder)
        count(met)
        figures["changed_files"] = int(figures.get("changed_files", 0)) + 1
        if met.faults or met.status >= 500:
            wrong.append((number, met))
    assert wrong == []


def test_every_door_that_takes_a_file_is_tried() -> None:
    taking = set()
    for path, item in json.loads(DOCUMENT.read_text(encoding="utf-8"))["paths"].items():
        for told in item.values():
            if not isinstance(told, dict) or "operationId" not in told:
                continue
            content = told.get("requestBody", {}).get("content", {})
            is_for_files = any("multipart" in one or "octet" in one for one in content)
            if is_for_files or (path.startswith("/api/v1/uploads") and "requestBody" not in told):
                taking.add(told["operationId"])
    assert taking == set(OPERATIONS), (
        "A new door that takes files: send the beasts to it, in tests/hostile/doors.py."
    )


def test_drawings_are_never_recognised_nor_shown() -> None:
    assert [one.name for one in DRAWINGS if sniff(one.make()[:1024]) is not None] == []
    known = {*EXTENSIONS, *SHOWN_IN_PLACE}
    assert not any("svg" in one or "html" in one or "xml" in one for one in known)
    assert "application/pdf" not in SHOWN_IN_PLACE
    assert len(KIND_OF) > 8


def test_figures_are_kept() -> None:
    """Last of the file: what all of it came to."""
    kept = {
        "beasts": len(ALL),
        "doors": len(FOR_FILES) + len(FOR_TABLES) + len(FOR_GROUNDS),
        **{name: figures.get(name, 0) for name in ("tries", "changed_files", "refused", "cleaned")},
        **{
            name: figures.get(name, 0)
            for name in ("server_errors", "left_overs", "most_processor_s", "most_mb")
        },
    }
    keep("files", kept, seed=SEED, seconds=time.monotonic() - _began, command="./jw assurance files")
    assert kept["server_errors"] == 0
    assert kept["left_overs"] == 0
