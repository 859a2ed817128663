"""Taking in what somebody says by telephone, at the counter or in a letter."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from jingwei.domains.hotline.models import HandOver, Reception
from jingwei.domains.hotline.queries.calls import call_named
from jingwei.domains.hotline.rules.personal import CALLER_NUMBER
from jingwei.domains.hotline.rules.reception import reported_at_of, require_channel, require_reception
from jingwei.domains.hotline.rules.refusals import NumberMissing
from jingwei.domains.hotline.services.addresses import learn_address
from jingwei.domains.hotline.services.calls import add_matter, forget_caller
from jingwei.domains.hotline.services.handovers import tell_course
from jingwei.domains.incidents.contracts import Channel, Identity
from jingwei.domains.incidents.queries.known import matters_by_id
from jingwei.domains.incidents.services import NewReport, Receipt, report_incident
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.notices.contracts import Audience
from jingwei.foundation.notices.contracts import Channel as Way
from jingwei.foundation.notices.services.messages import write_message
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.services import reveal_value, seal_value
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.errors import Forbidden

RECEIPT_SENDER = system_actor("受理回执")


@dataclass(frozen=True, slots=True)
class TakenReport:
    """A report taken at the desk, and how it came."""

    report: NewReport
    channel: Channel
    call_id: UUID | None = None
    uses_caller_number: bool = False
    written_on: date | None = None
    place_of_reception: str = ""
    wants_sms: bool = False
    hand_over_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenReceipt:
    """What is read out to the caller. ``is_sms_on_its_way`` where it is also sent."""

    receipt: Receipt
    is_sms_on_its_way: bool


def take_report(actor: Actor, taken: TakenReport, *, at: datetime) -> TakenReceipt:
    """Register what somebody says. The same submission again finishes what was begun and gives the same receipt.

    Two transactions: the report itself, as everywhere (ADR 13), then how it came. Broken off in between, nothing is
    lost: the desk sends the same again. Raises: ChannelNotOfDesk, LetterUndated, PlaceOfReceptionMissing,
    CallMissing, NumberMissing, and whatever a report may refuse.
    """
    if not is_permitted(actor, Permission.TAKE_CALL):
        raise Forbidden(permission=Permission.TAKE_CALL.value)
    require_channel(taken.channel)
    require_reception(taken.channel, written_on=taken.written_on, place=taken.place_of_reception, at=at)
    is_anonymous = taken.report.identity is Identity.ANONYMOUS
    phone = "" if is_anonymous else _phone(actor, taken, at)
    report = replace(
        taken.report,
        channel=taken.channel,
        reporter_phone=phone,
        reported_at=reported_at_of(taken.channel, written_on=taken.written_on, at=taken.report.reported_at),
    )
    receipt = report_incident(actor, report, at=at)
    with work(actor, Permission.TAKE_CALL) as job:
        _note_reception(actor, taken, receipt, at)
        _link(actor, taken, receipt, at)
        is_sent = taken.wants_sms and bool(phone)
        if is_sent:
            _send_receipt(receipt, phone, at)
        job.record_own(
            f"incidents.incident:{receipt.incident_id}",
            act="take_report",
            channel=taken.channel.value,
            sms=is_sent,
        )
    if not report.about_unit_id:
        learn_address(report.address, receipt.incident_id, at=at)
    return TakenReceipt(receipt, is_sent)


def _phone(actor: Actor, taken: TakenReport, at: datetime) -> str:
    if not taken.uses_caller_number:
        return taken.report.reporter_phone
    with work(actor, Permission.TAKE_CALL) as job:
        call = call_named(actor, taken.call_id)
        if call is None or call.number_sealed is None:
            raise NumberMissing
        job.record(call, act="register_number")
        return reveal_value(
            actor,
            CALLER_NUMBER,
            call.number_sealed,
            target=f"hotline.call:{call.pk}",
            subject_id=None,
            purpose=Purpose.ANSWER_REQUEST,
            remark="登记为反映人电话",
            at=at,
            area_code=call.scope_code,
        )


def _note_reception(actor: Actor, taken: TakenReport, receipt: Receipt, at: datetime) -> None:
    assert actor.unit_id is not None
    row = Reception(
        incident_id=receipt.incident_id,
        channel=taken.channel.value,
        unit_id=actor.unit_id,
        post_id=actor.post_id,
        taken_by=actor.name,
        at=at,
        written_on=taken.written_on if taken.channel is Channel.LETTER else None,
        place=taken.place_of_reception.strip() if taken.channel is Channel.WALK_IN else "",
        is_sms_wanted=taken.wants_sms,
    )
    Reception.objects.bulk_create([row], ignore_conflicts=True)


def _link(actor: Actor, taken: TakenReport, receipt: Receipt, at: datetime) -> None:
    call = call_named(actor, taken.call_id)
    if call is not None:
        add_matter(actor, call, receipt.incident_id, is_taken_in=True, at=at)
        if taken.report.identity is Identity.ANONYMOUS:
            forget_caller(call)
    notes = HandOver.objects.visible_to(actor).filter(pk__in=taken.hand_over_ids, incident_id=None)
    is_seen = bool(taken.hand_over_ids) and receipt.incident_id in matters_by_id(actor, [receipt.incident_id])
    for note in notes.select_for_update():
        note.incident_id = receipt.incident_id
        note.save(update_fields=["incident_id"])
        if is_seen:
            tell_course(actor, note, at=at)


def _send_receipt(receipt: Receipt, phone: str, at: datetime) -> None:
    text = (
        f"您反映的事项已登记，受理编号{receipt.receipt_no}，查询码{receipt.tracking_code}。"
        f"由{receipt.centre_name}受理，凭查询码可随时查看办理进度。"
    )
    with eyes(RECEIPT_SENDER):
        write_message(
            RECEIPT_SENDER,
            channel=Way.SMS,
            audience=Audience.RESIDENT,
            field=CALLER_NUMBER,
            sealed=seal_value(CALLER_NUMBER, phone).sealed,
            text=text,
            once=f"receipt:{receipt.incident_id}",
            target=f"incidents.incident:{receipt.incident_id}",
            at=at,
        )
