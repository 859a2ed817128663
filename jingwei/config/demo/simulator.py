"""Let thirty days pass in the demo city: made-up reports, walked through the services to where they stand now.

Nothing is set by hand: each report is taken in, and each step taken, by the post whose work it is, at a moment given.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from django.db import transaction

from jingwei.config.demo.divisions import SMALL_COUNTY_CODE, Division
from jingwei.config.demo.organisation import (
    COMMUNITY,
    GRID_ONE,
    GRID_TWO,
    OTHER_COMMUNITY,
    TOWNSHIP,
    cast_members,
    centre_id,
)
from jingwei.config.demo.pace import report_moments
from jingwei.config.demo.people import impossible_phone, invented_name
from jingwei.config.demo.placeholders import drawn_paper, drawn_photo
from jingwei.config.demo.remarks import remark_of, verdict_of
from jingwei.config.demo.staff import Staff
from jingwei.config.demo.stories import ABOUT_UNIT, TIP, Story, moments_of, stories
from jingwei.domains.incidents import services as incidents
from jingwei.domains.incidents.contracts import Action, Identity
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.services import NewReport, Proof, Receipt
from jingwei.domains.routing.contracts import ItemBrief
from jingwei.domains.routing.queries import item_in_force
from jingwei.foundation.access.contracts import PUBLIC_ACTOR, Actor, Role, system_actor
from jingwei.foundation.access.queries import units_serving
from jingwei.foundation.areas.contracts import AreaKind
from jingwei.foundation.areas.models import Area
from jingwei.foundation.areas.queries import locate
from jingwei.foundation.files.services.intake import Upload, upload_file
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level
from jingwei.kernel.geo import Datum, Position, position

SIMULATOR = system_actor("演示数据")
RESIDENTS = {"li", "wang"}
CALL_CENTRES = {"zhao": TOWNSHIP, "sun": SMALL_COUNTY_CODE}
PHOTO_BEFORE = "photo_before"
EXTENSION = "3d"
OFF_LABEL_DEG = 0.0006
"""How far from the middle of its grid something happens at most, some 60 m."""
DESK_CHECKS_ONE_IN = 4
SAY_EVERY = 50
A = Action


@dataclass(frozen=True, slots=True)
class Spot:
    """A grid of the demo, and what an address in it begins with."""

    grid_code: str
    name: str
    lon: float
    lat: float


def simulate(*, at: datetime, say: Callable[[str], object]) -> int:
    """Add the incidents that are missing, each whole or not at all; returns how many they were."""
    told = stories()
    with eyes(SIMULATOR):
        ids = [story.incident_id for story in told]
        present = set(Incident.objects.visible_to(SIMULATOR).filter(pk__in=ids).values_list("pk", flat=True))
        missing = [story for story in told if story.incident_id not in present]
        if not missing:
            return 0
        staff, spots = Staff(SMALL_COUNTY_CODE), _spots()
    say(f"模拟最近30天的 {len(missing)} 件事件（所附照片和文书均为绘制，标有“演示”字样） …")
    starts = report_moments(at)
    for done, story in enumerate(missing, start=1):
        item = item_in_force(story.item_code, on=local(at).date())
        spot = story.dice("place").choice(spots[story.place])
        with transaction.atomic():
            Walk(story, item, spot, staff, at).go(moments_of(story, item, starts, at))
        if done % SAY_EVERY == 0:
            say(f"已生成 {done} 件 …")
    return len(missing)


def _spots() -> dict[str, list[Spot]]:
    """Basic grids of the county, by the names that stories give to places."""
    rows = Area.objects.defer("outline").filter(code__startswith=SMALL_COUNTY_CODE, valid_to_on=None)
    areas = {area.code: area for area in rows.order_by("code")}
    found: dict[str, list[Spot]] = defaultdict(list)
    for code, area in areas.items():
        if area.level != Level.GRID or area.kind == AreaKind.SPECIAL:
            continue
        community, township = areas[code[: Level.COMMUNITY]], areas[code[: Level.TOWNSHIP]]
        name = Division(community.code, community.name, Level.COMMUNITY).short_name
        is_urban = community.kind == township.kind == AreaKind.URBAN
        spot = Spot(code, name if is_urban else township.name + name, area.label_point.x, area.label_point.y)
        found[_place_of(code, is_urban=is_urban)].append(spot)
    return found


def _place_of(grid_code: str, *, is_urban: bool) -> str:
    own = {GRID_ONE: "lin", GRID_TWO: "chen"}
    if grid_code in own:
        return own[grid_code]
    if not is_urban:
        return "village"
    near = {COMMUNITY: "home", OTHER_COMMUNITY: "next"}
    return near.get(grid_code[: Level.COMMUNITY], "street" if grid_code.startswith(TOWNSHIP) else "town")


@dataclass
class Walk:
    """One story on its way. ``centre_area`` is the area of the centre that has it."""

    story: Story
    item: ItemBrief
    spot: Spot
    staff: Staff
    now: datetime
    dice: Random = field(init=False)
    unit_id: UUID = field(init=False)
    centre_area: str = field(init=False)
    receipt: Receipt = field(init=False)

    def __post_init__(self) -> None:
        self.dice = self.story.dice("walk")
        self.unit_id = units_serving(self.spot.grid_code, kind=self.item.unit_kind)[0].unit_id
        self.centre_area = self.spot.grid_code[: Level.COMMUNITY]

    def go(self, moments: Sequence[datetime]) -> None:
        """Report at the first moment, take a step of the course at each of the others."""
        self._report(moments[0])
        for action, moment in zip(self.story.course, moments[1:], strict=True):
            self._take(action, moment)

    def _report(self, at: datetime) -> None:
        story, reporter = self.story, self._reporter()
        is_about_unit = story.course_name == ABOUT_UNIT
        leaves_number = reporter.role in (Role.PUBLIC, Role.DESK) and story.reporter != Identity.ANONYMOUS
        report = NewReport(
            incident_id=story.incident_id,
            words=story.words,
            title=story.title,
            reported_at=at,
            position=self._position(),
            address=self.spot.name + story.address,
            item_code=story.item_code if story.knows_item else "",
            identity=self._identity(),
            reporter_name=invented_name(f"reporter {story.number}") if leaves_number else "",
            reporter_phone=impossible_phone(f"reporter {story.number}") if leaves_number else "",
            about_unit_id=self.unit_id if is_about_unit else None,
            file_ids=(self._upload(reporter, PHOTO_BEFORE, at),) if story.has_photo else (),
        )
        if story.course_name == TIP:
            self.receipt = incidents.report_tip(reporter, report, at=at)
            return
        self.receipt = incidents.report_incident(reporter, report, at=at)
        if is_about_unit:
            self.centre_area = self.centre_area[: Level.TOWNSHIP]
        self.centre_area = CALL_CENTRES.get(story.reporter, self.centre_area)

    def _take(self, action: Action, at: datetime) -> None:
        case = self.story.incident_id
        desk = self.staff.desk(centre_id(self.centre_area))
        handler, officer = self.staff.handler(self.unit_id), self.staff.officer(self.spot.grid_code)
        remark = remark_of(action, self.dice, result=self.story.result)
        match action:
            case A.ESCALATE:
                incidents.escalate_incident(desk, case, remark=remark, at=at)
                self.centre_area = self.centre_area[: Level.TOWNSHIP]
            case A.TAKE_UP:
                above = self.staff.desk(centre_id(SMALL_COUNTY_CODE))
                incidents.take_up_incident(above, case, remark=remark, at=at)
                self.centre_area = SMALL_COUNTY_CODE
            case A.ACCEPT:
                incidents.accept_incident(desk, case, item_code=self.item.item_code, remark=remark, at=at)
            case A.DISPATCH:
                incidents.dispatch_incident(desk, case, unit_id=self.unit_id, remark=remark, at=at)
            case A.TAKE:
                incidents.take_task(handler, case, at=at)
            case A.ASSIGN:
                assert handler.post_id is not None
                head = self.staff.head(self.unit_id)
                incidents.assign_task(head, case, post_id=handler.post_id, remark=remark, at=at)
            case A.RETURN:
                incidents.return_task(handler, case, remark=remark, at=at)
            case A.HANDLE:
                proofs = self._proofs(handler, at)
                incidents.handle_task(handler, case, remark=remark, proofs=proofs, at=at)
            case A.ASK_EXTENSION:
                incidents.ask_extension(handler, case, remark=remark, limit=EXTENSION, at=at)
            case A.GRANT_EXTENSION:
                incidents.grant_extension(desk, case, remark=remark, at=at)
            case A.REFUSE_EXTENSION:
                incidents.refuse_extension(desk, case, remark=remark, at=at)
            case A.ASK_REPORTER:
                incidents.ask_reporter(handler, case, remark=remark, at=at)
            case A.ANSWER:
                incidents.answer_question(self._proved(), case, words=remark, at=at)
            case A.URGE:
                incidents.urge_incident(desk, case, remark=remark, at=at)
            case A.INSTRUCT:
                leader = self.staff.commander(centre_id(SMALL_COUNTY_CODE))
                incidents.instruct_incident(leader, case, remark=remark, at=at)
            case A.SUSPEND:
                until = self.now + timedelta(days=self.dice.randint(3, 15))
                incidents.suspend_incident(desk, case, remark=remark, until=until, at=at)
            case A.RESUME:
                incidents.resume_incident(desk, case, remark=remark, at=at)
            case A.PASS_CHECK:
                is_by_phone = self.dice.randrange(DESK_CHECKS_ONE_IN) == 0
                incidents.pass_check(desk if is_by_phone else officer, case, remark=remark, at=at)
            case A.FAIL_CHECK:
                incidents.fail_check(officer, case, remark=remark, at=at)
            case A.CLOSE:
                incidents.close_incident(desk, case, remark=remark, at=at)
            case A.RATE:
                verdict = verdict_of(self.dice, reopens=A.REOPEN in self.story.course)
                incidents.rate_incident(self._proved(), case, verdict, at=at)
            case A.REOPEN:
                incidents.reopen_incident(self._proved(), case, remark=remark, at=at)
            case A.VOID:
                incidents.void_incident(desk, case, remark=remark, at=at)
            case _:
                raise LookupError(f"no course of the demo takes the step {action}")

    def _reporter(self) -> Actor:
        name = self.story.reporter
        if name in RESIDENTS:
            member = next(one for one in cast_members() if one.username == name)
            return Actor(role=Role.RESIDENT, name=member.name, person_id=member.person_id)
        if name in CALL_CENTRES:
            return self.staff.desk(centre_id(CALL_CENTRES[name]))
        if name == "desk":
            return self.staff.desk(centre_id(self.centre_area))
        return self.staff.officer(self.spot.grid_code) if name == "officer" else PUBLIC_ACTOR

    def _proved(self) -> Actor:
        """Whoever reported, with their account or by their tracking code."""
        reporter = self._reporter()
        if reporter.role is Role.RESIDENT:
            return reporter
        return incidents.proved_reporter(PUBLIC_ACTOR, self.receipt.tracking_code)[0]

    def _identity(self) -> Identity:
        protected = {one.value: one for one in (Identity.CONFIDENTIAL, Identity.ANONYMOUS)}
        return protected.get(self.story.reporter, Identity.NAMED)

    def _position(self) -> Position:
        dice = self.story.dice("position")
        lon, lat = (
            middle + dice.uniform(-OFF_LABEL_DEG, OFF_LABEL_DEG) for middle in (self.spot.lon, self.spot.lat)
        )
        if locate(lon, lat).area_code != self.spot.grid_code:  # a narrow grid
            lon, lat = self.spot.lon, self.spot.lat
        return position(round(lon, 6), round(lat, 6), datum=Datum.WGS84, accuracy_m=dice.randint(5, 40))

    def _proofs(self, handler: Actor, at: datetime) -> list[Proof]:
        kinds = sorted(self.item.evidence - ({PHOTO_BEFORE} if self.story.has_photo else set()))
        return [Proof(self._upload(handler, kind, at), kind) for kind in kinds]

    def _upload(self, actor: Actor, kind: str, at: datetime) -> UUID:
        is_photo = kind.startswith("photo")
        seed = f"photo {self.story.number}"
        content = drawn_photo(seed, is_before=kind == PHOTO_BEFORE) if is_photo else drawn_paper(kind)
        file_id: UUID = upload_file(actor, Upload(content, len(content)), at=at).id
        return file_id
