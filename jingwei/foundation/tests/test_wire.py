"""The one way out, against a real socket: answers, refusals, nonsense, silence and redirects."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from jingwei.foundation import wire
from jingwei.foundation.wire import ask_json, over_http
from jingwei.kernel.sockets import Asked, OutsideDown


class Outside(BaseHTTPRequestHandler):
    """Another system. What it does stands in the path."""

    followed = False

    def do_GET(self) -> None:
        if self.path == "/hang-up":
            self.connection.close()
            return
        if self.path.startswith("/secret"):
            Outside.followed = True
        status = {"/moved": 302, "/broken": 500}.get(self.path, 200)
        body = b"x" * 400_000 if self.path == "/endless" else b'{"fine": true}'
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/secret")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"heard": ' + content + b"}")

    def log_message(self, *given: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def there() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Outside)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def _without_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def test_an_object_comes_back_as_one(there: str) -> None:
    assert ask_json(over_http, "GET", f"{there}/", query={"a": "中 文"}) == {"fine": True}
    assert ask_json(over_http, "POST", f"{there}/", body={"say": "你好"}) == {"heard": {"say": "你好"}}


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/broken", "status 500"),
        ("/moved", "status 302"),
        ("/endless", "too long"),
        ("/hang-up", "connection"),
    ],
)
def test_what_is_no_answer_is_said_in_a_few_words(there: str, path: str, reason: str) -> None:
    with pytest.raises(OutsideDown, match=reason):
        ask_json(over_http, "GET", there + path)
    assert not Outside.followed


def test_silence_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "PATIENCE_SECONDS", 0.05)
    quiet = HTTPServer(("127.0.0.1", 0), Outside)  # listens, and nobody ever answers
    with pytest.raises(OutsideDown, match="timeout"):
        over_http(Asked("GET", f"http://127.0.0.1:{quiet.server_port}/"))
    quiet.server_close()


def test_nobody_there_is_said() -> None:
    with pytest.raises(OutsideDown, match="no connection") as caught:
        over_http(Asked("GET", "http://127.0.0.1:1/?secret=abc"))
    assert "abc" not in str(caught.value)
