"""A tracking code is a key: it must not lie about in logs."""

import logging
import logging.config

import pytest
from django.test import Client

from jingwei.config.logs import WithoutCodes


def written(message: str, *args: object) -> str:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, message, args, None)
    assert WithoutCodes().filter(record)
    return record.getMessage()


def test_codes_are_taken_out_of_addresses_and_nothing_else() -> None:
    assert written("%s: %s", "Conflict", "/api/v1/track/33KXKTQ74S/rate") == "Conflict: /api/v1/track/…/rate"
    assert written("%s: %s", "Not Found", "/api/v1/track/33KXKTQ74S") == "Not Found: /api/v1/track/…"
    assert (
        written("%s: %s", "Conflict", "/api/v1/uploads/Kjm_aJ-x/finish")
        == "Conflict: /api/v1/uploads/…/finish"
    )
    assert written("%s: %s", "Not Found", "/api/v1/incidents/1") == "Not Found: /api/v1/incidents/1"
    assert written("%d%% done", 5) == "5% done"


@pytest.mark.django_db
def test_the_console_writes_no_code_of_a_refused_request(
    client: Client, capsys: pytest.CaptureFixture[str], settings: object
) -> None:
    logging.config.dictConfig(settings.LOGGING)  # type: ignore[attr-defined]
    assert client.get("/api/v1/track/33KXKTQ74S").status_code == 404
    line = capsys.readouterr().err
    assert "Not Found: /api/v1/track/…" in line
    assert "33KXKTQ74S" not in line
