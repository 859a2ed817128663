"""Nobody opens a connection of their own: whatever the house asks of other systems goes through `foundation/wire.py`."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.house.walls import ROOT

HOUSE = ROOT / "jingwei"
SPEAKERS = {
    *(
        "socket",
        "ssl",
        "http.client",
        "urllib.request",
        "urllib3",
        "httpx",
        "requests",
        "aiohttp",
        "httplib2",
    ),
    *("ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "nntplib", "xmlrpc.client", "socketserver"),
    *("paramiko", "websockets", "websocket", "pycurl", "grpc", "asyncio.open_connection"),
}
WAY_OUT = {"jingwei/foundation/wire.py": {"socket", "ssl", "http.client"}}
SERVING = {"http.server"}
"""Fakes of outside systems may be servers: they listen and ask nobody."""


def speakers_in(text: str) -> Iterator[str]:
    """The modules that a source imports, or names as text to an importer, and that speak with other machines."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            names = [str(node.args[0].value)] if called in {"import_module", "__import__"} else []
        elif isinstance(node, ast.Attribute) and node.attr in {"open_connection", "create_connection"}:
            names = ["asyncio.open_connection"]
        else:
            continue
        for name in names:
            yield from (one for one in SPEAKERS if name == one or name.startswith(f"{one}."))


@cache
def sources() -> list[Path]:
    return [path for path in HOUSE.rglob("*.py") if "tests" not in path.relative_to(HOUSE).parts]


def test_only_the_wire_goes_out() -> None:
    found = {}
    for path in sources():
        name = path.relative_to(ROOT).as_posix()
        spoken = set(speakers_in(path.read_text(encoding="utf-8")))
        if name in WAY_OUT:
            spoken -= WAY_OUT[name] | {"asyncio.open_connection"}
        if spoken:
            found[name] = sorted(spoken)
    assert found == {}, "Ask through jingwei.foundation.wire: it checks where to, how long and how much."
    assert len(sources()) > 300


def test_programs_are_started_by_the_decoder_alone() -> None:
    """A program given an address would go out by itself (ffmpeg does): the decoder starts one on its lead, and the
    reader of geometry files is one, in its cage (no driver that goes out, nothing of ours around it).
    """
    starting = {
        path.relative_to(ROOT).as_posix()
        for path in sources()
        if any(mark in path.read_text(encoding="utf-8") for mark in ("subprocess.run(", "subprocess.Popen("))
    }
    assert starting <= {
        "jingwei/foundation/files/services/decoder.py",
        "jingwei/foundation/files/services/footage.py",
        "jingwei/foundation/territory/services/exchange_cage.py",
        "jingwei/config/management/commands/generate_docs.py",
    }


def test_every_way_round_is_noticed() -> None:
    planted = [
        "import httpx",
        "import urllib.request as r",
        "from urllib import request",
        "from urllib.request import urlopen",
        "def f():\n    from http.client import HTTPSConnection",
        "import socket",
        "from importlib import import_module\nimport_module('requests')",
        "__import__('smtplib')",
        "import asyncio\nasyncio.open_connection('a', 1)",
    ]
    assert [text for text in planted if not set(speakers_in(text))] == []
    harmless = (
        "from urllib.parse import quote\nfrom http.server import BaseHTTPRequestHandler\nimport http.cookies"
    )
    assert set(speakers_in(harmless)) == set()
