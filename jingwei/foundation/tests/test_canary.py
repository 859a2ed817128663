"""What the other tests stand on: they run as the application's role, and the fences are really up."""

import pytest
from django.apps import apps
from django.db import connection

from jingwei.foundation.scoping import ScopedModel

pytestmark = pytest.mark.django_db

PERSONAL = {
    "access_person",
    "access_account",
    "access_token",
    "audit_entry",
    "audit_seal",
    "audit_check",
    "audit_era",
    "privacy_reveal",
}
"""Tables of the foundation that hold personal data, or what proves who did what."""

HANGS_ON_A_SCOPED_ROW = "incident"
"""A model with a key to a scoped one shows what that one shows."""

PUBLIC_FACTS = {
    "access_unit",
    "access_post",
    "access_holding",
    "access_delegation",
}

APPEND_ONLY = {"audit_entry", "audit_seal", "audit_check", "audit_era", "privacy_reveal"}


def rows(query: str, *values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()


def scoped_tables() -> set[str]:
    """Scoped models, and models that hang on one by a foreign key."""
    models = apps.get_models()
    scoped = [model for model in models if issubclass(model, ScopedModel)]
    hanging = [
        model
        for model in models
        if any(field.is_relation and field.related_model in scoped for field in model._meta.fields)
    ]
    return {model._meta.db_table for model in [*scoped, *hanging]}


def test_the_tests_run_as_the_application_role() -> None:
    query = "select current_user, session_user, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb"
    (found,) = rows(f"{query} from pg_roles where rolname = current_user")
    assert found == ("jingwei_app", "jingwei_app", False, False, False, False)


def test_the_application_role_owns_nothing_and_belongs_to_nobody() -> None:
    owned = "select relname from pg_class where relowner = 'jingwei_app'::regrole"
    assert rows(owned) == []
    assert rows("select proname from pg_proc where proowner = 'jingwei_app'::regrole") == []
    assert (
        rows("select roleid::regrole::text from pg_auth_members where member = 'jingwei_app'::regrole") == []
    )
    assert rows("select has_schema_privilege('jingwei_app', 'public', 'create')") == [(False,)]


def test_every_scoped_and_personal_table_is_fenced_also_for_its_owner() -> None:
    expected = scoped_tables() | PERSONAL
    assert len(scoped_tables()) >= 1
    found = rows(
        """select relname, relrowsecurity, relforcerowsecurity from pg_class
            where relname = any(%s) and relkind in ('r', 'p')""",
        sorted(expected),
    )
    assert {name for name, _, _ in found} == expected
    assert [row for row in found if not (row[1] and row[2])] == []


def test_partitions_are_fenced_like_their_tables() -> None:
    unfenced = """select child.relname from pg_inherits
                    join pg_class child on child.oid = inhrelid join pg_class parent on parent.oid = inhparent
                   where parent.relrowsecurity and not (child.relrowsecurity and child.relforcerowsecurity)"""
    assert rows(unfenced) == []


def test_every_table_that_names_a_person_is_fenced_or_said_to_be_public() -> None:
    naming = rows(
        """select distinct c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity
              and (a.attname ~ '(person|reporter|owner|holder|uploader|recipient)_id$'
                   or a.attname ~ '(sealed|phone|password_hash)')"""
    )
    assert {name for (name,) in naming} <= PUBLIC_FACTS


def test_what_is_append_only_is_so_for_the_application_role() -> None:
    for table in APPEND_ONLY:
        for verb, allowed in {"select": True, "insert": True, "update": False, "delete": False}.items():
            assert rows("select has_table_privilege('jingwei_app', %s, %s)", table, verb) == [(allowed,)], (
                table
            )
        assert rows("select has_table_privilege('jingwei_app', %s, 'truncate')", table) == [(False,)]


def test_definer_functions_belong_to_the_reader_fix_their_path_and_are_closed_to_the_public() -> None:
    found = rows(
        """select proname, proowner::regrole::text, coalesce(array_to_string(proconfig, ','), ''),
                  has_function_privilege('public', oid, 'execute')
             from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
              and proname like 'jw\\_%%'"""
    )
    assert {name for name, *_ in found} >= {"jw_actor_of_token", "jw_posts_open_to", "jw_posts_of_unit"}
    for name, owner, config, is_open in found:
        assert (name, owner, is_open) == (name, "jingwei_reader", False)
        assert "search_path=" in config, name


def test_no_view_shows_what_its_reader_may_not_see() -> None:
    loose = """select relname from pg_class where relnamespace = 'public'::regnamespace and
                ((relkind = 'v' and not coalesce(reloptions::text like '%%security_invoker=true%%', false)
                  and relname not in ('geography_columns', 'geometry_columns'))
                 or (relkind = 'm' and has_table_privilege('jingwei_app', oid, 'select')))"""
    assert rows(loose) == []
