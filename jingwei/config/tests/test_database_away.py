"""A database that is away is said to be away: nothing of ours broke, and it will pass."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.db import connections
from django.http import HttpResponse
from django.test import Client

NOBODY_LISTENS = "1"


@pytest.fixture
def _away() -> Iterator[None]:
    """Threads that begin now look for the database where nobody listens."""
    kept = settings.DATABASES["default"]["PORT"]
    settings.DATABASES["default"]["PORT"] = NOBODY_LISTENS
    yield
    settings.DATABASES["default"]["PORT"] = kept


def _asked_elsewhere(address: str) -> HttpResponse:
    """Asked from a thread of its own, which has no connection yet."""

    def ask() -> HttpResponse:
        try:
            return Client().get(address, headers={"Authorization": "Bearer anything"})
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as threads:
        return threads.submit(ask).result()


@pytest.mark.usefixtures("_away")
@pytest.mark.parametrize("address", ["/api/v1/areas", "/api/v1/incidents"])
def test_it_is_told_and_when_to_come_again(address: str, django_db_blocker: pytest.FixtureRequest) -> None:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        answer = _asked_elsewhere(address)
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    told = answer.json()
    assert (told["code"], told["next"]) == ("database_away", "retry")
    assert told["data"]["number"] in told["message"]
