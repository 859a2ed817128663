"""What stands in a line of the log, and what never does."""

import json
import logging
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client, override_settings
from django.urls import path

from jingwei.config.logfiles import DailyFile, drop_logs, pack_logs
from jingwei.config.logs import JsonLines
from jingwei.kernel.errors import NotFound
from jingwei.kernel.trace import HEADER, SHAPE, new_trace, trace_of, traced

PERSON, PHONE, WORDS = "李梅儿", "13812345678", "Zhangsan of Spring Road 12"


def line(name: str, message: str, *args: object, **extra: object) -> dict[str, object]:
    record = logging.LogRecord(name, logging.WARNING, "", 0, message, args, extra.pop("exc_info", None))  # type: ignore[arg-type]
    for key, value in extra.items():
        setattr(record, key, value)
    written = JsonLines().format(record)
    assert "\n" not in written
    return dict(json.loads(written))


def raised(doing: Callable[[], object]) -> object:
    try:
        doing()
    except Exception:  # noqa: BLE001  whatever it is, it is to be written
        return sys.exc_info()
    raise AssertionError("it did not fail")


def test_our_own_sentences_are_filled_with_what_counts_and_with_nothing_of_anybody() -> None:
    message_id = UUID("01890000-0000-7000-8000-000000000001")
    assert line("jingwei.notices", "message %s: outlet down (try %d)", message_id, 3)["event"] == (
        f"message {message_id}: outlet down (try 3)"
    )
    for value in (PERSON, PHONE, int(PHONE), WORDS, "迎春路12号", b"x", [PERSON]):
        assert line("jingwei.x", "told %s", value)["event"] == "told …"


def test_facts_are_let_in_one_by_one() -> None:
    facts = {"status": 200, "route": "api/v1/incidents/<uuid:incident_id>", "name": PERSON, "phone": PHONE}
    written = line("jingwei.request", "request", facts=facts)
    assert (written["status"], written["route"]) == (200, "api/v1/incidents/<uuid:incident_id>")
    assert (written["name"], written["phone"]) == ("…", "…")


def test_what_others_say_stands_without_what_they_quote() -> None:
    event = line("somelibrary", f"cannot read '{PERSON}' of {PHONE} at https://x.cn/{PHONE} in 迎春路")[
        "event"
    ]
    assert str(event).startswith("cannot read … of … at …")
    assert line("django.db.backends", "(0.1) select %s", f"where phone = {PHONE}")["event"] == "…"
    assert line("django.request", "%s: %s", "Not Found", "/api/v1/track/33KXKTQ74S", status_code=404)[
        "event"
    ] == ("request refused")


def test_a_job_is_named_and_its_arguments_are_not() -> None:
    number = new_trace()
    job = {"id": 7, "task_name": "notices.announce", "task_kwargs": {"_trace": number, "body_zh": PERSON}}
    written = line(
        "procrastinate.worker",
        f"Starting job notices.announce[7](body_zh='{PERSON}')",
        action="start_job",
        job=job,
    )
    assert (written["event"], written["job"], written["task"]) == ("start_job", 7, "notices.announce")
    assert written["trace"] == number
    assert PERSON not in json.dumps(written, ensure_ascii=False)


def test_of_a_failure_stand_kind_place_and_rule_and_never_its_text() -> None:
    written = line("jingwei.x", "failed", exc_info=raised(lambda: {}[PERSON]))
    error = written["error"]
    assert isinstance(error, dict)
    assert error["kind"] == "KeyError"
    assert "jingwei/config/tests/test_logs.py" in error["where"][-1]
    assert PERSON not in json.dumps(written, ensure_ascii=False)
    mistake = line("jingwei.x", "failed", exc_info=raised(lambda: (None).strip()))["error"]  # type: ignore[attr-defined]
    assert mistake["text"] == "…NoneType… object has no attribute …strip…".replace("…NoneType…", "…").replace(
        "…strip…", "…"
    )  # type: ignore[index]
    assert line("jingwei.x", "no", exc_info=raised(_refuse))["error"]["code"] == "not_found"  # type: ignore[index]


def test_failures_that_name_each_other_as_cause_are_written_once_around() -> None:
    first, second = OSError("away"), ConnectionError("gone")
    first.__context__, second.__context__ = second, first
    written = json.dumps(line("django.request", "%s", "/", exc_info=(OSError, first, None)))
    assert 1 < written.count('"kind"') < 10


def _refuse() -> None:
    raise NotFound


@pytest.mark.django_db
def test_of_the_databases_refusal_stands_the_rule_and_not_the_value() -> None:
    def twice() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("create temp table canary (name text constraint one_name unique)")
            cursor.execute("insert into canary values (%s)", [PERSON])
            cursor.execute("insert into canary values (%s)", [PERSON])

    failure = raised(twice)
    assert PERSON in str(failure[1])  # type: ignore[index]
    written = line("jingwei.x", "failed", exc_info=failure)
    assert isinstance(failure[1], IntegrityError)  # type: ignore[index]
    assert written["error"]["sqlstate"] == "23505"  # type: ignore[index]
    assert written["error"]["constraint_name"] == "one_name"  # type: ignore[index]
    assert PERSON not in json.dumps(written, ensure_ascii=False)


@pytest.mark.django_db
def test_the_databases_own_log_tells_of_no_refused_statement() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select current_setting('log_min_messages'), current_setting('log_min_error_statement')"
        )
        assert cursor.fetchone() == ("log", "panic")


def _break(request: object) -> object:
    raise ValueError(f"{PERSON} {PHONE}")


urlpatterns = [path("api/v1/broken/<str:name>", _break)]
handler500 = "jingwei.config.tracing.server_error"


@override_settings(ROOT_URLCONF=__name__)
def test_a_request_keeps_the_number_it_came_with_also_when_it_breaks(
    caplog: pytest.LogCaptureFixture,
) -> None:
    number = new_trace()
    client = Client(raise_request_exception=False)
    with caplog.at_level(logging.INFO):
        answer = client.get(f"/api/v1/broken/{PERSON}?phone={PHONE}", headers={HEADER: number})
    assert (answer.status_code, answer[HEADER]) == (500, number)
    assert answer.json()["code"] == "server_error"
    assert number in answer.json()["message"]
    lines = [JsonLines().format(record) for record in caplog.records]
    told = [json.loads(one) for one in lines if json.loads(one)["event"] == "request"]
    assert [(one["route"], one["status"]) for one in told] == [("api/v1/broken/<str:name>", 500)]
    assert not [one for one in lines if PERSON in one or PHONE in one or "%E6" in one]


def test_a_number_has_one_shape_and_anything_else_is_replaced() -> None:
    number = new_trace()
    assert trace_of(number) == number
    for other in (None, "", PHONE + "0", "李梅", "a" * 13, "ABCDEFGHJKMN", "abc\n"):
        assert trace_of(other) != other
        assert SHAPE.fullmatch(trace_of(other))
    with traced(number):
        assert line("jingwei.x", "done")["trace"] == number


def test_lines_stand_in_a_file_of_the_day_that_only_the_server_reads(tmp_path: Path) -> None:
    handler = DailyFile(tmp_path / "log", "web")
    handler.setFormatter(JsonLines())
    for day in (16, 17):
        record = logging.LogRecord("jingwei.x", logging.INFO, "", 0, "done", (), None)
        record.created = datetime(2026, 11, day, 12, tzinfo=UTC).timestamp()
        handler.emit(record)
    handler.close()
    names = sorted(one.name for one in (tmp_path / "log").iterdir())
    assert names == ["web-2026-11-16.jsonl", "web-2026-11-17.jsonl"]
    assert {one.stat().st_mode & 0o777 for one in (tmp_path / "log").iterdir()} == {0o600}


def test_files_are_packed_after_two_days_and_deleted_only_after_half_a_year(tmp_path: Path) -> None:
    for name in (
        "web-2026-05-01.jsonl",
        "web-2026-05-20.jsonl",
        "worker-2026-11-15.jsonl",
        "web-2026-11-16.jsonl",
    ):
        (tmp_path / name).write_text("{}\n")
    (tmp_path / "notes.txt").write_text("mine")
    today = date(2026, 11, 16)
    assert pack_logs(tmp_path, today=today) == 2
    assert drop_logs(tmp_path, today=today) == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "notes.txt", "web-2026-05-20.jsonl.gz", "web-2026-11-16.jsonl", "worker-2026-11-15.jsonl",
    ]  # fmt: skip
