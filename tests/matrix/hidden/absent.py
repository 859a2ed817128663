"""What is hidden from somebody and what does not exist at all: the two must be told apart by nothing."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from uuid import uuid4

from tests.api.requests import Operation, request_for
from tests.cast import CAST
from tests.matrix.calls import Cell, cells, everybodys_cells, product_cells
from tests.matrix.expectations import expected, samples_for
from tests.matrix.hidden.recording import Asked, Recorder, difference
from tests.matrix.outcomes import Outcome
from tests.matrix.world import FOLLOWED, World

POINTS_BY = {
    "incident": "incident_id",
    "tracked": "code",
    "tracked file": "file_id",
    "public matter": "public_id",
    "followed": "public_id",
    "token": "token_id",
    "link": "link_id",
    "delegation": "delegation_id",
    "key": "key_id",
    "mark": "mark_id",
    "provider_link": "link_id",
    "file": "file_id",
    "upload": "upload_secret",
    "notice": "notice_id",
    "announcement": "announcement_id",
    "view": "view_id",
    "import": "batch_id",
    "export": "export_id",
    "own export": "export_id",
    "post": "post_id",
    "post_work": "post_id",
    "staff": "person_id",
    "unit": "unit_id",
    "call": "call_id",
    "call_back": "call_back_id",
    "draft": "draft_id",
    "publication": "publication_id",
    "layer": "layer",
    "map_feature": "feature_id",
    "component": "component_id",
    "resource": "resource_id",
    "place": "place_id",
    "building": "building_id",
    "house": "house_id",
    "geometry": "import_id",
    "given_task": "task_id",
    "task_share": "share_id",
    "log_entry": "entry_id",
    "door_visit": "visit_id",
    "collection": "collection_id",
    "organisation": "organisation_id",
    "resident": "resident_id",
    "household": "household_id",
    "resident_request": "request_id",
    "concern": "concern_id",
    "whistle": "whistle_id",
    "meeting": "meeting_id",
    "supervision_card": "card_id",
    "supervision_case": "case_id",
    "return_visit": "visit_id",
    "grid_member": "member_id",
    "referral": "referral_id",
    "spot_check": "check_id",
    "mediation": "mediation_id",
    "enforcement": "enforcement_id",
}
"""Which part of the address leads to a thing of each kind of sight."""

MISSING = "{kinds}: say in POINTS_BY of tests/matrix/hidden/absent.py which part of the address leads there."


def absent(kind: str, given: str) -> str:
    """Something of the same form that does not exist."""
    if kind == "tracked":
        return "0000000000"
    if kind == "upload":
        return given[::-1]
    return str(uuid4())


def hidden_cells(
    world: World, operation: Operation, draw: random.Random, *, is_whole: bool
) -> Iterator[Cell]:
    """Who is told that something is not there although it is: everybody, or one after the other from the draw."""
    asked: Iterable[Cell] = (*cells(world, operation), *product_cells(world, operation))
    if not is_whole:
        own = list(everybodys_cells(world, operation))
        asked = chain(draw.sample(own, len(own)), product_cells(world, operation))
    tried: set[tuple[str, str]] = set()
    for cell in asked:
        key = cell.seat.name, cell.target.name
        if key not in tried and expected(cell.seat, operation, cell.target) is Outcome.HIDDEN:
            tried.add(key)
            if POINTS_BY[operation.sees] in cell.target.samples and not (
                _is_absent_already(cell) or _is_known_to(cell)
            ):
                yield cell


def _is_absent_already(cell: Cell) -> bool:
    return cell.target.facts is None and cell.operation.sees in {"tracked", "public matter", "followed"}


def _is_known_to(cell: Cell) -> bool:
    """Colleagues may follow an import and are told plainly what they lack for working with its rows; whoever follows a
    matter knows that it is there, also where it has no photo to show."""
    if cell.operation.sees == "followed" and cell.target.facts is not None:
        return cell.target.facts.name in FOLLOWED and cell.seat.actor.person_id == CAST.wang.person_id
    shared = cell.seat.actor.sharing_unit_id
    return cell.operation.sees == "import" and shared is not None and shared == cell.target.facts.unit_id


def tell_tale(recorder: Recorder, cell: Cell, world: World) -> str:
    """What tells somebody that a hidden thing is there; empty where nothing does."""
    kind, name = cell.operation.sees, POINTS_BY[cell.operation.sees]
    samples = samples_for(cell.seat, world) | cell.target.samples
    there, nowhere = str(samples[name]), absent(kind, str(samples[name]))
    asked = Asked(cell.seat, request_for(cell.operation, samples), name=cell.operation.operation_id)
    twin = replace(asked, request=request_for(cell.operation, samples | {name: nowhere}))
    for _ in range(2):  # what a process loads once, it loads for whichever comes first
        told, other = recorder.ask(asked), recorder.ask(twin)
        tale = difference(told.without(there), other.without(nowhere))
        if not tale:
            break
    return tale
