"""Values that databases and parsers stumble over, in every place that takes one: never a server error."""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import quote, quote_from_bytes, urlencode

import pytest
from django.db import transaction
from django.test import Client

from jingwei.config.api import document
from jingwei.kernel.paging import cursor_of
from tests.api.requests import Operation, Request, fields_of, operations, request_for
from tests.matrix.calls import Cell
from tests.matrix.expectations import samples_for
from tests.matrix.world import World
from tools.assurance import depth

pytestmark = pytest.mark.slow
OPERATIONS = operations(document())
EVERY = depth(4, 1)
"""Of an operation's odd requests an everyday run sends a quarter, always the same; at depth all of them."""
NUL, HALF_CHARACTER = "a\x00b", "\ud800"
ODD: dict[str, list[Any]] = {
    "string": [NUL, HALF_CHARACTER, "e\u0301\u202e\U0010ffff", "x" * 20_000],
    "date-time": ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-02-30T00:00:00Z", NUL],
    "date": ["0001-01-01", "9999-12-31", "2026-13-01", NUL],
    "uuid": ["{00000000-0000-0000-0000-000000000000}", NUL],
    "integer": [10**40, -(10**40), 2**31, 2**63, "٣"],
    "number": ["NaN", "Infinity", 1e308, -1e308],
}
CURSORS = [
    *("", "=", "AAAA", "W10", quote_from_bytes(b"\xff")),
    *(
        cursor_of("x"),
        cursor_of("x", "y"),
        cursor_of(10**30),
        cursor_of(NUL, "z"),
        cursor_of("9999-12-31T23:59:59-14:00", "x"),
    ),
    *(cursor_of("0001-01-01T00:00:00+14:00", "00000000-0000-0000-0000-000000000000"), cursor_of("NaN", "1")),
]


def odd_requests(operation: Operation, samples: dict[str, Any]) -> Iterator[Request]:
    """The valid request with one place at a time made odd."""
    usual = request_for(operation, samples)
    for where, name, kind in fields_of(operation):
        for value in CURSORS if name == "cursor" else ODD.get(kind, []):
            if where == "query":
                extra = urlencode({name: value}, errors="surrogatepass")
                joint = "&" if "?" in usual.address else "?"
                yield Request(
                    usual.method, f"{usual.address}{joint}{extra}", usual.content, usual.content_type
                )
            elif where == "path":
                text = quote(str(value), safe="", errors="surrogatepass")
                address = request_for(operation, samples | {name: "odd-one"}).address.replace("odd-one", text)
                yield Request(usual.method, address, usual.content, usual.content_type)
            elif usual.content_type == "application/json":
                content = json.dumps(json.loads(usual.content) | {name: value})
                yield Request(usual.method, usual.address, content, usual.content_type)
    if usual.content_type == "application/json" and usual.method != "GET":
        for content in ("", "[]", "null", "{", '{"a": ' * 5_000, "\ufeff{}", '{"a": 1e999}'):
            yield Request(usual.method, usual.address, content, usual.content_type)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.operation_id)
def test_odd_values_are_refused_or_taken(operation: Operation, world: World, doors: dict[str, Cell]) -> None:
    client, door = Client(raise_request_exception=False), doors[operation.operation_id]
    broken = []
    begin = OPERATIONS.index(operation) % EVERY  # so that each value comes to each kind of place somewhere
    every = odd_requests(operation, samples_for(door.seat, world) | door.target.samples)
    for request in islice(every, begin, None, EVERY):
        with transaction.atomic():
            response = client.generic(
                request.method,
                request.address,
                request.content,
                content_type=request.content_type,
                **door.seat.headers,
            )
            transaction.set_rollback(True)
        response.close()  # a file that nobody reads
        if response.status_code >= 500:
            kind = getattr(response, "exc_info", None)
            broken.append(f"{request.address[:150]} {request.content[:150]!r}: {kind and kind[1]!r:.200}")
    assert not broken, "\n".join(broken[:10])
