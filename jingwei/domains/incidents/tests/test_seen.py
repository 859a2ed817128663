"""Who has opened a matter: noted by the reading, shown to colleagues, never to the reporter or beyond the fence."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.db.utils import ProgrammingError

from jingwei.domains.incidents import services
from jingwei.domains.incidents.services.seeing import SEEN_AGAIN_AFTER
from jingwei.domains.incidents.tests.test_http import Person
from jingwei.domains.incidents.tests.walking import Walk, reported, rows, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.usefixtures("own_city")
SEEN = "select person_name, first_at, last_at from incidents_seen where incident_id = %s order by first_at"


@pytest.fixture(scope="module")
def people(own_city: str) -> Iterator[dict[str, Person]]:
    yield {key: Person(CAST.everybody()[key]) for key in ("wu", "zhao", "zhou", "sun", "qian", "li")}
    connection.close()


def note(actor: Actor, walk: Walk, minutes: int = 0) -> None:
    with eyes(actor):
        services.note_seen(actor, walk.case, at=MONDAY_10 + timedelta(minutes=minutes))


def test_opening_a_matter_is_noted_and_shown_to_colleagues(people: dict[str, Person]) -> None:
    case = reported().case
    for who in ("wu", "zhao"):
        assert people[who].get(f"/incidents/{case}")[0] == 200
    status, seen = people["wu"].get(f"/incidents/{case}/seen")
    assert status == 200
    assert [one["person_name"] for one in seen] == ["赵强", "吴芳"]
    assert all(one["unit_name"] and one["role"] == "desk" for one in seen)


def test_a_list_notes_nothing(people: dict[str, Person]) -> None:
    walk = reported()
    assert people["wu"].get("/incidents?bucket=to_accept")[0] == 200
    assert rows(SEEN, walk.case) == []


def test_whoever_may_not_see_the_matter_leaves_and_learns_nothing(people: dict[str, Person]) -> None:
    walk = reported()
    assert people["zhou"].get(f"/incidents/{walk.case}")[0] == 404
    assert people["zhou"].get(f"/incidents/{walk.case}/seen")[0] == 404
    assert rows(SEEN, walk.case) == []


def test_the_reporter_is_not_noted_and_is_told_of_nobody(people: dict[str, Person]) -> None:
    case = reported().case
    assert people["wu"].get(f"/incidents/{case}")[0] == 200
    assert people["li"].get(f"/incidents/{case}")[0] == 200
    assert people["li"].get(f"/incidents/{case}/seen") == (200, [])
    assert [name for name, *_ in rows(SEEN, case)] == ["吴芳"]
    with eyes(CAST.li), connection.cursor() as cursor:  # the second fence says the same
        cursor.execute("select count(*) from incidents_seen where incident_id = %s", [case])
        assert cursor.fetchone() == (0,)


def test_opening_it_again_soon_is_one_note_and_later_renews_it() -> None:
    walk = reported()
    again = int(SEEN_AGAIN_AFTER / timedelta(minutes=1))
    for minutes in (0, 1, again - 1):
        note(CAST.wu, walk, minutes)
    assert rows(SEEN, walk.case) == [("吴芳", MONDAY_10, MONDAY_10)]
    note(CAST.wu, walk, again)
    assert rows(SEEN, walk.case) == [("吴芳", MONDAY_10, MONDAY_10 + SEEN_AGAIN_AFTER)]


def test_a_confidential_tip_is_noted_for_its_one_post_only() -> None:
    walk = tipped()
    receiver = next(one for one in (CAST.sun, CAST.he) if one.post_id == walk.row.receiving_post_id)
    note(receiver, walk)
    assert [name for name, *_ in rows(SEEN, walk.case)] == [receiver.name]
    with eyes(CAST.guo), connection.cursor() as cursor:
        cursor.execute("select count(*) from incidents_seen where incident_id = %s", [walk.case])
        assert cursor.fetchone() == (0,)
        with pytest.raises(ProgrammingError, match="row-level security"):
            services.note_seen(CAST.guo, walk.case, at=MONDAY_10)


def test_nobody_notes_for_somebody_else_or_wipes_a_note() -> None:
    walk = reported()
    note(CAST.wu, walk)
    with eyes(CAST.zhao), pytest.raises(ProgrammingError, match="row-level security"):
        services.note_seen(CAST.wu, walk.case, at=MONDAY_10)
    for forbidden in ("delete from incidents_seen", "update incidents_seen set first_at = now()"):
        with eyes(CAST.machine), connection.cursor() as cursor, pytest.raises(ProgrammingError):
            cursor.execute(forbidden)
