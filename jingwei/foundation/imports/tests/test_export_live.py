"""Whoever has the exports open hears that one moved: the asker, and those asked for consent."""

import json
from collections.abc import Iterator

import psycopg
import pytest
from django.conf import settings

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.imports.services.exports import refuse_export
from jingwei.foundation.imports.tests.export_steps import asked, made
from jingwei.foundation.live.rules import CHANNEL
from tests.cast import CAST, MONDAY_10
from tests.databases import owner_connection


@pytest.fixture
def listener(own_city: str) -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
    """Notifications reach whoever listens once they are committed, hence a database of its own."""
    with owner_connection(settings.DATABASES["default"]["NAME"]) as one:
        one.execute(f"listen {CHANNEL}")
        yield one


def heard(listener: "psycopg.Connection[tuple[object, ...]]") -> list[str]:
    listener.execute("select 1")
    return [told.payload for told in listener.notifies(timeout=0)]


def names(payloads: list[str], actor: Actor) -> bool:
    return any(str(actor.person_id) in one or str(actor.post_id) in one for one in payloads)


def test_the_asker_hears_progress_and_end_and_nobody_else_does(
    listener: "psycopg.Connection[tuple[object, ...]]", django_db_blocker: pytest.FixtureRequest
) -> None:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        made(asked())
        told = [one for one in heard(listener) if '"export"' in one]
        assert len(told) >= 2
        assert all(names([one], CAST.wu) for one in told)
        assert all("例会" not in one for one in told)
        json.loads(told[0])


def test_those_asked_for_consent_hear_of_it_and_the_asker_of_the_answer(
    listener: "psycopg.Connection[tuple[object, ...]]", django_db_blocker: pytest.FixtureRequest
) -> None:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        export = asked(columns=("code", "head"), is_clear=True)
        first = [one for one in heard(listener) if '"export"' in one]
        assert (names(first, CAST.zhao), names(first, CAST.mao)) == (True, False)
        refuse_export(CAST.zhao, export.id, remark="范围过大", at=MONDAY_10)
        second = [one for one in heard(listener) if '"export"' in one]
        assert names(second, CAST.wu)
