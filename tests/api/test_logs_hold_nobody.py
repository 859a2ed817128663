"""Whatever is asked of whatever operation, refused ones included: no line of the log, at its most talkative, holds a
name, a number, an address, a code or a word that somebody wrote. And one number leads from the request to its jobs."""

import json
import logging
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection, transaction
from django.test import Client

from jingwei.config.api import document
from jingwei.config.logs import JsonLines
from jingwei.kernel.trace import HEADER, JOB_KEY, SHAPE, new_trace
from tests.api.requests import Operation, Request, operations, request_for
from tests.matrix.calls import Cell
from tests.matrix.expectations import samples_for
from tests.matrix.world import World
from tools.assurance import depth, keep

pytestmark = pytest.mark.slow
OPERATIONS = operations(document())
NAME, LATIN, PHONE, PLACE, WORDS = "欧阳梅朵", "Quillonia", "13987654321", "梧桐里七弄", "冤枉得很睡不着"
CANARIES = {
    "reporter_name": NAME,
    "name": LATIN,
    "username": LATIN.lower(),
    "contact": PHONE,
    "phone": PHONE,
    "reporter_phone": PHONE,
    "address": PLACE,
    "words": WORDS,
    "remark": WORDS,
    "reason": WORDS,
    "purpose": WORDS,
    "title": WORDS,
    "secret": f"{LATIN}{PHONE}",
    "password": f"{LATIN}{PHONE}",
}
MARKS = {NAME, PHONE, PLACE, WORDS, LATIN, LATIN.lower(), quote(NAME), quote(PLACE), quote(WORDS)}
SEED = 43
EVERY = 8


class Lines(logging.Handler):
    """What would have been written, at every level."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(JsonLines())
        self.written: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.written.append(self.format(record))


@pytest.fixture
def lines() -> Iterator[Lines]:
    root, handler = logging.getLogger(), Lines()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(level)


def marked(operation: Operation, samples: dict[str, Any]) -> Iterator[Request]:
    """The usual request with marks in every field that takes words; then broken ones, which are refused with a line."""
    usual = request_for(operation, samples)
    kind = usual.content_type
    body = json.loads(usual.content) if usual.content and kind == "application/json" else None
    if isinstance(body, dict):
        named = {name: CANARIES[name] for name in body if name in CANARIES}
        yield Request(usual.method, usual.address, json.dumps(body | named), kind)
        yield Request(usual.method, usual.address, json.dumps(body | {NAME: PHONE, "extra": WORDS}), kind)
        yield Request(usual.method, usual.address, f'{{"words": "{WORDS} {PHONE}', kind)
    joint = "&" if "?" in usual.address else "?"
    yield Request(
        usual.method, f"{usual.address}{joint}words={quote(WORDS)}&phone={PHONE}", usual.content, kind
    )
    yield Request(usual.method, f"{usual.address}/{quote(NAME)}/{PHONE}", usual.content, kind)
    for part in ("incident_id", "tracking_code", "upload_secret", "file_id"):
        if f"{{{part}}}" in operation.path:
            path = request_for(operation, samples | {part: "odd"}).address.replace("odd", quote(NAME))
            yield Request(usual.method, path, usual.content, kind)


def test_no_line_of_any_operation_holds_anything_of_anybody(
    world: World, doors: dict[str, Cell], lines: Lines, capfd: pytest.CaptureFixture[str]
) -> None:
    started, requests = time.monotonic(), 0
    client = Client(raise_request_exception=False)
    asked = OPERATIONS[:: depth(EVERY, 1)]
    for operation in asked:
        door = doors[operation.operation_id]
        for request in marked(operation, samples_for(door.seat, world) | door.target.samples):
            with transaction.atomic():
                answer = client.generic(
                    request.method,
                    request.address,
                    request.content,
                    content_type=request.content_type,
                    **door.seat.headers,
                )
                transaction.set_rollback(True)
            answer.close()
            requests += 1
            assert SHAPE.fullmatch(answer[HEADER])
    printed = "".join(capfd.readouterr())
    found = [line for line in [*lines.written, printed] for mark in MARKS if mark in line]
    assert found == []
    told = [json.loads(line) for line in lines.written]
    assert sum(one["event"] == "request" for one in told) == requests, "each request leaves one line"
    assert all(one.get("trace") for one in told if one["event"] == "request")
    assert {one["status"] for one in told if one["event"] == "request"} >= {200, 404, 422}
    keep(
        "logs",
        {
            "operations": len(asked),
            "requests": requests,
            "lines": len(lines.written),
            "marks": len(MARKS),
            "found": len(found),
        },
        seed=SEED,
        seconds=time.monotonic() - started,
        command="./jw assurance logs",
    )


def test_the_search_finds_what_would_be_written(lines: Lines) -> None:
    """A check that cannot fail is none: without the formatter the marks stand there."""
    logging.getLogger("jingwei.x").warning("told %s of %s", NAME, PHONE)
    assert not [mark for mark in MARKS if mark in lines.written[-1]]
    plain = logging.Formatter("%(message)s").format(
        logging.LogRecord("jingwei.x", logging.INFO, "", 0, "told %s of %s", (NAME, PHONE), None)
    )
    assert [mark for mark in MARKS if mark in plain]


def test_the_number_of_a_report_goes_on_in_every_job_it_causes(world: World, doors: dict[str, Cell]) -> None:
    door, number = doors["reportIncident"], new_trace()
    request = request_for(door.operation, samples_for(door.seat, world))
    with transaction.atomic():
        answer = Client().generic(
            request.method,
            request.address,
            request.content,
            content_type=request.content_type,
            headers={HEADER: number},
        )
        with connection.cursor() as cursor:
            cursor.execute(
                "select args ->> %s, task_name from procrastinate_jobs order by id desc limit 1", [JOB_KEY]
            )
            carried, task = cursor.fetchone()
        transaction.set_rollback(True)
    assert (answer.status_code, answer[HEADER]) == (201, number)
    assert (carried, task) == (number, "incidents.tell_of_report")
