"""The second fence, row-level security, in what every table of incidents and every personal table shows."""

import itertools

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from jingwei.domains.incidents import services
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries import standing_of
from jingwei.domains.incidents.queries.following import public_id_of
from jingwei.domains.incidents.rules.sight import sees
from jingwei.domains.incidents.services.following import follow_matter
from jingwei.domains.incidents.tests.walking import Walk, photo, reported, rows, spot, tipped
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.scoping import ScopeMissing, eyes
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, COMMUNITY, FAR_GRID, FOREIGN_GRID, GRID_2, URBAN, centre, in_post

pytestmark = pytest.mark.usefixtures("own_city")

FENCED = """
select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
 order by relname
"""
OF_INCIDENTS = {
    f"incidents_{name}"
    for name in [
        "incident",
        "step",
        "participant",
        "assignment",
        "extension",
        "suspension",
        "question",
        "rating",
        "attachment",
        "seen",
        "follow",
    ]
}


OF_NOBODY = {"incidents_handoffrule"}
"""Dated data of the whole city: it speaks of no matter and no person."""


@pytest.fixture(scope="module")
def course(own_city: str) -> Walk:
    """One incident with something in every table beside it, committed."""
    walk = reported(file_ids=(photo(CAST.li),)).accepted().dispatched().taken()
    services.ask_extension(CAST.qian, walk.case, remark="等配件", limit="1d", at=walk.later())
    services.grant_extension(CAST.wu, walk.case, at=walk.later())
    walk.suspended()
    services.resume_incident(CAST.wu, walk.case, at=walk.later())
    services.note_incident(CAST.wu, walk.case, remark="内部提示", at=walk.later())
    services.ask_reporter(CAST.qian, walk.case, remark="具体在几号楼？", at=walk.later())
    services.reveal_reporter(CAST.wu, walk.case, purpose=Purpose.FOLLOW_UP, remark="回访", at=walk.later())
    with eyes(CAST.wu):
        services.note_seen(CAST.wu, walk.case, at=walk.later())
    follow_matter(CAST.li, public_id_of(walk.case), at=walk.later())
    return walk.handled().passed().closed().rated()


def fenced_tables() -> list[str]:
    return [name for (name,) in rows(FENCED)]


def count_without_eyes(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"select count(*) from {table}")
        return int(cursor.fetchone()[0])


def test_every_table_of_incidents_is_fenced(course: Walk) -> None:
    every = rows(
        "select tablename from pg_tables where schemaname = 'public' and tablename like 'incidents\\_%%'"
    )
    assert OF_INCIDENTS <= {name for (name,) in every} - OF_NOBODY <= set(fenced_tables())


def test_every_table_of_incidents_holds_something(course: Walk) -> None:
    for table in sorted(OF_INCIDENTS | {"files_file", "privacy_reveal", "audit_entry", "access_person"}):
        assert rows(f"select count(*) > 0 from {table}") == [(True,)], table


def test_a_used_connection_without_eyes_sees_no_row_of_any_fenced_table(course: Walk) -> None:
    with eyes(CAST.he):
        assert Incident.objects.visible_to(CAST.he).exists()
    with connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid(), current_user, current_setting('jw.scope', true)")
        pid, user, scope = cursor.fetchone()
    assert (user, scope) == ("jingwei_app", "")  # used before: an empty setting, not an unset one
    assert {table: count_without_eyes(table) for table in fenced_tables()} == dict.fromkeys(
        fenced_tables(), 0
    )
    assert rows("select pg_backend_pid()") == [(pid,)]


def test_a_transaction_without_eyes_sees_nothing_either(course: Walk) -> None:
    with transaction.atomic():
        assert all(count_without_eyes(table) == 0 for table in fenced_tables())


def test_a_fresh_connection_sees_nothing(course: Walk) -> None:
    connection.close()
    assert all(count_without_eyes(table) == 0 for table in fenced_tables())


def test_without_eyes_nothing_is_changed(course: Walk) -> None:
    with connection.cursor() as cursor:
        cursor.execute("update incidents_incident set words = 'x'")
        assert cursor.rowcount == 0
        cursor.execute("update incidents_assignment set outcome = 'x'")
        assert cursor.rowcount == 0
        with pytest.raises(ProgrammingError):
            cursor.execute("alter table incidents_incident disable row level security")
        with pytest.raises(ProgrammingError):
            cursor.execute("set role jingwei_reader")


def test_the_functions_that_look_past_the_fence_refuse_without_a_scope(course: Walk) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from jw_incident_participants(%s)", [course.case])
        assert cursor.fetchone() == (0,)
        cursor.execute("select count(*) from jw_intake_replay(%s, %s)", [course.case, b"guess"])
        assert cursor.fetchone() == (0,)
        cursor.execute("select jw_case_of_tracking(%s)", [b"guess"])
        assert cursor.fetchone() == (None,)


def test_python_that_forgets_whose_eyes_raises_before_it_asks(course: Walk) -> None:
    with pytest.raises(ScopeMissing), eyes(CAST.he):
        Incident.objects.filter(pk=course.case).first()


def test_what_a_neighbour_asks_in_sql_is_not_there(course: Walk) -> None:
    for stranger in (CAST.chen, CAST.mao, CAST.zhou, CAST.tang, CAST.feng, CAST.wang, CAST.public):
        with eyes(stranger):
            for table in sorted(OF_INCIDENTS - {"incidents_incident"}):
                assert count_of_case(table, "incident_id", course) == 0, (stranger.name, table)
            assert count_of_case("incidents_incident", "id", course) == 0
            assert count_of_case("files_file", "claimed_for", course) == 0


def count_of_case(table: str, column: str, walk: Walk) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"select count(*) from {table} where {column} = %s", [walk.case])
        return int(cursor.fetchone()[0])


def test_the_reporter_reads_the_course_without_internal_notes(course: Walk) -> None:
    steps = course.row.version
    with eyes(CAST.li):
        assert count_of_case("incidents_step", "incident_id", course) == steps - 1
        assert count_of_case("files_file", "claimed_for", course) == 3
    with eyes(CAST.qian):
        assert count_of_case("incidents_step", "incident_id", course) == steps


def test_both_statements_of_sight_agree_on_everybody_and_everything(course: Walk) -> None:
    """The rule in Python, the query and the policy in SQL say the same of every person and every kind of matter."""
    moved = reported(position=spot(GRID_2)).escalated().escalated(CAST.zhao)
    returned = reported().accepted().dispatched()
    services.return_task(CAST.qian, returned.case, remark="非职责", at=returned.later())
    assigned = reported().accepted().dispatched(unit_id=centre(COMMUNITY))
    services.assign_task(CAST.wu, assigned.case, post_id=CAST.chen.post_id, at=assigned.later())
    walks = [
        course,
        moved,
        returned,
        assigned,
        reported(CAST.public),
        reported(position=spot(FAR_GRID)),
        reported(position=spot(FOREIGN_GRID)),
        reported(about_unit_id=URBAN),
        reported(about_unit_id=centre(COMMUNITY)),
        reported(CAST.qian, about_unit_id=URBAN),
        tipped(),
        tipped(about_unit_id=URBAN),
        tipped().accepted(CAST.sun).dispatched(CAST.sun),
    ]
    colleague = in_post(CAST.wu, person_id=uuid7(), post_id=uuid7())
    people = [*CAST.everybody().values(), CAST.public, CAST.machine, colleague]
    people += [services.proved_reporter(CAST.public, walk.receipt.tracking_code)[0] for walk in walks[:2]]
    for walk, actor in itertools.product(walks, people):
        with eyes(CAST.machine):
            standing = standing_of(walk.row, with_participants=True)
        with eyes(actor):
            by_query = Incident.objects.visible_to(actor).filter(pk=walk.case).exists()
            by_policy = Incident.objects.unscoped("the test compares").filter(pk=walk.case).exists()
        assert by_policy == sees(actor, standing) == by_query, (actor.name, walk.steps[-1].action)
