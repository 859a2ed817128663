"""Incidents in every stage and kind of sight, reached by walking the services."""

import io
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from PIL import Image

from jingwei.domains.clocks.contracts import Answerer, WarningColour
from jingwei.domains.clocks.services import CALENDAR_SHEET
from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import Identity, State
from jingwei.domains.incidents.models import ClockWarning, Incident, Mark, Participant
from jingwei.domains.incidents.queries import standing_of
from jingwei.domains.incidents.queries.assisting import open_assists
from jingwei.domains.incidents.queries.following import public_id_of
from jingwei.domains.incidents.rules.clocks import ClockName
from jingwei.domains.incidents.rules.holding import SourceKind
from jingwei.domains.incidents.rules.sight import Standing
from jingwei.domains.incidents.services import Correction, NewReport, Receipt
from jingwei.domains.incidents.services.assisting import ask_assist
from jingwei.domains.incidents.services.folding import fold_incident
from jingwei.domains.incidents.services.following import follow_matter
from jingwei.domains.incidents.services.guarding import Sender
from jingwei.domains.incidents.services.holding import digest_of
from jingwei.domains.routing.queries import item_in_force, list_in_force
from jingwei.domains.routing.rules import ItemUnknown
from jingwei.domains.routing.rules.items import NewItem
from jingwei.domains.routing.services.lists import load_item_list, save_unit_kind
from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.access.models import Delegation
from jingwei.foundation.files import services as files
from jingwei.foundation.imports.queries import asker_of
from jingwei.foundation.imports.rules.exporting import Asker
from jingwei.foundation.imports.services.exports import NewExport, request_export
from jingwei.foundation.imports.services.uploads import upload_file
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.notices.services.inbox import notify_person, notify_post
from jingwei.foundation.preferences.contracts import Place, ViewContent
from jingwei.foundation.preferences.services import save_view
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.geo import Datum, position
from tests.cast import CAST, COMMUNITY, COUNTY, FAR_GRID, GRID_1, SPACE, URBAN, WATER, centre, inside
from tests.matrix.of_forms import plant_form_draft
from tests.matrix.of_handoffs import dispute, rule_on
from tests.matrix.of_routing import plant_duties
from tests.matrix.people import FOUNDER, Seat, take_seats
from tests.matrix.targets import Target

ITEM = "990101"
PHONE = "13800000000"
CROSSINGS = ("handling", "handling in a whole community")
"""Cases of a grid and of a community, in the hands of the township's centre and a unit: every relation meets here."""
FOLLOWED = (*CROSSINGS, "handled")
"""What the resident Wang follows; the last one has a photo of the work."""
HEAD = "head of what was folded"
CALENDAR_CSV = "日期,安排,节日\n2027-10-01,放假,国庆节\n"


@dataclass(frozen=True, slots=True)
class Case:
    """A planted incident, with the facts the rules decide by."""

    name: str
    incident_id: UUID
    receipt_no: str
    tracking_code: str
    standing: Standing
    state: State
    is_suspended: bool
    has_phone: bool


@dataclass(frozen=True, slots=True)
class Keeper:
    """A planted import, and whose it is."""

    batch_id: UUID
    post_id: UUID | None
    unit_id: UUID | None


@dataclass(frozen=True, slots=True)
class PlantedExport:
    """An export that waits for consent, and who asked."""

    export_id: UUID
    asker: Asker


@dataclass(frozen=True, slots=True)
class PlantedFile:
    """An uploaded photo: whose it is, and the name of the case it is attached to, if any."""

    file_id: UUID
    uploader_id: UUID | None
    case: str | None


@dataclass(frozen=True, slots=True)
class PlantedNotice:
    """A notice, for a post or for a person."""

    notice_id: UUID
    post_id: UUID | None
    person_id: UUID | None


@dataclass(frozen=True, slots=True)
class PlantedView:
    """A saved view: whose it is, and the unit it is shared with."""

    view_id: UUID
    person_id: UUID
    shared_unit_id: UUID | None


@dataclass(frozen=True, slots=True)
class World:
    """Who asks and about what."""

    seats: list[Seat]
    cases: dict[str, Case]
    until: datetime
    item_list_id: int
    duties: dict[str, int]
    forms: dict[str, object]
    delegation_id: UUID
    batch: Keeper
    exports: list[PlantedExport]
    files: list[PlantedFile]
    notices: list[PlantedNotice]
    views: list[PlantedView]
    kept: dict[str, list[Target]] = field(default_factory=dict)
    standing: dict[str, Any] = field(default_factory=dict)
    """Who stands how to which thing, by kind of sight, as far as it was asked (``calls.product_cells``)."""

    def seat(self, name: str) -> Seat:
        return next(seat for seat in self.seats if seat.name == name)


def plant_world(at: datetime) -> World:
    """Everybody, every incident, and one of each other thing that an address can point at."""
    seats = take_seats(at)
    began_at = at - timedelta(hours=2)
    photos = {case: _upload(who, began_at) for case, who in (("reported", CAST.li), (None, CAST.wang))}
    cases = plant_cases(began_at, photo_id=photos["reported"])
    keeper = next(seat.actor for seat in seats if seat.actor.role is Role.ADMINISTRATOR and seat.is_typical)
    batch = upload_file(
        keeper, CALENDAR_SHEET.key, file_name="days.csv", pieces=[CALENDAR_CSV.encode()], at=at
    )
    assert CAST.wu.post_id
    assert CAST.li.person_id
    words = Words(title_zh="矩阵通知", title_en="Matrix", body_zh="请查看", body_en="Please look")
    with eyes(FOUNDER):
        about = {"kind": "matrix", "words": words, "target": "matrix", "at": at}
        notify_post(FOUNDER, CAST.wu.post_id, **about)
        notify_person(FOUNDER, CAST.li.person_id, **about)
        notices = [PlantedNotice(n.pk, n.post_id, n.person_id) for n in Notice.objects.filter(kind="matrix")]
    in_force = list_in_force(on=local(at).date())
    assert in_force is not None
    with eyes(FOUNDER):
        lent = Delegation.objects.get(from_person_id=CAST.zhao.person_id)
    return World(
        seats=seats,
        cases=cases,
        until=at + timedelta(days=2),
        item_list_id=in_force.pk,
        duties=plant_duties(at),
        forms=plant_form_draft(at),
        delegation_id=lent.pk,
        exports=[ask_for_export(who, at) for who in (CAST.wu, CAST.xu)],
        batch=Keeper(batch.pk, batch.post_id, batch.unit_id),
        files=[
            PlantedFile(photos["reported"], CAST.li.person_id, "reported"),
            PlantedFile(photos[None], CAST.wang.person_id, None),
        ],
        notices=notices,
        views=[save_planted_view(CAST.wu, at), save_planted_view(CAST.wu, at, is_shared=True)],
    )


def save_planted_view(actor: Actor, at: datetime, *, is_shared: bool = False) -> PlantedView:
    content = ViewContent(
        name="矩阵共享" if is_shared else "矩阵", query="bucket=overdue", is_shared=is_shared
    )
    view = save_view(actor, Place.INCIDENTS, content, at=at)
    return PlantedView(view.pk, view.person_id, view.shared_unit_id)


class Planting:
    """Walks each incident to its stage; every call a little later than the one before."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.receipts: dict[str, Receipt] = {}

    def tick(self) -> datetime:
        self.at += timedelta(seconds=20)
        return self.at

    def report(
        self,
        name: str,
        actor: Actor = CAST.li,
        *,
        is_tip: bool = False,
        sender: Sender | None = None,
        **changes: object,
    ) -> UUID:
        values: dict[str, object] = {
            "incident_id": uuid5(SPACE, f"matrix {name}"),
            "words": f"井盖松动，车过有响声（{name}）",
            "reported_at": self.at,
            "position": position(*inside(GRID_1), datum=Datum.WGS84),
            "reporter_phone": PHONE,
        }
        take_in = services.report_tip if is_tip else services.report_incident
        report = NewReport(**(values | changes))  # type: ignore[arg-type]
        self.receipts[name] = take_in(actor, report, at=self.tick(), sender=sender)
        return self.receipts[name].incident_id

    def accepted(self, name: str, by: Actor = CAST.wu, **changes: object) -> UUID:
        case = self.report(name, **changes)  # type: ignore[arg-type]
        services.accept_incident(by, case, item_code=ITEM, at=self.tick())
        return case

    def dispatched(self, name: str, **changes: object) -> UUID:
        case = self.accepted(name, **changes)
        services.escalate_incident(CAST.wu, case, remark="需要街道协调", at=self.tick())
        services.dispatch_incident(CAST.zhao, case, unit_id=URBAN, at=self.tick())
        return case

    def handling(self, name: str, **changes: object) -> UUID:
        case = self.dispatched(name, **changes)
        services.take_task(CAST.qian, case, at=self.tick())
        return case

    def handled(self, name: str) -> UUID:
        case = self.handling(name)
        proofs = [services.Proof(_upload(CAST.qian, self.at), "photo_after")] if name == "handled" else []
        services.handle_task(CAST.qian, case, remark="已更换井盖", proofs=proofs, at=self.tick())
        return case

    def verified(self, name: str) -> UUID:
        case = self.handled(name)
        services.pass_check(CAST.lin, case, remark="现场看过，已平整", at=self.tick())
        return case


def photo() -> bytes:
    """A small picture of nothing."""
    picture = io.BytesIO()
    Image.effect_noise((320, 240), 40).convert("RGB").save(picture, "JPEG")
    return picture.getvalue()


def ask_for_export(actor: Actor, at: datetime) -> PlantedExport:
    asked = NewExport("incidents", {}, ("receipt_no", "reporter_phone"), is_clear=True, purpose="矩阵核对")
    export = request_export(actor, asked, at=at)
    return PlantedExport(export.pk, asker_of(export))


def _upload(actor: Actor, at: datetime) -> UUID:
    content = photo()
    return files.upload_file(actor, files.Upload(content=content, size_bytes=len(content)), at=at).pk


def plant_cases(at: datetime, *, photo_id: UUID) -> dict[str, Case]:
    """Every case by name; the photo belongs to the case “reported”."""
    _plant_item(at)
    planting = Planting(at)
    _plant_course(planting, photo_id)
    _plant_sight(planting)
    _plant_beside(planting)
    for name in FOLLOWED:
        follow_matter(CAST.wang, public_id_of(planting.receipts[name].incident_id), at=planting.tick())
    with eyes(FOUNDER):
        return {name: _case(name, receipt) for name, receipt in planting.receipts.items()}


def _plant_course(planting: Planting, photo_id: UUID) -> None:
    """The main course, one incident a stage."""
    planting.report("reported", file_ids=(photo_id,))
    planting.accepted("accepted")
    planting.dispatched("dispatched")
    handling = planting.handling("handling")
    services.ask_extension(CAST.qian, handling, limit="1d", remark="等待配件到货", at=planting.tick())
    services.ask_reporter(CAST.qian, handling, remark="响声从什么时候开始？", at=planting.tick())
    planting.handled("handled")
    planting.verified("verified")
    closed = planting.verified("closed")
    services.close_incident(CAST.zhao, closed, remark="已办结", at=planting.tick())
    voided = planting.report("voided")
    services.void_incident(CAST.wu, voided, remark="与另一件相同", at=planting.tick())
    suspended = planting.accepted("suspended")
    until = planting.tick() + timedelta(days=3)
    services.suspend_incident(CAST.wu, suspended, remark="等待汛期过去", until=until, at=planting.tick())


def _plant_sight(planting: Planting) -> None:
    """What decides sight otherwise than by the area of a grid."""
    planting.report("tip", CAST.public, is_tip=True, identity=Identity.CONFIDENTIAL)
    about = planting.accepted("about a unit", by=CAST.he, about_unit_id=URBAN)
    services.dispatch_incident(CAST.he, about, unit_id=WATER, at=planting.tick())
    services.take_task(CAST.feng, about, at=planting.tick())
    planting.report(
        "about the centre",
        CAST.public,
        about_unit_id=centre(COMMUNITY),
        identity=Identity.ANONYMOUS,
        reporter_phone="",
    )
    planting.report("of a whole community", CAST.lin, position=None, area_code=COMMUNITY, reporter_phone="")
    planting.handling("handling in a whole community", actor=CAST.lin, position=None, area_code=COMMUNITY)
    planting.handling("confidential", identity=Identity.CONFIDENTIAL)
    moved = planting.report("moved away")
    away = Correction(position=position(*inside(FAR_GRID), datum=Datum.WGS84))
    services.correct_incident(CAST.wu, moved, away, remark="地点在三益社区", at=planting.tick())
    returned = planting.handling("returned")
    services.return_task(CAST.qian, returned, remark="不属于城管职责", at=planting.tick())
    assigned = planting.dispatched("assigned")
    assert CAST.qian.post_id is not None
    services.assign_task(CAST.xu, assigned, post_id=CAST.qian.post_id, at=planting.tick())


def _plant_beside(planting: Planting) -> None:
    """What does not go the usual way: held because its source is marked, and folded into another."""
    device = "d" * 32
    with eyes(FOUNDER):
        Mark(
            kind=SourceKind.DEVICE.value,
            key=digest_of(SourceKind.DEVICE, device),
            area_code=COUNTY,
            incident_id=planting.receipts["reported"].incident_id,
            receipt_no="matrix",
            reason="矩阵中的标记",
            marked_at=planting.tick(),
            expires_at=planting.at + timedelta(days=1),
            marked_by="矩阵",
        ).save(force_insert=True)
        ClockWarning(
            incident_id=planting.receipts["reported"].incident_id,
            clock=ClockName.FIRST.value,
            colour=WarningColour.BLUE.value,
            due_at=planting.at + timedelta(days=1),
            warned_at=planting.tick(),
            answered_by=Answerer.OWER.value,
        ).save(force_insert=True)
    assisted = planting.handling("assisted")
    ask_assist(CAST.zhao, assisted, unit_id=WATER, limit="1d", remark="请配合断水", at=planting.tick())
    planting.report("held", CAST.public, sender=Sender(device=device))
    dispute(planting.handling("disputed"), planting.tick())
    ruled = planting.handling("ruled")
    dispute(ruled, planting.tick())
    rule_on(ruled, planting.tick())
    head = planting.report(HEAD)
    fold_incident(CAST.wu, planting.report("folded"), head_id=head, at=planting.tick())


APART = {"participants", "assisting"}
"""What a standing holds beside the columns of the matter."""


def _case(name: str, receipt: Receipt) -> Case:
    incident = Incident.objects.unscoped("the matrix reads what it planted").get(pk=receipt.incident_id)
    participants = Participant.objects.filter(incident_id=receipt.incident_id)
    standing = standing_of(incident)
    return Case(
        name=name,
        incident_id=receipt.incident_id,
        receipt_no=incident.receipt_no,
        tracking_code=receipt.tracking_code,
        standing=Standing(
            **{field: getattr(standing, field) for field in Standing.__slots__ if field not in APART},
            participants=frozenset(participants.values_list("unit_id", "post_id")),
            assisting=frozenset(one.unit_id for one in open_assists(receipt.incident_id)),
        ),
        state=State(incident.state),
        is_suspended=incident.suspended_at is not None,
        has_phone=incident.reporter_phone_sealed is not None,
    )


def _plant_item(at: datetime) -> None:
    """An item that asks for no evidence, so that every stage can be reached without files."""
    today = local(at).date()
    try:
        item_in_force(ITEM, on=today)
    except ItemUnknown:
        save_unit_kind(FOUNDER, "urban_management", name_zh="城市管理部门", name_en="Urban management")
        item = NewItem(
            item_code=ITEM,
            class_name="矩阵类",
            subclass_name="矩阵小类",
            item_name="井盖松动",
            definition="检查权限矩阵用的事项",
            unit_kind="urban_management",
            accept_limit="2h",
            handle_limit="2d",
            verify_limit="1d",
            evidence="none",
            handling_standard="更换或加固井盖",
            closing_standard="井盖平整无响声",
            is_urgent=False,
            legal_basis="",
            is_published=True,
        )
        load_item_list(FOUNDER, "矩阵清单", [item], today, at=at)
