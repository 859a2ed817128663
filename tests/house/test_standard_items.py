"""The standard item list: complete, consistent, within the red lines, and citing articles that exist."""

import csv
import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

import pytest

from tests.house.walls import ROOT

STANDARD = ROOT / "jingwei" / "config" / "standard"
LIBRARY = ROOT.parent / "shared" / "data" / "cn_laws" / "texts"

Row = dict[str, str]

COLUMNS = [
    "item_code",
    "class_name",
    "subclass_name",
    "item_name",
    "definition",
    "unit_kind",
    "accept_limit",
    "handle_limit",
    "verify_limit",
    "evidence",
    "handling_standard",
    "closing_standard",
    "is_urgent",
    "is_published",
    "legal_basis",
]
LENGTHS = {
    "item_name": (3, 15),
    "definition": (16, 90),
    "handling_standard": (10, 60),
    "closing_standard": (8, 40),
}
EVIDENCE = {"photo_before", "photo_after", "document", "call_record", "none"}
MINUTES = {"h": 60, "H": 60, "d": 8 * 60, "D": 24 * 60}
RED_LINES = (
    "重点人员|重点人口|稳控|信访|上访|缠访|宗教|信教|教徒|邪教|民族|族裔|政治面貌|政治倾向|前科|刑满|刑释|"
    "社区矫正|吸毒人员|戒毒人员|精神病|精神障碍|艾滋|人脸|步态|指纹|性取向|高危人员|风险评分|嫌疑人"
)
# Texts that newer ones took the place of: an article number of theirs would lead into a law no longer in force.
REPLACED = {
    "中华人民共和国环境保护法": "生态环境法典, in force 2026-08-15",
    "中华人民共和国大气污染防治法": "生态环境法典, in force 2026-08-15",
    "中华人民共和国水污染防治法": "生态环境法典, in force 2026-08-15",
    "中华人民共和国固体废物污染环境防治法": "生态环境法典, in force 2026-08-15",
    "中华人民共和国噪声污染防治法": "生态环境法典, in force 2026-08-15",
    "中华人民共和国治安管理处罚法": "renumbered by the revision in force 2026-01-01",
    "中华人民共和国传染病防治法": "renumbered by the revision in force 2025-09-01",
    "中华人民共和国村民委员会组织法": "revised, in force 2026-01-01",
    "中华人民共和国城市居民委员会组织法": "revised, in force 2026-01-01",
    "社会救助暂行办法": "社会救助法, in force 2026-07-01",
}
CITATION = re.compile(r"《([^《》]+)》第([零一二三四五六七八九十百千]+)条")
DIGITS = "零一二三四五六七八九"


def read(name: str) -> list[Row]:
    with (STANDARD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(written: str) -> int:
    """Read a Chinese article number: 一千二百五十四 is 1254."""
    total, digit = 0, 0
    for sign in written:
        if sign in DIGITS:
            digit = DIGITS.index(sign)
        else:
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[sign]
            digit = 0
    return total + digit


def citations(row: Row) -> list[tuple[str, int]]:
    return [(title, number(article)) for title, article in CITATION.findall(row["legal_basis"])]


def minutes(limit: str) -> int | None:
    match = re.fullmatch(r"([1-9]\d{0,2})([hdHD])", limit)
    return int(match[1]) * MINUTES[match[2]] if match else None


def code_faults(rows: list[Row]) -> Iterator[str]:
    """Codes count up without gaps; a class or sub-class has one number and one name."""
    if [row["item_code"] for row in rows] != sorted(row["item_code"] for row in rows):
        yield "items do not stand in the order of their codes"
    seen: dict[str, str] = {}
    before = (0, 0, 0)
    for row in rows:
        code = row["item_code"]
        if not re.fullmatch(r"\d{6}", code):
            yield f"{code}: not six digits"
            continue
        at = (int(code[:2]), int(code[2:4]), int(code[4:]))
        follows = {
            (before[0], before[1], before[2] + 1),
            (before[0], before[1] + 1, 1),
            (before[0] + 1, 1, 1),
        }
        if at not in follows:
            yield f"{code}: does not follow the code before it"
        before = at
        for prefix, column in ((code[:2], "class_name"), (code[:4], "subclass_name")):
            if seen.setdefault(prefix, row[column]) != row[column]:
                yield f"{code}: {prefix} is called {seen[prefix]} and {row[column]}"
    for length, what in ((2, "class"), (4, "sub-class")):
        names = Counter(name for prefix, name in seen.items() if len(prefix) == length)
        yield from (f"{what} {name} has {n} numbers" for name, n in names.items() if n > 1)
    yield from (
        f"{name}: {n} items of that name"
        for name, n in Counter(r["item_name"] for r in rows).items()
        if n > 1
    )


def limit_faults(row: Row) -> Iterator[str]:
    limits = {name: minutes(row[name]) for name in ("accept_limit", "handle_limit", "verify_limit")}
    yield from (
        f"{row['item_code']}: {name} {row[name]!r}" for name, value in limits.items() if value is None
    )
    if row["is_urgent"] not in ("0", "1"):
        yield f"{row['item_code']}: is_urgent {row['is_urgent']!r}"
    if row["is_published"] not in ("0", "1"):
        yield f"{row['item_code']}: is_published {row['is_published']!r}"
    if any(value is None for value in limits.values()):
        return
    accept, handle = limits["accept_limit"] or 0, limits["handle_limit"] or 0
    if accept >= handle:
        yield f"{row['item_code']}: accepting may take as long as handling"
    if row["is_urgent"] == "1":
        if any(row[name][-1] not in "HD" for name in limits):
            yield f"{row['item_code']}: urgent, but a clock of it stops at night"
        if accept > 2 * 60 or handle > 3 * 24 * 60:
            yield f"{row['item_code']}: urgent, but slow"


def evidence_faults(row: Row) -> Iterator[str]:
    keys = row["evidence"].split("+")
    if set(keys) - EVIDENCE or len(set(keys)) != len(keys) or ("none" in keys and len(keys) > 1):
        yield f"{row['item_code']}: evidence {row['evidence']!r}"


def text_faults(rows: list[Row]) -> Iterator[str]:
    for row in rows:
        for column, (shortest, longest) in LENGTHS.items():
            if not shortest <= len(row[column]) <= longest:
                yield f"{row['item_code']}: {column} has {len(row[column])} signs"
        yield from (
            f"{row['item_code']}: {column} has a space at an end"
            for column in COLUMNS
            if row[column] != row[column].strip()
        )
    for column in ("handling_standard", "closing_standard"):
        repeated = Counter(row[column] for row in rows)
        yield from (f"{column} said {n} times: {text}" for text, n in repeated.items() if n > 1)


def likeness(one: str, other: str) -> float:
    """The share of two-sign pieces that two texts have in common."""
    pieces = [{text[i : i + 2] for i in range(len(text) - 1)} for text in (one, other)]
    return len(pieces[0] & pieces[1]) / max(1, len(pieces[0] | pieces[1]))


def alike(rows: list[Row], column: str, most: float) -> list[str]:
    return [
        f"{a['item_code']} and {b['item_code']}: {column} alike"
        for a, b in combinations(rows, 2)
        if likeness(a[column], b[column]) > most
    ]


def reference_faults(rows: list[Row]) -> Iterator[str]:
    """Words in quotes name another item, sub-class or class of this list, and nothing else."""
    known = {row[column] for row in rows for column in ("item_name", "subclass_name", "class_name")}
    for row in rows:
        quoted = re.findall(
            r"“([^”]*)”", row["definition"] + row["handling_standard"] + row["closing_standard"]
        )
        yield from (
            f"{row['item_code']}: “{name}” is not in the list" for name in quoted if name not in known
        )
        if f"“{row['item_name']}”" in row["definition"]:
            yield f"{row['item_code']}: refers to itself"


def red_line_faults(rows: Iterable[Row]) -> list[str]:
    return [
        f"{row['item_code']}: {column} says {match[0]}"
        for row in rows
        for column in COLUMNS
        if (match := re.search(RED_LINES, row[column]))
    ]


def citation_faults(rows: Iterable[Row], laws: dict[str, Row]) -> Iterator[str]:
    for row in rows:
        basis = row["legal_basis"]
        if basis and not all(CITATION.fullmatch(part) for part in basis.split("；")):
            yield f"{row['item_code']}: cannot be read: {basis}"
        cited = citations(row)
        if len(set(cited)) != len(cited):
            yield f"{row['item_code']}: cites an article twice"
        for title, article in cited:
            if title in REPLACED:
                yield f"{row['item_code']}: {title} ({REPLACED[title]})"
            elif title not in laws:
                yield f"{row['item_code']}: {title} is not in laws.csv"
            elif not 1 <= article <= int(laws[title]["articles"]):
                yield f"{row['item_code']}: {title} has no article {article}"


def calendar_faults(rows: list[Row], year: int) -> Iterator[str]:
    days = [datetime.date.fromisoformat(row["date"]) for row in rows]
    if days != sorted(set(days)):
        yield "days are doubled or out of order"
    for day, row in zip(days, rows, strict=True):
        if day.year != year:
            yield f"{day}: of another year"
        if row["kind"] not in ("holiday", "workday") or not row["name"]:
            yield f"{day}: {row}"
        if row["kind"] == "workday" and day.weekday() < 5:
            yield f"{day}: a make-up working day on a {day:%A}"


@pytest.fixture(scope="module")
def items() -> list[Row]:
    return read("items.csv")


@pytest.fixture(scope="module")
def laws() -> dict[str, Row]:
    return {row["title"]: row for row in read("laws.csv")}


@pytest.fixture(scope="module")
def library() -> dict[str, dict[int, str]]:
    """Law title → article number → text; several files of one title (the books of 民法典) are one law."""
    if not LIBRARY.is_dir():
        pytest.skip(f"the law texts are not at {LIBRARY}: article texts were not looked up")
    texts: dict[str, dict[int, str]] = {}
    for path in sorted(LIBRARY.glob("*.md")):
        lines = path.read_text(encoding="utf-8").splitlines()
        articles = texts.setdefault(lines[0].removeprefix("#").strip(), {})
        for line in lines:
            if match := re.match(r"第([零一二三四五六七八九十百千]+)条\s+(.+)", line.strip()):
                articles[number(match[1])] = match[2]
    return texts


def test_there_are_fifteen_classes_and_332_items(items: list[Row]) -> None:
    assert list(items[0]) == COLUMNS
    assert len(items) == 332
    assert len({row["item_code"][:2] for row in items}) == 15
    assert len({row["class_name"] for row in items}) == 15


def test_codes_count_up_and_names_are_unique(items: list[Row]) -> None:
    assert list(code_faults(items)) == []


HANDLE_BY_DUTY_ONLY = {"trade_association", "social_organisation"}
"""Handlers outside the government that no item names by itself: a line of the duty matrix does."""


def test_every_unit_kind_is_known_and_used(items: list[Row]) -> None:
    kinds = read("unit_kinds.csv")
    assert list(kinds[0]) == ["key", "name_zh", "name_en"]
    assert all(re.fullmatch(r"[a-z_]+", k["key"]) and k["name_zh"] and k["name_en"] for k in kinds)
    for column in ("key", "name_zh", "name_en"):
        assert len({k[column] for k in kinds}) == len(kinds)
    assert {row["unit_kind"] for row in items} == {k["key"] for k in kinds} - HANDLE_BY_DUTY_ONLY


def test_limits_can_be_read_and_urgent_ones_never_sleep(items: list[Row]) -> None:
    assert [fault for row in items for fault in limit_faults(row)] == []


def test_evidence_comes_from_the_small_set(items: list[Row]) -> None:
    assert [fault for row in items for fault in evidence_faults(row)] == []


def test_texts_are_neither_stubs_nor_essays_nor_copies_of_each_other(items: list[Row]) -> None:
    assert list(text_faults(items)) == []
    assert alike(items, "definition", 0.4) == []
    assert alike(items, "handling_standard", 0.5) == []


def test_references_lead_to_items_of_the_list(items: list[Row]) -> None:
    assert list(reference_faults(items)) == []


def test_no_item_is_about_a_kind_of_person_the_red_lines_protect(items: list[Row]) -> None:
    assert red_line_faults(items) == []


def test_citations_name_laws_in_force_and_articles_they_have(items: list[Row], laws: dict[str, Row]) -> None:
    assert list(citation_faults(items, laws)) == []
    assert set(laws) == {title for row in items for title, _ in citations(row)}


def test_only_the_ecological_code_was_checked_outside_the_library(laws: dict[str, Row]) -> None:
    assert {law["checked_against"] for law in laws.values()} <= {"library", "published"}
    outside = {title for title, law in laws.items() if law["checked_against"] == "published"}
    assert outside == {"中华人民共和国生态环境法典"}


def test_cited_articles_stand_in_the_law_library(
    items: list[Row], laws: dict[str, Row], library: dict[str, dict[int, str]]
) -> None:
    checked = {title for title, law in laws.items() if law["checked_against"] == "library"}
    assert {t: int(laws[t]["articles"]) for t in checked} == {t: max(library[t]) for t in checked}
    assert [
        f"{row['item_code']}: 《{title}》 article {article}"
        for row in items
        for title, article in citations(row)
        if title in checked and not library[title].get(article)
    ] == []


def test_sentences_are_not_copied_from_the_cited_articles(
    items: list[Row], library: dict[str, dict[int, str]]
) -> None:
    copied = []
    for row in items:
        ours = row["definition"] + "。" + row["handling_standard"] + "。" + row["closing_standard"]
        for title, article in citations(row):
            text = library.get(title, {}).get(article, "")
            runs = (ours[i : i + 14] for i in range(len(ours) - 13))
            copied += [f"{row['item_code']}: {run}" for run in runs if run in text]
    assert copied == []


@pytest.mark.parametrize(
    ("year", "holidays", "make_up_days"), [(2024, 28, 8), (2025, 28, 5), (2026, 33, 6)], ids=str
)
def test_calendars_hold_the_days_of_the_official_notice(year: int, holidays: int, make_up_days: int) -> None:
    rows = read(f"calendar_{year}.csv")
    assert list(rows[0]) == ["date", "kind", "name"]
    assert list(calendar_faults(rows, year)) == []
    assert Counter(row["kind"] for row in rows) == {"holiday": holidays, "workday": make_up_days}
    named = "、".join(row["name"] for row in rows)
    assert [
        f for f in ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节") if f not in named
    ] == []


def test_a_calendar_is_there_only_for_years_that_were_announced() -> None:
    assert sorted(path.name for path in STANDARD.glob("calendar_*.csv")) == [
        "calendar_2024.csv",
        "calendar_2025.csv",
        "calendar_2026.csv",
    ]


def test_the_checks_can_fail(items: list[Row], laws: dict[str, Row]) -> None:
    first, second = items[0], items[1]
    assert number("一千二百五十四") == 1254
    assert [number(n) for n in ("十", "十五", "二十", "一百零三", "五百七十二")] == [10, 15, 20, 103, 572]
    assert list(code_faults([first, second | {"item_code": "010103"}])) != []
    assert list(code_faults([first, second | {"class_name": "别的"}])) != []
    assert list(code_faults([first, second | {"item_name": first["item_name"]}])) != []
    assert list(limit_faults(first | {"handle_limit": "1.5h"})) != []
    assert list(limit_faults(first | {"accept_limit": "9d"})) != []
    assert list(limit_faults(first | {"is_urgent": "1"})) != []
    assert list(evidence_faults(first | {"evidence": "photo"})) != []
    assert list(evidence_faults(first | {"evidence": "none+document"})) != []
    assert list(text_faults([first, second | {"handling_standard": first["handling_standard"]}])) != []
    assert alike([first, second | {"definition": first["definition"] + "等"}], "definition", 0.4) != []
    assert list(reference_faults([first | {"definition": "归“没有的事项”"}])) != []
    assert red_line_faults([first | {"definition": "辖区重点人员走访"}]) != []
    assert list(citation_faults([first | {"legal_basis": "城市道路管理条例23条"}], laws)) != []
    assert list(citation_faults([first | {"legal_basis": "《城市道路管理条例》第四十六条"}], laws)) != []
    assert list(citation_faults([first | {"legal_basis": "《社会救助暂行办法》第九条"}], laws)) != []
    assert list(calendar_faults([{"date": "2026-05-08", "kind": "workday", "name": "劳动节"}], 2026)) != []
