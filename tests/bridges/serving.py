"""Sign-in providers as real HTTP servers: their fakes behind sockets of this machine, for clients that know no difference."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Protocol
from urllib.parse import urlsplit

from jingwei.kernel.sockets import Answered, Asked

PAGES = ("/authorize", "/login", "/logout")


class Provider(Protocol):
    """A fake: pages for the browser, everything else for our server."""

    def browse(self, address: str, username: str | None = None) -> str: ...

    def __call__(self, asked: Asked) -> Answered: ...


class Server(ThreadingHTTPServer):
    """``houses`` are fakes by the first part of their addresses."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Door)
        self.houses: dict[str, Any] = {}

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Door(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def log_message(self, *given: Any) -> None:
        return None

    def _answer(self) -> None:
        address = f"{self.server.origin}{self.path}"
        path = urlsplit(self.path).path
        house = self.server.houses[path.split("/")[1]]
        if path.endswith(PAGES):
            self.send_response(302)
            self.send_header("Location", house.browse(address))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        answer = house(Asked(self.command, address, body, headers=tuple(self.headers.items())))
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type or "text/plain")
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    running = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    running.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        running.join()


def browsed(address: str) -> str:
    """Where a page of a provider sends the browser."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=60)
    try:
        connection.request("GET", f"{parts.path}?{parts.query}")
        answer = connection.getresponse()
        assert answer.status == 302, answer.status
        return answer.headers["Location"]
    finally:
        connection.close()
