"""The database is killed under the live server: people are told, and it listens again by itself."""

import hashlib
import secrets
from pathlib import Path
from uuid import uuid4

import pytest

from bench.faults.city import PrivateCity, private_city
from jingwei.foundation.live.contracts import Kind, News, ToPerson
from jingwei.foundation.live.rules import CHANNEL, written
from tests.cast import CAST
from tests.live.running import LiveServer, reading

pytestmark = pytest.mark.slow


def test_a_killed_database_is_waited_for(tmp_path: Path) -> None:
    with private_city() as city:
        secret = session_of_wu(city)
        names = ("JINGWEI_DATABASE_HOST", "JINGWEI_DATABASE_PORT", "JINGWEI_DATABASE_NAME")
        live = LiveServer({name: city.environment()[name] for name in names}, tmp_path / "live.log")
        live.start()
        try:
            with reading(live.address, secret) as wu:
                wu.wait_for("ready")
                city.kill_database()
                wu.wait_for("paused")
                wu.wait_for("resync")
                subject = uuid4()
                tell_wu(city, subject)
                wu.wait_for("call", id=str(subject))
                assert wu.named("signed_out") == [], "a database that is away signs nobody out"
        finally:
            live.stop()


def session_of_wu(city: PrivateCity) -> str:
    """As signing in leaves it; nothing of the application runs against this cluster but the live server."""
    secret = secrets.token_urlsafe(32)
    with city.connect() as connection:
        connection.execute(
            "insert into access_token (id, digest, kind, label, person_id, post_id, created_at, expires_at)"
            " values (%s, %s, 'session', '', %s, %s, now(), now() + interval '1 hour')",
            [uuid4(), hashlib.sha256(secret.encode()).digest(), CAST.wu.person_id, CAST.wu.post_id],
        )
    return secret


def tell_wu(city: PrivateCity, subject: object) -> None:
    assert CAST.wu.person_id is not None
    news = News(Kind.CALL, ToPerson(CAST.wu.person_id), subject_id=subject)  # type: ignore[arg-type]
    with city.connect() as connection:
        connection.execute("select pg_notify(%s, %s)", [CHANNEL, written(news)])
