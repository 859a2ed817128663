"""What the documents say is there: links, words of the launcher, addresses, definer functions, settings."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.core.management import get_commands

from jingwei.config.api import document
from tests.house.rooms import own_files
from tests.house.walls import ROOT

OPERATOR = ROOT / "docs/guides/operator.md"
FENCE_RECORD = ROOT / "docs/adr/0005-row-level-security.md"
ABROAD = re.compile(r"^[a-z]+:|^#")
LINK = re.compile(r"(?<!\\)\]\(<?([^)\s>]+)>?(?: \"[^\"]*\")?\)")
CODE_BLOCK = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
JW_WORD = re.compile(r"\./jw ([a-z][a-z0-9_-]*)")
JW_CASE = re.compile(r"^  ((?:[a-z-]+ \| )*[a-z-]+)\)", re.MULTILINE)
ADDRESS = re.compile(r"\b(GET|POST|PUT|DELETE) (/api/v1/[^\s`?（）,，；。]+)")
DEFINER = re.compile(r"create (?:or replace )?function (\w+)\s*\([^$]*?security definer", re.IGNORECASE)
DEFINER_BY_NAME = re.compile(r"\bfound_within_sql\(\s*\"(\w+)\"")
LISTED_FUNCTION = re.compile(r"^\| `(jw_\w+)` \|", re.MULTILINE)
SETTING_READ = re.compile(r"env\.(?:text|number|flag|names|folder|key)\(\s*\"(JINGWEI_\w+)\"")
BY_ROLE = re.compile(r"\"(JINGWEI_\w+)\"")


def markdown_files(root: Path) -> Iterator[Path]:
    for path in own_files(root):
        folders = path.relative_to(root).parts[:-1]
        if path.suffix == ".md" and not any(part.startswith(".") for part in folders):
            yield path


def dead_links(root: Path) -> list[str]:
    complaints = []
    for path in markdown_files(root):
        prose = CODE_BLOCK.sub("", path.read_text(encoding="utf-8"))
        for target in LINK.findall(prose):
            if not ABROAD.match(target) and not (path.parent / target.partition("#")[0]).exists():
                complaints.append(f"{path.relative_to(root)}: {target}")
    return complaints


def launcher_words(text: str) -> set[str]:
    """The words that `jw` itself knows."""
    body = text[text.index("case $word in") :]
    return {word for labels in JW_CASE.findall(body) for word in labels.split(" | ")}


def unknown_words(root: Path, known: set[str]) -> list[str]:
    return [
        f"{path.relative_to(root)}: ./jw {word}"
        for path in markdown_files(root)
        for word in JW_WORD.findall(path.read_text(encoding="utf-8"))
        if word not in known
    ]


def plain_address(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", path)


def unknown_addresses(root: Path, known: set[tuple[str, str]]) -> list[str]:
    return [
        f"{path.relative_to(root)}: {method} {address}"
        for path in markdown_files(root)
        for method, address in ADDRESS.findall(path.read_text(encoding="utf-8"))
        if (method, plain_address(address)) not in known
    ]


def definer_functions(root: Path) -> set[str]:
    texts = [path.read_text(encoding="utf-8") for path in root.rglob("migrations/*.py")]
    return {name for text in texts for form in (DEFINER, DEFINER_BY_NAME) for name in form.findall(text)}


def settings_read(text: str) -> set[str]:
    """Every setting that a settings file asks the environment for, also where the name depends on the role."""
    return set(SETTING_READ.findall(text)) | set(BY_ROLE.findall(text))


def undescribed(names: set[str], guide: str) -> set[str]:
    return {name for name in names if not re.search(rf"^\| `{name}` \|", guide, re.MULTILINE)}


def all_words() -> set[str]:
    own = launcher_words((ROOT / "jw").read_text(encoding="utf-8"))
    return own | {name.replace("_", "-") for name in get_commands()}


def all_addresses() -> set[tuple[str, str]]:
    paths = document()["paths"]
    return {(method.upper(), plain_address(path)) for path, item in paths.items() for method in item}


def test_links_lead_somewhere() -> None:
    assert dead_links(ROOT) == []


def test_every_word_told_is_a_word() -> None:
    assert unknown_words(ROOT, all_words()) == []


def test_every_address_told_is_served() -> None:
    assert unknown_addresses(ROOT, all_addresses()) == []


def test_the_record_lists_exactly_the_definer_functions() -> None:
    listed = set(LISTED_FUNCTION.findall(FENCE_RECORD.read_text(encoding="utf-8")))
    assert listed == definer_functions(ROOT / "jingwei")


def test_every_setting_is_described_to_operators() -> None:
    read = settings_read((ROOT / "jingwei/config/settings.py").read_text(encoding="utf-8"))
    assert {"JINGWEI_FIELD_KEY", "JINGWEI_OWNER_PASSWORD", "JINGWEI_LOG"} <= read
    assert undescribed(read, OPERATOR.read_text(encoding="utf-8")) == set()


def test_planted_faults_are_found(tmp_path: Path) -> None:
    """A check that cannot fail is a defect."""
    guide = tmp_path / "docs" / "guide.md"
    guide.parent.mkdir()
    guide.write_text(
        "[gone](gone.md) [here](guide.md#top) [web](https://city.example) ./jw run ./jw fly\n"
        "`GET /api/v1/me` `GET /api/v1/moon/{id}`\n```\n[no link](in-code.md)\n```\n",
        encoding="utf-8",
    )
    assert dead_links(tmp_path) == ["docs/guide.md: gone.md"]
    assert unknown_words(tmp_path, all_words()) == ["docs/guide.md: ./jw fly"]
    assert unknown_addresses(tmp_path, all_addresses()) == ["docs/guide.md: GET /api/v1/moon/{id}"]

    migration = tmp_path / "app" / "migrations" / "0001_x.py"
    migration.parent.mkdir(parents=True)
    migration.write_text(
        "create function jw_wide(a uuid)\n returns uuid language sql security definer as $$ select a $$;\n"
        "create function jw_plain() returns text language sql as $$ select '' $$;\n"
        'FIND = found_within_sql("jw_found", table="t", column="c")\n',
        encoding="utf-8",
    )
    assert definer_functions(tmp_path) == {"jw_wide", "jw_found"}
    assert undescribed({"JINGWEI_NEW", "JINGWEI_LOG"}, "| `JINGWEI_LOG` | … |") == {"JINGWEI_NEW"}
    assert settings_read('A = env.text("JINGWEI_A")\nB = env.text("JINGWEI_B" if x else "JINGWEI_C")') == {
        "JINGWEI_A",
        "JINGWEI_B",
        "JINGWEI_C",
    }


def test_the_launchers_words_are_read_from_it() -> None:
    assert {"run", "test", "help", "migrate", "makemigrations", "stop"} <= launcher_words(
        (ROOT / "jw").read_text(encoding="utf-8")
    )
