"""What each call must answer, derived from the permission table and the rules; nothing is written by hand per row."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from jingwei.config.wiring import SHEETS, SOURCES
from jingwei.domains.clocks.services import CALENDAR_SHEET
from jingwei.domains.incidents.contracts import Identity, State
from jingwei.domains.incidents.queries.following import public_id_of
from jingwei.domains.incidents.rules.publishing import OPEN_STATES
from jingwei.domains.incidents.rules.sight import (
    FULL_FLOOR,
    sees,
)
from jingwei.foundation.access.contracts import Actor, Permission, Role
from jingwei.foundation.access.rules.permissions import PERMISSIONS
from jingwei.foundation.imports.rules.exporting import is_own, may_decide
from jingwei.foundation.notices.rules import is_authors_side
from jingwei.kernel.codes import lies_within
from tests.api.requests import Operation, names_field
from tests.cast import (
    CAST,
    COMMUNITY,
    COUNTY,
    OTHER_COUNTY,
    PASSWORD,
    WATER,
    centre,
    id_of,
)
from tests.matrix.of_incidents import (
    _tracked_expected,
    _tracked_file_expected,
    _tracked_files,
    _tracked_targets,
    incident_expected,
    incident_targets,
)
from tests.matrix.of_joint import joint_expected
from tests.matrix.of_named import outcome_of_named
from tests.matrix.of_organisations import ORGANISATIONS
from tests.matrix.of_residents import RESIDENTS
from tests.matrix.of_supervision import card_expected, card_targets, case_expected
from tests.matrix.of_tasking import party_expected
from tests.matrix.of_visits import visit_expected
from tests.matrix.of_workforce import workforce_expected
from tests.matrix.on_map import layer_expected, layers, map_feature_expected, map_features
from tests.matrix.outcomes import Kind, Outcome
from tests.matrix.people import Seat
from tests.matrix.targets import Target
from tests.matrix.world import FOLLOWED, HEAD, ITEM, Case, World


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
    return outcome_of_named(seat, operation)


KINDS: dict[str, Kind] = {
    "nothing": Kind(_nothing, _let_in, every_seat=False),
    "incident": Kind(incident_targets, incident_expected),
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
    "building": Kind(_kept("building"), _in_own_area),
    "house": Kind(_kept("house"), _in_own_area),
    "collection": Kind(_kept("collection"), _in_own_area),
    "geometry": Kind(_kept("geometry"), _in_own_area),
    "given_task": Kind(_kept("given_task"), party_expected),
    "task_share": Kind(_kept("task_share"), party_expected),
    "log_entry": Kind(_kept("log_entry"), party_expected),
    "door_visit": Kind(_kept("door_visit"), party_expected),
    "concern": Kind(_kept("concern"), party_expected),
    "whistle": Kind(_kept("whistle"), joint_expected),
    "meeting": Kind(_kept("meeting"), joint_expected),
    "grid_member": Kind(_kept("grid_member"), workforce_expected),
    "referral": Kind(_kept("referral"), workforce_expected),
    "return_visit": Kind(_kept("return_visit"), visit_expected),
    "spot_check": Kind(_kept("spot_check"), visit_expected),
    "mediation": Kind(_kept("mediation"), joint_expected),
    "enforcement": Kind(_kept("enforcement"), joint_expected),
    "supervision_card": Kind(card_targets, card_expected),
    "supervision_case": Kind(_kept("supervision_case"), case_expected),
    **{name: Kind(_kept(name), _in_own_area) for name in (*RESIDENTS, *ORGANISATIONS)},
    "draft": Kind(_kept("draft"), _in_own_area),
    "publication": Kind(_kept("publication"), _in_own_area),
    "layer": Kind(layers, layer_expected, every_seat=False),
    "map_feature": Kind(map_features, map_feature_expected),
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
        "member_ids": [str(world.cases["of a whole community"].incident_id)],
        "receipt_no": world.cases["reported"].receipt_no,
        "component_code": world.kept["component"][0].samples["component_code"],
        "house_id": world.kept["house"][0].samples["house_id"],
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
        **world.duties,
        **world.forms,
        "lead": "urban_management",
        "from_on": "2026-01-01",
        "to_on": "2026-01-31",
        "key": "urban_management",
        "grants": ["read_items"],
        "expires_at": (world.until + timedelta(days=30)).isoformat(),
        "source": next((one.key for one in SOURCES if one.permission in allowed), SOURCES[0].key),
        "sheet_key": next((one.key for one in SHEETS if one.permission in allowed), SHEETS[0].key),
    }
