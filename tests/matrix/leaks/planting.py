"""Leaks planted on purpose: in the database by its owner, in the code by another function. All are taken out again."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from jingwei.domains.incidents import queries
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries import published
from jingwei.domains.incidents.queries.hearing import IncidentSight
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.files.models import File
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST
from tests.matrix.fences.database import as_owner

Planted = AbstractContextManager[None]


@dataclass(frozen=True, slots=True)
class Leak:
    """What is broken, how, and which of the finders must notice."""

    name: str
    plant: Callable[[], Planted]
    finder: str


@contextmanager
def in_sql(break_it: str, mend_it: str) -> Iterator[None]:
    """A statement of the owner's, and the one that takes it back."""
    with as_owner() as owner:
        owner.execute(break_it)
        try:
            yield
        finally:
            owner.execute(mend_it)


@contextmanager
def in_policy(table: str, policy: str, expression: str, *, part: str = "using") -> Iterator[None]:
    """A policy that says something else for a while."""
    column = "qual" if part == "using" else "with_check"
    with as_owner() as owner:
        found = owner.execute(
            f"select {column} from pg_policies where tablename = %s and policyname = %s", [table, policy]
        ).fetchone()
    assert found, f"There is no policy {policy} on {table} any more: plant another leak."
    alter = f"alter policy {policy} on {table} {part} "
    with in_sql(f"{alter}({expression})", f"{alter}({found[0]})"):
        yield


@contextmanager
def in_function(name: str, what: str, instead: str) -> Iterator[None]:
    """A function of the database with one condition changed."""
    with as_owner() as owner:
        found = owner.execute(
            "select pg_get_functiondef(oid) from pg_proc where proname = %s", [name]
        ).fetchone()
    assert found
    usual = str(found[0])
    assert what in usual, f"{name} no longer says “{what}”: plant another leak."
    with in_sql(usual.replace(what, instead), usual):
        yield


@contextmanager
def in_code(place: Any, name: str, instead: Any) -> Iterator[None]:
    """Another function in the place of one."""
    usual = getattr(place, name)
    setattr(place, name, instead)
    try:
        yield
    finally:
        setattr(place, name, usual)


def _counts_everything() -> Planted:
    usual = queries.inbox_counts

    def counted(actor: Actor, **given: Any) -> Any:
        counts = usual(actor, **given)
        with eyes(CAST.machine):
            rows = Incident.objects.unscoped("a planted leak").filter(Incident.inside(actor.scope))
            return counts | {next(iter(counts)): rows.count()}

    return in_code(queries, "inbox_counts", counted)


def _says_that_it_is_there() -> Planted:
    usual = queries.incident_for

    def found(actor: Actor, incident_id: Any) -> Any:
        try:
            return usual(actor, incident_id)
        except NotFound:
            with eyes(CAST.machine):
                if Incident.objects.unscoped("a planted leak").filter(pk=incident_id).exists():
                    raise Forbidden(permission="read_incident") from None
            raise

    return in_code(queries, "incident_for", found)


def _works_longer_on_what_is_there() -> Planted:
    usual = queries.incident_for

    def found(actor: Actor, incident_id: Any) -> Any:
        with eyes(CAST.machine):
            rows = Incident.objects.unscoped("a planted leak").filter(pk=incident_id)
            list(Incident.objects.unscoped("a planted leak").filter(pk__in=[one.pk for one in rows]))
        return usual(actor, incident_id)

    return in_code(queries, "incident_for", found)


def _answers_from_memory() -> Planted:
    """What a browser has already is not sent again: decided before it was asked who wants to know."""
    usual = edge.actor

    def asked(request: Any) -> Any:
        who = usual(request)
        if request.headers.get("If-None-Match"):
            with eyes(CAST.machine):
                if File.objects.filter(pk=request.path.split("/")[4]).exists():
                    raise Forbidden(permission="read_file")
        return who

    return in_code(edge, "actor", asked)


LEAKS = (
    Leak("a policy shows every row", lambda: in_policy("incidents_incident", "see", "true"), "tables"),
    Leak(
        "a function past the fence asks no scope",
        lambda: in_function("jw_find_addresses", "when mine = '~none' then 'false'", "when true then 'true'"),
        "functions",
    ),
    Leak("a count without its filter", _counts_everything, "secrets"),
    Leak(
        "a policy lets change what is not seen",
        lambda: in_policy("hotline_callback", "change_own", "true"),
        "writes",
    ),
    Leak(
        "a policy lets add for others",
        lambda: in_policy("incidents_seen", "for_oneself", "true", part="with check"),
        "writes",
    ),
    Leak(
        "a part shows without its whole",
        lambda: in_policy("hotline_callevent", "through_it", "true"),
        "tables",
    ),
    Leak(
        "a table that nobody thought of",
        lambda: in_sql("create table proof_leak (id int primary key, phone text)", "drop table proof_leak"),
        "new tables",
    ),
    Leak(
        "a function past the fence that nobody thought of",
        lambda: in_sql(
            "create function jw_leak() returns bigint language sql security definer as 'select count(*) from access_person'",
            "drop function jw_leak()",
        ),
        "new functions",
    ),
    Leak("an answer that says: it is there, but not for you", _says_that_it_is_there, "absent"),
    Leak("more work for what is there", _works_longer_on_what_is_there, "absent"),
    Leak("a file known by its tag", _answers_from_memory, "files"),
    Leak(
        "live news for everybody",
        lambda: in_code(IncidentSight, "by_facts", lambda self, subject_id, facts: lambda actor: True),
        "live",
    ),
    Leak("a public figure that counts tips", lambda: in_code(published, "FOR_EVERYBODY", Q()), "pages"),
)
