"""The harnesses in small: each gives everything it holds against the product. Without a leak that is nothing."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db import connection

from jingwei.config.api import document
from jingwei.foundation.access.contracts import Actor
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


def _few(scene: Scene) -> dict[str, Actor]:
    return dict(list(lookers(scene.world, is_whole=False).items())[::6])


def _in_tables(scene: Scene) -> list[str]:
    findings, people = Findings(), _few(scene)
    asking.ask_reads(people, tables(), scene.facts, findings)
    return findings.wrong


def _in_writes(scene: Scene) -> list[str]:
    findings, people = Findings(), dict(islice(lookers(scene.world, is_whole=False).items(), 2, 5))
    asking.ask_writes(people, tables(), scene.facts, findings)
    return findings.wrong


def _in_functions(scene: Scene) -> list[str]:
    findings, people = Findings(), _few(scene)
    known = Ground(scene.world, scene.facts, scene.at)
    for name in ("jw_find_addresses(text[],integer)", "jw_incident_participants(uuid)"):
        ask(name, DEFINERS[name], people, known, findings)
    return findings.wrong


def _in_absence(scene: Scene) -> list[str]:
    (operation,) = [one for one in operations(document()) if one.operation_id == "getIncident"]
    with standing_clock(scene.at):
        cells = islice(hidden_cells(scene.world, operation, random.Random(0), is_whole=True), 6)
        return list(filter(None, (tell_tale(scene.recorder, cell, scene.world) for cell in cells)))


def _in_files(scene: Scene) -> list[str]:
    file_id = hidden_file(scene.world)
    some = [seat for seat in strangers(scene.world, file_id) if seat.is_known][:2]
    return [tale for seat in some for tale in tales_of_file(scene.recorder, seat, file_id) if tale]


def _in_secrets(scene: Scene) -> list[str]:
    return _by_secret(scene, "desk wu", "getInbox", "a confidential tip")


def _in_pages(scene: Scene) -> list[str]:
    return _by_secret(scene, "not signed in", "page", "a confidential tip")


def _by_secret(scene: Scene, seat: str, only: str, secret: str) -> list[str]:
    seats = [scene.world.seat(seat)]
    with standing_clock(scene.at):
        with kept_for_a_while([], scene.world, scene.at):
            before = ask_everybody(scene.recorder, seats, scene.world, is_whole=False, only=only)
        return list(filter(None, tales_of([SECRETS[secret]], before, scene.world, scene.at)))


def _in_live(scene: Scene) -> list[str]:
    tip = scene.world.cases["tip"].incident_id
    with overheard() as told, connection.cursor() as cursor:
        cursor.execute("select jw_tell_incident('incident', %s, null)", [tip])
    people = {seat.name: seat.actor for seat in scene.world.seats}
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
    "new tables": lambda scene: sorted(test_tables.without_case(tables())),
    "new functions": lambda scene: sorted(test_definers.without_case()),
}
