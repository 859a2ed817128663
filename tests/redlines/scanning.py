"""What the house calls things, gathered from everywhere a name can stand; each place is one scan."""

import ast
import csv
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jingwei.kernel.redlines import red_line_of
from tests.house.rooms import own_files

ROOT = Path(__file__).resolve().parents[2]
KNOWN: dict[str, str] = {
    "fingerprint": "keyed digest of a report's exact content, so that a repeated submission gets its first receipt",
    "report_fingerprint": "makes that digest",
    "fingerprint_of": "makes that digest",
    "faces_masked": "how many faces were covered before the picture was stored",
    "face_weights": "the detector's weights: it finds where a face is, to cover it, and knows nobody",
    "统一社会信用代码": "the number of an organisation in the state's register; it scores nobody",
}
"""Names that sound like a red line and are none, each with what it is. A new one is a decision: write it here."""
OWN_WORDS = {"jingwei/kernel/redlines.py", "jingwei/kernel/tests/test_redlines.py", "tests/redlines"}
"""Where the words of the red lines themselves stand."""
HAN = re.compile(r"[\u4e00-\u9fff]")


def crossing(names: Iterable[tuple[str, str]]) -> list[str]:
    """Of (name, where it stands) those that cross a red line and are not explained."""
    found = []
    for name, where in names:
        line = red_line_of(name)
        if line is not None and name not in KNOWN:
            found.append(f"{where}: “{name}” ({line.key})")
    return sorted(set(found))


def names_in_python(text: str, where: str) -> Iterator[tuple[str, str]]:
    """What code gives a name to: classes, their attributes, functions, arguments, keys and short Chinese labels."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, where
            if not isinstance(node, ast.ClassDef):
                for argument in (*node.args.args, *node.args.kwonlyargs):
                    yield argument.arg, where
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Name):
                    yield target.id, where
                if isinstance(target, ast.Name) and isinstance(node.value, ast.Constant):
                    yield from _label(node.value, where)
        elif isinstance(node, ast.Dict):
            for key in node.keys:
                yield from _label(key, where)
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.arg, where
            if re.search(r"label|title|name|field|column", node.arg):
                yield from _label(node.value, where)


def _label(node: ast.expr | None, where: str) -> Iterator[tuple[str, str]]:
    """A string that is a name and not a sentence."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
        if re.fullmatch(r"[\w .-]{2,40}", text) or (HAN.search(text) and len(text) <= 12):
            yield text, where


def python_names(folder: str = "jingwei") -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / folder).rglob("*.py")):
        where = str(path.relative_to(ROOT))
        if "/tests/" in where or any(where.startswith(own) for own in OWN_WORDS):
            continue
        yield from names_in_python(path.read_text(encoding="utf-8"), where)


def names_in_script(text: str, where: str) -> Iterator[tuple[str, str]]:
    """Keys, properties and variables of TypeScript and Vue, and their short Chinese words."""
    for name in re.findall(r"(?<![.\w])([A-Za-z_]\w{2,40})\s*[:=(?]", text):
        yield name, where
    for label in re.findall(r"[\"'`>]([^\"'`<>\n]{2,12})[\"'`<]", text):
        if HAN.search(label):
            yield label, where


def script_names() -> Iterator[tuple[str, str]]:
    for path in own_files(ROOT / "web"):
        where = str(path.relative_to(ROOT))
        if path.suffix in {".ts", ".vue"} and not re.search(r"\.spec\.ts|/tests/", where):
            yield from names_in_script(path.read_text(encoding="utf-8"), where)


def document_names(document: Any, where: str = "api") -> Iterator[tuple[str, str]]:
    """Names of operations, schemas, properties, parameters and values of enums; not descriptions and addresses."""
    if isinstance(document, dict):
        for key, value in document.items():
            if not key.startswith("/"):
                yield key, where
            if key in {"name", "title", "operationId", "const"} and isinstance(value, str):
                yield value, where
            if key == "enum" and isinstance(value, list):
                yield from ((str(one), where) for one in value)
            yield from document_names(value, where)
    elif isinstance(document, list):
        for one in document:
            yield from document_names(one, where)


def glossary_names() -> Iterator[tuple[str, str]]:
    with (ROOT / "docs/glossary.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for column in ("identifier", "chinese", "english"):
                yield row[column], "docs/glossary.csv"


def setting_names() -> Iterator[tuple[str, str]]:
    for name in re.findall(r"JINGWEI_[A-Z_]+", (ROOT / "jingwei/config/settings.py").read_text("utf-8")):
        yield name.removeprefix("JINGWEI_"), "settings"


RECOGNITION = re.compile(
    r"face[-_]?(recognition|net|embedding|verif|id\b|match)|facenet|insightface|deepface|arcface|sface|"
    r"\bdlib\b|vggface|openface|compreface|face-api|faceapi|person[-_]?re[-_]?id|torchreid|gait|"
    r"voice[-_]?print|speaker[-_]?(id|verif|recog)|speechbrain|resemblyzer|pyannote|fingerprint(js|2)",
    re.IGNORECASE,
)


def packages() -> Iterator[str]:
    """Everything that is installed, by name, from the locks."""
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        named = re.match(r"([A-Za-z0-9_.-]+)==", line)
        if named:
            yield named[1]
    lock = json.loads((ROOT / "web/package-lock.json").read_text(encoding="utf-8"))
    for place in lock["packages"]:
        yield place.rpartition("node_modules/")[2]


COLUMNS = """
select c.table_name, c.column_name, coalesce(col_description(format('%I', c.table_name)::regclass, c.ordinal_position), '')
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
 where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
"""
WHO = re.compile(
    r"(person|post|account|reporter|uploader|viewer|holder|voter|resident|subject|device)(_id)?$|^(who|by)_"
)
WHERE = re.compile(r"(^|_)(lon|lat|position|point|geom|location|whereabouts|track)s?$")
PLACES_OF_THINGS: dict[str, str] = {
    "incidents_incident": "where the matter is, as whoever reported it chose; not where anybody was or is",
    "files_file": "where the picture says it was taken, a hint for the matter; removed with the picture",
    "preferences_savedview": "its place in the order of one's views",
    "hotline_reception": "where the matter is that a caller described",
    "joint_whistle": "the place that units are called to, as the centre set it; nobody was or is there because of it",
    "concerns_concern": "what place the concern is about, beside the post that noted it; whose concern it is stands nowhere",
    "worklog_logentry": "where something was settled, as whoever recorded it said by recording it; noted once, never followed",
    "territory_geometryimport": "some corners of the borders in an imported file, to find its coordinates by, beside who brought the file",
}
"""Tables that name somebody and hold a position, each with whose position it is. None holds where a person is."""
BALLOT = re.compile(r"vote|ballot|poll|投票|选票", re.IGNORECASE)


def tables_of(rows: Iterable[tuple[str, str, str]]) -> dict[str, list[str]]:
    tables: dict[str, list[str]] = {}
    for table, column, _ in rows:
        tables.setdefault(table, []).append(column)
    return tables


def where_people_are(tables: dict[str, list[str]]) -> set[str]:
    """Tables that hold a position beside somebody."""
    return {
        table
        for table, columns in tables.items()
        if any(WHO.search(one) for one in columns) and any(WHERE.search(one) for one in columns)
    }


def ballots_with_a_name(tables: dict[str, list[str]]) -> set[str]:
    """Tables of votes that hold anything a voter could be found by: an id, an index, an address, a device, a moment."""
    traced = re.compile(r"person|account|voter|device|address|phone|session|token|_at$|household")
    return {
        table
        for table, columns in tables.items()
        if BALLOT.search(table) and any(traced.search(one) for one in columns)
    }
