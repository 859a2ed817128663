"""The harnesses in small: each gives everything it holds against the product. Without a leak that is nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db import connection

from jingwei.config.api import document
from tests.api.requests import operations
from tests.matrix.fences import asking, test_definers, test_tables
from tests.matrix.fences.asking import Findings, lookers
from tests.matrix.fences.database import standings, tables
from tests.matrix.fences.definers import DEFINERS, Ground, ask
from tests.matrix.fences.rules import Facts
from tests.matrix.hidden.absent import hidden_cells, tell_tale
from tests.matrix.hidden.comparing import ask_everybody, tales_of
from tests.matrix.hidden.files import hidden_file, strangers, tales_of_file
from tests.matrix.hidden.live import overheard, wrong_ears
from tests.matrix.hidden.recording import Recorder, standing_clock
from tests.matrix.hidden.secrets import SECRETS, kept_for_a_while
from tests.matrix.world import World


@dataclass
class Scene:
    """What the finders look at."""

    world: World
    facts: Facts
    at: datetime
    recorder: Recorder


def _in_tables(ground: Scene) -> list[str]:
    findings, people = Findings(), lookers(ground.world, is_whole=False)
    asking.ask_reads(people, tables(), ground.facts, findings)
    return findings.wrong


def _in_writes(ground: Scene) -> list[str]:
    findings, people = Findings(), dict(islice(lookers(ground.world, is_whole=False).items(), 2, 5))
    asking.ask_writes(people, tables(), ground.facts, findings)
    return findings.wrong


def _in_functions(ground: Scene) -> list[str]:
    findings, people = Findings(), lookers(ground.world, is_whole=False)
    known = Ground(ground.world, ground.facts, ground.at)
    for name in ("jw_find_addresses(text[],integer)", "jw_incident_participants(uuid)"):
        ask(name, DEFINERS[name], people, known, findings)
    return findings.wrong


def _in_absence(ground: Scene) -> list[str]:
    (operation,) = [one for one in operations(document()) if one.operation_id == "getIncident"]
    with standing_clock(ground.at):
        cells = islice(hidden_cells(ground.world, operation), 6)
        return list(filter(None, (tell_tale(ground.recorder, cell, ground.world) for cell in cells)))


def _in_files(ground: Scene) -> list[str]:
    file_id = hidden_file(ground.world)
    some = [seat for seat in strangers(ground.world, file_id) if seat.is_known][:2]
    return [tale for seat in some for tale in tales_of_file(ground.recorder, seat, file_id) if tale]


def _in_secrets(ground: Scene) -> list[str]:
    return _by_secret(ground, "desk wu", "getInbox", "a confidential tip")


def _in_pages(ground: Scene) -> list[str]:
    return _by_secret(ground, "not signed in", "page", "a confidential tip")


def _by_secret(ground: Scene, seat: str, only: str, secret: str) -> list[str]:
    seats = [ground.world.seat(seat)]
    with standing_clock(ground.at):
        with kept_for_a_while([], ground.world, ground.at):
            before = ask_everybody(ground.recorder, seats, ground.world, is_whole=False, only=only)
        return list(filter(None, tales_of([SECRETS[secret]], before, ground.world, ground.at)))


def _in_live(ground: Scene) -> list[str]:
    tip = ground.world.cases["tip"].incident_id
    with overheard() as told, connection.cursor() as cursor:
        cursor.execute("select jw_tell_incident('incident', %s, null)", [tip])
    people = {seat.name: seat.actor for seat in ground.world.seats}
    return [ear for news in told for ear in wrong_ears(news, people, standings()[tip])]


FINDERS: dict[str, Callable[[Scene], list[str]]] = {
    "tables": _in_tables,
    "writes": _in_writes,
    "functions": _in_functions,
    "absent": _in_absence,
    "files": _in_files,
    "secrets": _in_secrets,
    "pages": _in_pages,
    "live": _in_live,
    "new tables": lambda ground: sorted(test_tables.without_case(tables())),
    "new functions": lambda ground: sorted(test_definers.without_case()),
}
