"""The one way out, against a real socket: answers, refusals, nonsense, silence, redirects, and tricks with names."""

import itertools
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from jingwei.foundation import wire
from jingwei.foundation.wire import Way, ask_json, over_http, way_out, way_to
from jingwei.kernel.clock import now
from jingwei.kernel.outward import OutwardRefused, origins_of
from jingwei.kernel.sockets import Asked, OutsideDown


class Outside(BaseHTTPRequestHandler):
    """Another system. What it does stands in the path."""

    followed = False
    heard: list[tuple[str, dict[str, str]]] = []

    def do_GET(self) -> None:
        Outside.heard.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        if self.path == "/hang-up":
            self.connection.close()
            return
        if self.path == "/drops":
            return self.drip()
        if self.path.startswith("/secret"):
            Outside.followed = True
        status = {"/moved": 302, "/broken": 500}.get(self.path, 200)
        body = b"x" * 400_000 if self.path == "/endless" else b'{"fine": true}'
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/secret")
        self.send_header("Content-Length", str(len(body) + (9 if self.path == "/short" else 0)))
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        """A header that never ends, a byte every few hundredths of a second."""
        event = threading.Event()
        try:
            for letter in itertools.cycle(b"HTTP/1.1 200 OK\r\nX: "):
                self.wfile.write(bytes([letter if letter not in b"\r\n" else 0x20]))
                event.wait(0.02)
        except OSError:
            return

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"heard": ' + content + b"}")

    def do_CONNECT(self) -> None:
        Outside.heard.append((self.path, {}))
        self.send_response(403)
        self.end_headers()

    def log_message(self, *given: object) -> None:
        """Quiet."""


def serving(server: HTTPServer) -> Iterator[int]:
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    yield from serving(ThreadingHTTPServer(("127.0.0.1", 0), Outside))


@pytest.fixture
def there(port: int, settings: Any) -> str:
    settings.INSIDE_ORIGINS = [f"http://127.0.0.1:{port}"]
    return f"http://127.0.0.1:{port}"


def test_an_object_comes_back_as_one(there: str) -> None:
    assert ask_json(over_http, "GET", f"{there}/", query={"a": "中 文"}) == {"fine": True}
    assert ask_json(over_http, "POST", f"{there}/", body={"say": "你好"}) == {"heard": {"say": "你好"}}


def test_headers_travel_and_the_media_type_comes_back(there: str) -> None:
    answer = over_http(
        Asked("GET", f"{there}/me", accept="text/xml", headers=(("Authorization", "Bearer a"),))
    )
    assert (answer.status, answer.content_type) == (200, "application/json")
    path, heard = Outside.heard[-1]
    assert (path, heard["authorization"], heard["accept"]) == ("/me", "Bearer a", "text/xml")
    assert heard["host"] == there.removeprefix("http://")


def test_a_header_cannot_smuggle_another(there: str) -> None:
    with pytest.raises(OutsideDown):
        over_http(Asked("GET", f"{there}/", headers=(("Authorization", "a\r\nX-Evil: 1"),)))


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/broken", "status 500"),
        ("/moved", "status 302"),
        ("/endless", "too long"),
        ("/hang-up", "connection"),
        ("/short", "broken off"),
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
        way_to(f"http://127.0.0.1:{quiet.server_port}", seconds=0.05)(
            Asked("GET", f"http://127.0.0.1:{quiet.server_port}/")
        )
    quiet.server_close()


def test_an_answer_drop_by_drop_ends_with_the_time_for_all_of_it(there: str) -> None:
    began = time.monotonic()
    with pytest.raises(OutsideDown, match="timeout"):
        way_out(seconds=0.2)(Asked("GET", f"{there}/drops"))
    assert time.monotonic() - began < 30  # they never end by themselves


def test_a_look_up_that_hangs_ends_too() -> None:
    gate = threading.Event()

    def hangs(host: str, port: int) -> list[str]:
        gate.wait(5)
        return []

    with pytest.raises(OutsideDown, match="timeout"):
        Way(seconds=0.05, resolve=hangs)(Asked("GET", "https://slow.example.cn/"))
    gate.set()


def test_nobody_there_is_said() -> None:
    with pytest.raises(OutsideDown, match="no connection") as caught:
        way_to("http://127.0.0.1:1")(Asked("GET", "http://127.0.0.1:1/?secret=abc"))
    assert "abc" not in str(caught.value)


def test_what_is_not_listed_is_not_asked_in_the_own_network(there: str, settings: Any, port: int) -> None:
    settings.INSIDE_ORIGINS = []
    before = len(Outside.heard)
    for url in (
        f"{there}/",
        f"https://127.0.0.1:{port}/",
        "https://localhost/",
        "https://2130706433/",
        "https://0x7f.1/",
    ):
        with pytest.raises(OutwardRefused):
            over_http(Asked("GET", url))
    assert len(Outside.heard) == before


# --- names that lead elsewhere ------------------------------------------------------------------------------


@pytest.mark.parametrize("found", [["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["::ffff:169.254.169.254"]])
def test_a_public_name_that_leads_inside_is_refused_before_a_byte_is_sent(found: list[str]) -> None:
    with pytest.raises(OutwardRefused):
        Way(resolve=lambda host, port: found)(Asked("GET", "https://rebound.example.cn/"))


def test_the_name_is_looked_up_once_and_the_connection_goes_there(port: int) -> None:
    """Rebinding: the second answer of the name service would lead elsewhere, and nobody asks it."""
    answers = iter([["127.0.0.1"], ["203.0.113.1"]])
    asked: list[str] = []

    def turning(host: str, port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    origin = f"http://turning.example.cn:{port}"
    way = Way(inside=origins_of([origin]), resolve=turning)
    assert way(Asked("GET", f"{origin}/once")).status == 200
    assert asked == ["turning.example.cn"]
    assert Outside.heard[-1][1]["host"] == f"turning.example.cn:{port}"


def test_a_second_address_is_tried_where_the_first_is_dead(port: int) -> None:
    origin = f"http://two.example.cn:{port}"
    way = Way(inside=origins_of([origin]), resolve=lambda host, port: ["127.0.0.9", "127.0.0.1"])
    assert way(Asked("GET", f"{origin}/")).status == 200


# --- TLS ----------------------------------------------------------------------------------------------------


def certificate(folder: Path, name: str) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(called)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now() - timedelta(days=1))
        .not_valid_after(now() + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{name}.pem"
    plain = serialization.NoEncryption()
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return file


@pytest.fixture(scope="module")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate(tmp_path_factory.mktemp("tls"), "sso.example.cn")


@pytest.fixture(scope="module")
def tls_port(pem: Path) -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Outside)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    yield from serving(server)


def tls_way(origin: str) -> Way:
    return Way(inside=origins_of([origin]), resolve=lambda host, port: ["127.0.0.1"])


def test_a_certificate_that_nobody_vouches_for_is_refused(tls_port: int) -> None:
    origin = f"https://sso.example.cn:{tls_port}"
    with pytest.raises(OutsideDown, match="TLS"):
        tls_way(origin)(Asked("GET", f"{origin}/"))


def test_a_trusted_one_must_bear_the_name(tls_port: int, pem: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.create_default_context(cafile=str(pem))
    monkeypatch.setattr(wire, "_tls", lambda: context)
    origin, other = (f"https://{name}.example.cn:{tls_port}" for name in ("sso", "other"))
    assert tls_way(origin)(Asked("GET", f"{origin}/")).status == 200
    with pytest.raises(OutsideDown, match="TLS"):
        tls_way(other)(Asked("GET", f"{other}/"))


def test_old_tls_is_not_spoken() -> None:
    assert wire._tls().minimum_version is ssl.TLSVersion.TLSv1_2
    assert wire._tls().verify_mode is ssl.CERT_REQUIRED
    assert wire._tls().check_hostname


# --- a forward proxy ----------------------------------------------------------------------------------------


def test_the_proxy_is_asked_by_name_and_never_for_numbers(port: int) -> None:
    way = Way(proxy=f"http://127.0.0.1:{port}")
    with pytest.raises(OutsideDown, match="proxy refused"):
        way(Asked("GET", "https://sso.example.cn/"))
    assert Outside.heard[-1][0] == "sso.example.cn:443"
    with pytest.raises(OutwardRefused):
        way(Asked("GET", "https://10.0.0.1/"))


def test_a_tunnel_carries_the_request(tls_port: int, pem: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.create_default_context(cafile=str(pem))
    monkeypatch.setattr(wire, "_tls", lambda: context)
    hall = socket.create_server(("127.0.0.1", 0))

    def tunnel() -> None:
        near, _ = hall.accept()
        while not near.recv(4096).endswith(b"\r\n\r\n"):
            continue
        far = socket.create_connection(("127.0.0.1", tls_port))
        near.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        for source, target in ((near, far), (far, near)):
            threading.Thread(target=_pump, args=(source, target), daemon=True).start()

    threading.Thread(target=tunnel, daemon=True).start()
    way = Way(proxy=f"http://127.0.0.1:{hall.getsockname()[1]}", resolve=lambda host, port: [])
    assert way(Asked("GET", "https://sso.example.cn/through")).status == 200
    hall.close()


def _pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while piece := source.recv(65536):
            target.sendall(piece)
    except OSError:
        return
    finally:
        target.close()
