"""The generated pages are fresh and say everything, and the glossary knows every word they use."""

import re
from collections import Counter
from xml.etree import ElementTree

import pytest
from django.db import connection

from jingwei.config.api import document
from jingwei.config.document import operations_of
from jingwei.config.documentation import pages
from jingwei.config.documentation.definers import definers
from jingwei.config.documentation.diagram import arcs
from jingwei.config.documentation.glossary import GLOSSARY_FILE, labels, terms
from jingwei.config.documentation.labels import LABELS_FILE, typescript
from jingwei.config.documentation.permissions import SEES
from jingwei.config.documentation.refusals import all_refusals
from jingwei.config.management.commands.export_openapi import OPENAPI_FILE
from jingwei.config.wiring import HEARERS
from jingwei.domains.incidents.contracts import Action, Channel, Identity, State
from jingwei.domains.incidents.rules.lifecycle import ACTION_LABELS, MOVES, STATE_LABELS, Need, Stage, Who
from jingwei.domains.incidents.rules.sight import WHO_LABELS
from jingwei.foundation.access.contracts import Permission, Role
from jingwei.kernel.codes import LEVEL_LABELS, Level

NAMES = ("lifecycle.md", "lifecycle.svg", "permission-matrix.md", "error-codes.md", "events.md")
HANZI = re.compile("[\u4e00-\u9fff]")
KINDS = {
    "role": {role.value for role in Role},
    "permission": {permission.value for permission in Permission},
    "action": {action.value for action in Action},
    "state": {state.name.lower() for state in State},
    "stage": {stage.value for stage in Stage},
    "who": {who.value for who in Who},
    "need": {need.value for need in Need},
    "identity": {identity.value for identity in Identity},
    "channel": {channel.value for channel in Channel},
    "level": {level.name.lower() for level in Level},
}


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return pages()


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_fresh(name: str, made: dict[str, str]) -> None:
    stored = (OPENAPI_FILE.parent / name).read_text(encoding="utf-8")
    assert stored == made[name], "Run ./jw generate-docs and commit the result."


def test_the_web_labels_are_fresh() -> None:
    assert LABELS_FILE.read_text(encoding="utf-8") == typescript(), (
        "Run ./jw generate-docs and commit the result."
    )


def test_nothing_else_stands_in_the_folder(made: dict[str, str]) -> None:
    assert set(made) == set(NAMES)
    assert {path.name for path in OPENAPI_FILE.parent.iterdir()} == {*NAMES, OPENAPI_FILE.name}


def test_every_move_stands_in_the_table(made: dict[str, str]) -> None:
    rows = [line for line in made["lifecycle.md"].splitlines() if line.startswith("| ")]
    for move in MOVES:
        label, action = STATE_LABELS[move.state][0], f"`{move.action.value}`"
        assert [row for row in rows if row.startswith(f"| {label} |") and action in row], move


def test_the_drawing_is_svg_and_names_every_state(made: dict[str, str]) -> None:
    root = ElementTree.fromstring(made["lifecycle.svg"])  # noqa: S314  our own text
    words = {one.text for one in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {zh for zh, _ in STATE_LABELS.values()} <= words


def test_arrows_that_overlap_run_in_lanes_of_their_own() -> None:
    lanes = Counter(
        (arc.is_back, arc.lane, point) for arc in arcs() for point in _passed(arc.source, arc.target)
    )
    assert max(lanes.values()) == 1


def _passed(source: State, target: State) -> list[int]:
    """The gaps between states that an arrow runs beside."""
    low, high = sorted((list(State).index(source), list(State).index(target)))
    return list(range(low, high))


def test_every_operation_and_permission_stands_in_the_matrix(made: dict[str, str]) -> None:
    page = made["permission-matrix.md"]
    for operation in operations_of(document()):
        assert f"`{operation['operationId']}`" in page
        assert operation["x-sees"] in SEES
    assert all(f"`{permission.value}`" in page for permission in Permission)


def test_every_refusal_says_what_to_do_in_both_languages() -> None:
    """The sentences are the contract with people: none is missing, and neither stands in for the other."""
    for refusal in all_refusals():
        assert HANZI.search(refusal.message) or refusal.message == "{reason_zh}", refusal
        assert refusal.message_en, refusal
        assert not HANZI.search(refusal.message_en), refusal
        assert 400 <= refusal.status < 600, refusal


def test_a_code_means_one_thing() -> None:
    sentences: dict[str, set[tuple[str, str]]] = {}
    for refusal in all_refusals():
        sentences.setdefault(refusal.code, set()).add((refusal.message, refusal.message_en))
    assert {code for code, said in sentences.items() if len(said) > 1} == set()


def test_every_event_stands_in_the_table(made: dict[str, str]) -> None:
    assert all(f"`{event.__name__}`" in made["events.md"] for event in HEARERS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_glossary_has_a_row_for_every_value(kind: str) -> None:
    assert set(labels(kind)) == KINDS[kind]


def test_the_glossary_says_each_thing_once() -> None:
    rows = terms()
    doubled = [key for key, count in Counter((t.kind, t.identifier) for t in rows).items() if count > 1]
    assert doubled == []
    assert all(t.chinese and t.english and t.meaning for t in rows)
    assert {t.kind for t in rows} == {"word", *KINDS}
    assert GLOSSARY_FILE.read_text(encoding="utf-8").endswith("\n")


def test_labels_on_buttons_are_the_glossarys() -> None:
    actions, states, who, levels = labels("action"), labels("state"), labels("who"), labels("level")
    assert {a: (actions[a.value].chinese, actions[a.value].english) for a in Action} == ACTION_LABELS
    assert {
        s: (states[s.name.lower()].chinese, states[s.name.lower()].english) for s in State
    } == STATE_LABELS
    assert {w: (who[w.value].chinese, who[w.value].english) for w in Who} == WHO_LABELS
    assert {level: levels[level.name.lower()].chinese for level in Level} == LEVEL_LABELS


@pytest.mark.django_db
def test_every_definer_function_is_listed_with_its_purpose() -> None:
    """What the database has, not what we remember having written: the page and the server agree."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select proname, prorettype = 'trigger'::regtype from pg_proc"
            " where prosecdef and proname like 'jw%%' order by proname"
        )
        present = cursor.fetchall()
    assert [name for name, is_trigger in present if not is_trigger] == [one.name for one in definers()]
    # Nobody calls these, and what makes them for each counted table stands in one place: ADR 5 names them together.
    triggers = [name for name, is_trigger in present if is_trigger]
    assert [name for name in triggers if not name.startswith("jw_map_count_")] == []
    assert all(one.meaning for one in definers())
