"""What each call must answer, derived from the permission table and the rules; nothing is written by hand per row."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from jingwei.config.wiring import SHEETS, SOURCES
from jingwei.domains.clocks.services import CALENDAR_SHEET
from jingwei.domains.incidents.contracts import Action, Identity, State
from jingwei.domains.incidents.queries.following import public_id_of
from jingwei.domains.incidents.queries.map_layer import INCIDENT_LAYER
from jingwei.domains.incidents.rules.lifecycle import TABLE, Who, move_for
from jingwei.domains.incidents.rules.publishing import OPEN_STATES
from jingwei.domains.incidents.rules.sight import (
    FULL_FLOOR,
    NOBODY_BY_AREA,
    may_act,
    may_contact_reporter,
    sees,
)
from jingwei.foundation.access.contracts import Actor, Permission, Role
from jingwei.foundation.access.rules import PERMISSIONS
from jingwei.foundation.imports.rules.exporting import is_own, may_decide
from jingwei.foundation.maps.queries import all_layers
from jingwei.foundation.notices.rules import is_authors_side
from jingwei.kernel.codes import Level, lies_within
from jingwei.kernel.errors import DomainError
from jingwei.kernel.squares import DEEPEST, units_of
from tests.api.requests import Operation, names_field
from tests.cast import (
    CAST,
    COMMUNITY,
    COUNTY,
    GRID_1,
    OTHER_COUNTY,
    PASSWORD,
    WATER,
    centre,
    id_of,
    inside,
)
from tests.matrix.people import Seat
from tests.matrix.targets import Target
from tests.matrix.world import FOLLOWED, HEAD, ITEM, Case, World


class Outcome(StrEnum):
    """What an answer means for who asked."""

    IN = "let in"
    SIGN_IN = "401: sign in first"
    FORBIDDEN = "403: the post lacks the permission"
    HIDDEN = "404: out of sight"
    NOT_YOURS = "403: up to somebody else"
    PROTECTED = "403: the reporter is protected"
    SESSION = "403: not with an API token"
    UNFIT = "the matrix sent a request that does not fit the document"
    BROKEN = "5xx"


CODES = {
    (401, "sign_in_needed"): Outcome.SIGN_IN,
    (403, "forbidden"): Outcome.FORBIDDEN,
    (403, "incident.not_yours"): Outcome.NOT_YOURS,
    (403, "incident.reporter_protected"): Outcome.PROTECTED,
    (403, "access.session_needed"): Outcome.SESSION,
    (400, "not_json"): Outcome.UNFIT,
    (422, "bad_fields"): Outcome.UNFIT,
    (422, "unknown_parameter"): Outcome.UNFIT,
}


def outcome_of(status: int, code: str) -> Outcome:
    """Other refusals (409, 422 …) come from behind the door: who hears them was let in."""
    if status >= 500:
        return Outcome.BROKEN
    return CODES.get((status, code), Outcome.HIDDEN if status == 404 else Outcome.IN)


@dataclass(frozen=True)
class Kind:
    """One value of ``x-sees``: what there is to point at, and what must come of it.

    ``expected`` is asked only for people who carry the permission. ``every_seat`` is off where only the role counts.
    """

    targets: Callable[[World, Operation], Iterable[Target]]
    expected: Callable[[Seat, Operation, Target], Outcome]
    every_seat: bool = True


def expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """What must come of it: the door first, then the permission table, then sight."""
    if operation.permission is None:
        return Outcome.IN
    if not seat.is_known and (seat.secret or not operation.is_public):
        return Outcome.SIGN_IN
    if Permission(operation.permission) not in PERMISSIONS[seat.actor.role]:
        return Outcome.FORBIDDEN
    if seat.is_program and operation.raw.get("x-proof"):
        return Outcome.SESSION
    return KINDS[operation.sees].expected(seat, operation, target)


def action_of(operation: Operation) -> Action | None:
    """The verb of the life-cycle table an operation performs, by the last word of its path."""
    last = operation.path.rsplit("/", 1)[-1].replace("-", "_")
    return Action(last) if not operation.is_safe and last in {action.value for action in Action} else None


# --- incidents -------------------------------------------------------------------------------------------

NO_ID = UUID(int=0)
ALWAYS = ("reported", "tip", "about a unit")
"""Cases every verb is tried on, also where the table has no such move: sight comes before state."""
BESIDE = {
    "markSource": "held",
    "releaseHeld": "held",
    "dismissHeld": "held",
    "takeOutIncident": "folded",
    "listFolded": HEAD,
}
"""What is not of the table, and the case on which it can be done."""


def _incident_targets(world: World, operation: Operation) -> Iterable[Target]:
    """For a verb the first case of each stage it starts from; for the cheapest reading, each different standing."""
    action = action_of(operation)
    reads_all = operation.operation_id in {"listLooks", "revealReporter"}
    tried: set[object] = set()
    for case in world.cases.values():
        move = TABLE.get((case.state, action)) if action else None
        has_turn = move is not None and move.who is not Who.WITHIN_SIGHT
        key = (case.state, case.is_suspended) if has_turn else replace(case.standing, incident_id=NO_ID)
        is_its = BESIDE.get(operation.operation_id) == case.name
        if case.name in ALWAYS or is_its or ((has_turn or reads_all) and key not in tried):
            yield Target(case.name, {"incident_id": str(case.incident_id)}, case)
        tried.add(key)


def _incident_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    case: Case = target.facts
    if not sees(seat.actor, case.standing):
        return Outcome.HIDDEN
    if operation.permission == Permission.REVEAL_PERSONAL:
        if not may_contact_reporter(seat.actor, case.standing):
            return Outcome.PROTECTED
        return Outcome.IN if case.has_phone else Outcome.HIDDEN
    return _turn(seat.actor, operation, case)


def _turn(actor: Actor, operation: Operation, case: Case) -> Outcome:
    """A verb that the table has no row for is refused by state, whoever asks; else it must be their turn."""
    action = action_of(operation)
    if action is None:
        return Outcome.IN
    try:
        move = move_for(case.state, action, is_suspended=case.is_suspended)
    except DomainError:
        return Outcome.IN
    return Outcome.IN if may_act(move.who, actor, case.standing) else Outcome.NOT_YOURS


def _tracked_targets(world: World, operation: Operation) -> Iterable[Target]:
    yield Target("a wrong code", {"code": "0000000000"})
    for target in _incident_targets(world, operation):
        yield Target(target.name, {"code": target.facts.tracking_code}, target.facts)


def _tracked_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """Whoever knows the code is the reporter, of this one matter and without their post."""
    if target.facts is None:
        return Outcome.HIDDEN
    reporter = Actor(role=seat.actor.role, name="反映人", case_id=target.facts.incident_id)
    return _turn(reporter, operation, target.facts)


def _tracked_files(world: World, operation: Operation) -> Iterable[Target]:
    for planted in world.files:
        for name in ("reported", "handling"):
            case, is_its = world.cases[name], planted.case == name
            samples = {"code": case.tracking_code, "file_id": str(planted.file_id), "side_px": 320}
            yield Target(f"code of “{name}”, photo of “{planted.case}”", samples, is_its)


def _tracked_file_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """The code opens the files of its one matter, whoever types it."""
    return Outcome.IN if target.facts is True else Outcome.HIDDEN


# --- what everybody may know -----------------------------------------------------------------------------


def _public_matters(world: World, operation: Operation) -> Iterable[Target]:
    for case in world.cases.values():
        yield Target(
            case.name, {"public_id": str(public_id_of(case.incident_id)), "number": 0, "side_px": 320}, case
        )
        yield Target(
            f"{case.name} by its own id",
            {"public_id": str(case.incident_id), "number": 0, "side_px": 320},
            None,
        )


def _public_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """Accepted and not long over; never what is confidential, a tip or about a unit."""
    case: Case | None = target.facts
    if case is None or case.state not in {*OPEN_STATES, State.CLOSED}:
        return Outcome.HIDDEN
    standing = case.standing
    is_everybodys = standing.sight_floor == FULL_FLOOR and standing.about_unit_id is None
    return Outcome.IN if is_everybodys and standing.identity is not Identity.CONFIDENTIAL else Outcome.HIDDEN


def _followed_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """Known to the follower alone; one of them has a photo."""
    names = FOLLOWED[-1:] if operation.operation_id == "downloadFollowedPhoto" else FOLLOWED
    is_followed = target.facts is not None and target.facts.name in names
    return Outcome.IN if is_followed and seat.actor.person_id == CAST.wang.person_id else Outcome.HIDDEN


# --- people and posts ------------------------------------------------------------------------------------


def _token_targets(world: World, operation: Operation) -> Iterable[Target]:
    for name in ("desk wu", "resident li"):
        owner = world.seat(name).actor
        yield Target(f"session of {name}", {"token_id": str(owner.token_id)}, owner.person_id)


def _token_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    if seat.is_program:
        return Outcome.SESSION
    return Outcome.IN if seat.actor.person_id == target.facts else Outcome.HIDDEN


def _delegation_targets(world: World, operation: Operation) -> Iterable[Target]:
    yield Target("Zhao's to Mao", {"delegation_id": str(world.delegation_id)}, id_of("person zhao"))


def _delegation_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    return Outcome.IN if seat.actor.person_id == target.facts else Outcome.HIDDEN


def _posts(world: World, operation: Operation) -> Iterable[Target]:
    for name in ("wu", "tang", "qian"):
        area: str = getattr(CAST, name).area_code
        yield Target(f"post of {name}", {"post_id": str(id_of(f"post {name}"))}, area)


def _staff(world: World, operation: Operation) -> Iterable[Target]:
    for name in ("wu", "tang", "qian"):
        area: str = getattr(CAST, name).area_code
        yield Target(f"person {name}", {"person_id": str(id_of(f"person {name}"))}, area)


def _units(world: World, operation: Operation) -> Iterable[Target]:
    for name, unit_id, area in (
        ("a company", WATER, COUNTY),
        ("a community's centre", centre(COMMUNITY), COMMUNITY),
        ("another county's centre", centre(OTHER_COUNTY), OTHER_COUNTY),
    ):
        yield Target(name, {"unit_id": str(unit_id)}, area)


def _post_work(world: World, operation: Operation) -> Iterable[Target]:
    for name in ("wu", "tang", "qian"):
        holder: Actor = getattr(CAST, name)
        yield Target(f"work of {name}", {"post_id": str(holder.post_id)}, holder)


def _post_work_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """One's own post, a post of the unit one leads, any post of the area one administers."""
    asker, holder = seat.actor, target.facts
    leads = asker.role in {Role.UNIT_HEAD, Role.DESK} and asker.unit_id == holder.unit_id
    keeps = asker.role is Role.ADMINISTRATOR and lies_within(holder.area_code, asker.scope)
    return Outcome.IN if asker.post_id == holder.post_id or leads or keeps else Outcome.HIDDEN


def _in_own_area(seat: Seat, operation: Operation, target: Target) -> Outcome:
    return Outcome.IN if lies_within(target.facts, seat.actor.scope) else Outcome.HIDDEN


# --- imports ---------------------------------------------------------------------------------------------


def _batches(world: World, operation: Operation) -> Iterable[Target]:
    yield Target("the administrator's", {"batch_id": str(world.batch.batch_id)}, world.batch)


READ_WITHOUT_SHEET = {"readImport", "listImportFaults"}


def _batch_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """A batch belongs to the post that brought it, and to the unit whose people share their work.

    Colleagues may follow it; whatever works with its rows needs the sheet's own permission as well.
    """
    shared = seat.actor.sharing_unit_id
    is_own = seat.actor.post_id == target.facts.post_id or (shared and shared == target.facts.unit_id)
    may_import = CALENDAR_SHEET.permission in PERMISSIONS[seat.actor.role]
    return (
        Outcome.IN
        if is_own and (may_import or operation.operation_id in READ_WITHOUT_SHEET)
        else Outcome.HIDDEN
    )


# --- exports ---------------------------------------------------------------------------------------------


def _exports(world: World, operation: Operation) -> Iterable[Target]:
    for name, one in zip(("a desk's", "a unit head's"), world.exports, strict=True):
        yield Target(name, {"export_id": str(one.export_id)}, one.asker)


def _own_export_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """Stopped and taken by the person who asked, in the post in which they asked; clear text by a session only."""
    if not is_own(seat.actor, target.facts):
        return Outcome.HIDDEN
    takes_clear = operation.operation_id == "downloadExport"  # what is planted here is in the clear
    return Outcome.SESSION if takes_clear and seat.is_program else Outcome.IN


def _export_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """Read by whoever asked, too; decided by those it is up to, never by whoever asked."""
    may_agree = Permission.APPROVE_EXPORT in PERMISSIONS[seat.actor.role] and may_decide(
        seat.actor, target.facts
    )
    return Outcome.IN if may_agree else _own_export_expected(seat, operation, target)


# --- files -----------------------------------------------------------------------------------------------


def _files(world: World, operation: Operation) -> Iterable[Target]:
    for one in world.files:
        case = world.cases[one.case] if one.case else None
        name = f"photo of “{one.case}”" if case else "a stranger's upload"
        yield Target(name, {"file_id": str(one.file_id), "side_px": 320}, (one, case))


def _file_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """Whoever uploaded it, and whoever sees the incident it is attached to."""
    planted, case = target.facts
    is_own = seat.actor.person_id is not None and seat.actor.person_id == planted.uploader_id
    return Outcome.IN if is_own or (case and sees(seat.actor, case.standing)) else Outcome.HIDDEN


def _upload_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """Whoever knows the secret of an upload that nobody signed in for; otherwise only who began it."""
    return Outcome.IN if target.facts in {None, seat.actor.person_id} else Outcome.HIDDEN


# --- notices ---------------------------------------------------------------------------------------------


def _notices(world: World, operation: Operation) -> Iterable[Target]:
    for one in world.notices:
        yield Target("for a post" if one.post_id else "for a person", {"notice_id": str(one.notice_id)}, one)


def _notice_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """For whoever works in the post now, or for the person, whichever post they work in."""
    for_post = target.facts.post_id is not None and seat.actor.post_id == target.facts.post_id
    for_person = target.facts.person_id is not None and seat.actor.person_id == target.facts.person_id
    return Outcome.IN if for_post or for_person else Outcome.HIDDEN


# --- saved views -----------------------------------------------------------------------------------------


def _views(world: World, operation: Operation) -> Iterable[Target]:
    for one in world.views:
        yield Target(
            "shared with a centre" if one.shared_unit_id else "Wu's own", {"view_id": str(one.view_id)}, one
        )


def _view_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """For its person; those it is shared with learn that it is a colleague's."""
    is_own = seat.actor.person_id == target.facts.person_id
    shared = seat.actor.sharing_unit_id
    return Outcome.IN if is_own or (shared and shared == target.facts.shared_unit_id) else Outcome.HIDDEN


# --- announcements ---------------------------------------------------------------------------------------


def _announcements(world: World, operation: Operation) -> Iterable[Target]:
    yield from world.kept["announcement"]


def _announcement_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """For its receivers; whoever stands where it came from counts and withdraws it too."""
    who, facts = seat.actor, target.facts
    is_authors = is_authors_side(
        who, author_post_id=facts.post_id, author_unit_id=facts.unit_id, area_code=facts.area_code
    )
    if operation.operation_id in {"countConfirmations", "withdrawAnnouncement"}:
        return Outcome.IN if is_authors else Outcome.HIDDEN
    return Outcome.IN if is_authors or who.post_id in facts.receivers else Outcome.HIDDEN


# --- the hotline -----------------------------------------------------------------------------------------


def _kept(sees: str) -> Callable[[World, Operation], Iterable[Target]]:
    return lambda world, operation: world.kept[sees]


def _of_own_unit(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """Who telephoned is the business of the one centre, not of those above it."""
    shared = seat.actor.sharing_unit_id
    return Outcome.IN if shared is not None and shared == target.facts else Outcome.HIDDEN


# --- the ledger ------------------------------------------------------------------------------------------


def _of_the_ledger(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """Things of one's area, and those that one's unit answers for, wherever they stand."""
    area_code, unit_id = target.facts
    shared = seat.actor.sharing_unit_id
    is_own = shared is not None and shared == unit_id
    return Outcome.IN if is_own or lies_within(area_code, seat.actor.scope) else Outcome.HIDDEN


# --- the map ---------------------------------------------------------------------------------------------

TILE_ZOOM = 13


def tile_over(grid: str, zoom: int = TILE_ZOOM) -> dict[str, int]:
    """The tile in which a grid of the small city lies."""
    x, y = units_of(*inside(grid))
    return {"z": zoom, "x": int(x) >> (DEEPEST - zoom), "y": int(y) >> (DEEPEST - zoom)}


def _layers(world: World, operation: Operation) -> Iterable[Target]:
    for layer in all_layers():
        yield Target(layer.key, {"layer": layer.key} | tile_over(GRID_1), layer.permission)


def _layer_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """A layer asks for its own permission besides."""
    return Outcome.IN if target.facts in PERMISSIONS[seat.actor.role] else Outcome.FORBIDDEN


def _map_features(world: World, operation: Operation) -> Iterable[Target]:
    for target in _incident_targets(world, operation):
        samples = {"layer": INCIDENT_LAYER.key, "feature_id": target.samples["incident_id"]}
        yield Target(target.name, samples, target.facts)


def _map_feature_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    if INCIDENT_LAYER.permission not in PERMISSIONS[seat.actor.role]:
        return Outcome.FORBIDDEN
    case: Case = target.facts
    is_seen = sees(seat.actor, case.standing)
    if operation.operation_id in OF_THE_LIST:
        is_seen = is_seen and _stands_on_map(seat.actor, case)
    return Outcome.IN if is_seen else Outcome.HIDDEN


OF_THE_LIST = {"getOgcItem"}
"""What programs read one by one is what they read page by page; a card opens for everything in sight."""


def _stands_on_map(actor: Actor, case: Case) -> bool:
    """What lists hold by area, else by a unit's part, else one's own; never folded ones, nor what no area sees."""
    standing = case.standing
    has_position = len(standing.scope_code) == Level.GRID  # the others name a community and no spot in it
    if standing.sight_floor == NOBODY_BY_AREA or case.name == "folded" or not has_position:
        return False
    if actor.scope:
        return lies_within(standing.scope_code, actor.scope) and len(actor.scope) <= standing.sight_floor
    if actor.sharing_unit_id is not None:
        return (actor.sharing_unit_id, None) in standing.participants
    return True


# --- everything else -------------------------------------------------------------------------------------


def _nothing(world: World, operation: Operation) -> Iterable[Target]:
    yield Target("")


def _let_in(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """Only the role counts; but what the role may not bring in or take away does not exist for it."""
    if names_field(operation, "sheet_key"):
        permitted = PERMISSIONS[seat.actor.role] & {sheet.permission for sheet in SHEETS}
        return Outcome.IN if permitted else Outcome.HIDDEN
    if names_field(operation, "source") and operation.permission == Permission.EXPORT_ROWS:
        permitted = PERMISSIONS[seat.actor.role] & {source.permission for source in SOURCES}
        return Outcome.IN if permitted else Outcome.HIDDEN
    return Outcome.IN


KINDS: dict[str, Kind] = {
    "nothing": Kind(_nothing, _let_in, every_seat=False),
    "incident": Kind(_incident_targets, _incident_expected),
    "tracked": Kind(_tracked_targets, _tracked_expected, every_seat=False),
    "tracked file": Kind(_tracked_files, _tracked_file_expected, every_seat=False),
    "public matter": Kind(_public_matters, _public_expected),
    "followed": Kind(_public_matters, _followed_expected),
    "mark": Kind(_kept("mark"), _in_own_area),
    "token": Kind(_token_targets, _token_expected),
    "link": Kind(_kept("link"), _token_expected),
    "key": Kind(_kept("key"), _in_own_area),
    "provider_link": Kind(_kept("provider_link"), _token_expected),
    "delegation": Kind(_delegation_targets, _delegation_expected),
    "file": Kind(_files, _file_expected),
    "upload": Kind(_kept("upload"), _upload_expected),
    "notice": Kind(_notices, _notice_expected),
    "announcement": Kind(_announcements, _announcement_expected),
    "view": Kind(_views, _view_expected),
    "import": Kind(_batches, _batch_expected),
    "export": Kind(_exports, _export_expected),
    "own export": Kind(_exports, _own_export_expected),
    "post": Kind(_posts, _in_own_area),
    "post_work": Kind(_post_work, _post_work_expected),
    "staff": Kind(_staff, _in_own_area),
    "unit": Kind(_units, _in_own_area),
    "call": Kind(_kept("call"), _of_own_unit),
    "call_back": Kind(_kept("call_back"), _of_own_unit),
    "component": Kind(_kept("component"), _of_the_ledger),
    "resource": Kind(_kept("resource"), _of_the_ledger),
    "place": Kind(_kept("place"), _of_the_ledger),
    "geometry": Kind(_kept("geometry"), _in_own_area),
    "draft": Kind(_kept("draft"), _in_own_area),
    "publication": Kind(_kept("publication"), _in_own_area),
    "layer": Kind(_layers, _layer_expected, every_seat=False),
    "map_feature": Kind(_map_features, _map_feature_expected),
}
"""Every value of ``x-sees`` in the document has an expectation here, or the matrix fails."""


def samples_for(seat: Seat, world: World) -> dict[str, Any]:
    """Values that make a request mean something, by the name of the field."""
    allowed = PERMISSIONS[seat.actor.role]
    return {
        "remark": "矩阵核对",
        "item_code": ITEM,
        "unit_id": str(WATER),
        "post_id": str(seat.actor.post_id or id_of("post qian")),
        "person_id": str(id_of("person mao")),
        "to_person_id": str(id_of("person mao")),
        "provider_key": "city",
        "quad": "WebMercatorQuad",
        "next_page": "/desk/",
        "head_id": str(world.cases[HEAD].incident_id),
        "receipt_no": world.cases["reported"].receipt_no,
        "component_code": world.kept["component"][0].samples["component_code"],
        "reason": "矩阵核对用的理由",
        "kinds": ["device"],
        "hours": 1,
        "username": "wu",
        "password": PASSWORD,
        "words": "矩阵核对",
        "area_code": "430902001001",
        "limit": "1d",
        "until": world.until.isoformat(),
        "list_id": world.item_list_id,
        "key": "urban_management",
        "grants": ["read_items"],
        "expires_at": (world.until + timedelta(days=30)).isoformat(),
        "source": next((one.key for one in SOURCES if one.permission in allowed), SOURCES[0].key),
        "sheet_key": next((one.key for one in SHEETS if one.permission in allowed), SHEETS[0].key),
    }
