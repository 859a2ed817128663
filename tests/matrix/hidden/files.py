"""A hidden file, asked for in every way a browser or a thief might: it must answer like one that does not exist."""

from collections.abc import Iterator
from uuid import UUID, uuid4

from tests.api.requests import Request
from tests.matrix.hidden.recording import Asked, Recorder, difference
from tests.matrix.people import Seat
from tests.matrix.world import World

WAYS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("GET", "", ()),
    ("HEAD", "", ()),
    ("OPTIONS", "", ()),
    ("GET", "", (("Range", "bytes=0-0"),)),
    ("GET", "", (("Range", "bytes=999999999-"),)),
    ("GET", "", (("Range", "bytes=-1"),)),
    ("GET", "", (("If-None-Match", "*"),)),
    ("GET", "", (("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT"),)),
    ("GET", "", (("Accept-Encoding", "gzip"),)),
    ("GET", "/facts", ()),
    ("GET", "/thumb/320", ()),
    ("GET", "/thumb/1280", ()),
    ("GET", "/thumb/7", ()),
    ("HEAD", "/thumb/320", ()),
    ("GET", "/thumb/320", (("Range", "bytes=0-0"),)),
    ("GET", "/../facts", ()),
)


def tales_of_file(recorder: Recorder, seat: Seat, file_id: UUID) -> Iterator[str]:
    """One entry for each way; empty where nothing tells that the file is there."""
    nowhere = uuid4()
    for method, below, headers in WAYS:
        found = [
            recorder.ask(
                Asked(seat, Request(method, f"/api/v1/files/{one}{below}", "", "text/plain"), headers)
            ).without(str(one))
            for one in (file_id, nowhere)
        ]
        tale = difference(*found)
        yield f"{method} {below or '/'} {dict(headers)} · {seat.name}: {tale}" if tale else ""


def strangers(world: World, file_id: UUID) -> list[Seat]:
    """Who may not see the file “a stranger's upload”: everybody but its uploader."""
    (planted,) = [one for one in world.files if one.file_id == file_id]
    return [seat for seat in world.seats if seat.actor.person_id != planted.uploader_id]


def hidden_file(world: World) -> UUID:
    return next(one.file_id for one in world.files if one.case is None)
