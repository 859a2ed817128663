"""Telling stands in the transaction it tells of."""

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
from django.db import connection, transaction

from jingwei.foundation.live.contracts import Kind, ToPost
from jingwei.foundation.live.rules import CHANNEL, read
from jingwei.foundation.live.services.telling import OutsideTransaction, tell


@pytest.fixture
def listener(own_city: str) -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
    connection.ensure_connection()
    with psycopg.connect(
        connection.connection.info.dsn, password=connection.settings_dict["PASSWORD"]
    ) as one:
        one.autocommit = True
        one.execute(f"listen {CHANNEL}")
        yield one
    connection.close()


@pytest.fixture(autouse=True)
def _may_use_database(own_city: str, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        yield


def heard(listener: "psycopg.Connection[tuple[object, ...]]") -> list[str]:
    """A round trip delivers everything that was committed before it."""
    listener.execute("select 1")
    return [told.payload for told in listener.notifies(timeout=0)]


def test_who_commits_is_heard_once(listener: "psycopg.Connection[tuple[object, ...]]") -> None:
    post_id, subject_id = uuid4(), uuid4()
    with transaction.atomic():
        tell(Kind.NOTICE, ToPost(post_id), subject_id)
        tell(Kind.NOTICE, ToPost(post_id), subject_id)
    (text,) = heard(listener)
    assert read(text).audience == ToPost(post_id)
    assert read(text).subject_id == subject_id


def test_who_rolls_back_said_nothing(listener: "psycopg.Connection[tuple[object, ...]]") -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        tell(Kind.INBOX, ToPost(uuid4()))
        raise ZeroDivisionError
    assert heard(listener) == []


def test_telling_outside_a_transaction_is_a_mistake(own_city: str) -> None:
    with pytest.raises(OutsideTransaction):
        tell(Kind.INBOX, ToPost(uuid4()))
