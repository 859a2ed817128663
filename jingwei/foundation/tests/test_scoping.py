"""The two fences of every read, and the door of every write."""

import pytest
from django.db import connection

from jingwei.foundation.scoping import eyes
from tests.cast import CAST


@pytest.mark.django_db
def test_the_tests_run_as_the_application_role() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select current_user, rolsuper, rolbypassrls from pg_roles where rolname = current_user"
        )
        assert cursor.fetchone() == ("jingwei_app", False, False)


@pytest.mark.django_db
def test_a_used_connection_without_eyes_has_no_scope() -> None:
    with eyes(CAST.wu), connection.cursor() as cursor:
        cursor.execute("select jw_scope()")
        assert cursor.fetchone() == (CAST.wu.scope,)


@pytest.mark.django_db(transaction=False)
def test_the_cast_is_planted() -> None:
    from jingwei.foundation.access.queries import posts_open_to
    from jingwei.foundation.areas.queries import locate
    from tests.cast import GRID_2, MONDAY_10, inside

    assert locate(*inside(GRID_2)).area_code == GRID_2
    assert [p.role for p in posts_open_to(CAST.wu.person_id, at=MONDAY_10)] == ["desk"]
