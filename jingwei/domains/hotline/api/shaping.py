"""From rows to what travels. Names and matters are looked up once a page."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.hotline.api import schemas as out
from jingwei.domains.hotline.contracts import Emergency
from jingwei.domains.hotline.models import Call, CallBack, HandOver, Seat
from jingwei.domains.hotline.queries.addresses import AddressFound
from jingwei.domains.hotline.queries.calls import matters_of
from jingwei.domains.hotline.queries.listening import Hints
from jingwei.domains.hotline.rules.personal import CALL_BACK_NUMBER, CALLER_NUMBER
from jingwei.domains.hotline.services.reception import TakenReceipt
from jingwei.domains.incidents.queries.known import MatterBrief, matters_by_id
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import post_facts, unit_names
from jingwei.foundation.privacy.services import masked_value


def seats_out(seats: Sequence[Seat]) -> list[out.SeatOut]:
    units = unit_names({seat.unit_id for seat in seats})
    return [
        out.SeatOut(
            post_id=seat.post_id,
            post_title=post_facts(seat.post_id).title,
            unit_name=units.get(seat.unit_id, ""),
            extension=seat.extension,
            is_signed_on=seat.is_signed_on,
            since_at=seat.since_at,
        )
        for seat in seats
    ]


def matter_out(one: MatterBrief) -> out.MatterOut:
    return out.MatterOut(
        id=one.incident_id,
        receipt_no=one.receipt_no,
        title=one.title,
        state=one.state,
        state_label=one.state_label,
        is_open=one.is_open,
        item_name=one.item_name,
        address=one.address,
        area_name=one.area_name,
        reported_at=one.reported_at,
        closed_at=one.closed_at,
        due_at=one.due_at,
        lon=one.lon,
        lat=one.lat,
    )


def calls_out(actor: Actor, calls: Sequence[Call]) -> list[out.CallOut]:
    """Matters out of the actor's sight are left out: they are another centre's by now."""
    linked = matters_of([call.pk for call in calls])
    matters = matters_by_id(actor, [one for ids in linked.values() for one in ids]) if linked else {}
    titles = {
        post_id: post_facts(post_id).title for post_id in {c.seat_post_id for c in calls if c.seat_post_id}
    }
    return [
        out.CallOut(
            id=call.pk,
            direction=call.direction,
            state=call.state,
            number=masked_value(CALLER_NUMBER, call.number_sealed),
            seat_title=titles.get(call.seat_post_id, "") if call.seat_post_id else "",
            is_at_my_seat=call.seat_post_id is not None and call.seat_post_id == actor.post_id,
            rang_at=call.rang_at,
            answered_at=call.answered_at,
            ended_at=call.ended_at,
            has_recording=bool(call.recording),
            matters=[matter_out(matters[one]) for one in linked.get(call.pk, []) if one in matters],
        )
        for call in calls
    ]


def call_backs_out(actor: Actor, rows: Sequence[CallBack], *, at: datetime) -> list[out.CallBackOut]:
    ids: list[UUID] = [row.incident_id for row in rows if row.incident_id]
    matters = matters_by_id(actor, ids) if ids else {}
    return [
        out.CallBackOut(
            id=row.pk,
            number=masked_value(CALL_BACK_NUMBER, row.number_sealed),
            why=row.why,
            due_at=row.due_at,
            is_overdue=row.done_at is None and row.due_at < at,
            made_at=row.made_at,
            made_by=row.made_by,
            is_missed_call=not row.made_by,
            claimed_by=row.claimed_by_name,
            is_mine=row.claimed_by_id is not None and row.claimed_by_id == actor.post_id,
            attempts=row.attempts,
            done_at=row.done_at,
            outcome=row.outcome or None,
            remark=row.remark,
            matter=matter_out(matters[row.incident_id]) if row.incident_id in matters else None,
        )
        for row in rows
    ]


def address_out(found: AddressFound) -> out.AddressOut:
    return out.AddressOut(
        address=found.address,
        area_code=found.area_code,
        area_name=found.area_name,
        grid_code=found.grid_code,
        is_area=found.is_area,
        lon=found.lon,
        lat=found.lat,
    )


def hints_out(hints: Hints) -> out.HintsOut:
    return out.HintsOut(
        area_code=hints.area_code,
        area_name=hints.area_name,
        services=hints.services,
        signs=[
            out.SignOut(
                danger=sign.danger.value,
                label=sign.label,
                label_en=sign.label_en,
                services=list(sign.services),
                matched=list(sign.matched),
            )
            for sign in hints.signs
        ],
        items=[
            out.HintItemOut(
                item_code=one.item.brief.item_code,
                item_name=one.item.brief.item_name,
                class_name=one.item.brief.class_name,
                definition=one.item.definition,
                accept_limit=one.item.brief.accept_limit,
                handle_limit=one.item.brief.handle_limit,
                is_urgent=one.item.brief.is_urgent,
                matched=list(one.matched),
            )
            for one in hints.items
        ],
        matters=[matter_out(one) for one in hints.matters],
    )


def taken_out(taken: TakenReceipt) -> out.TakenOut:
    receipt = taken.receipt
    return out.TakenOut(
        id=receipt.incident_id,
        receipt_no=receipt.receipt_no,
        tracking_code=receipt.tracking_code,
        state=receipt.state,
        centre_name=receipt.centre_name,
        due_at=receipt.due_at,
        is_sms_on_its_way=taken.is_sms_on_its_way,
    )


def hand_over_out(note: HandOver, *, spoken: str | None = None) -> out.HandOverOut:
    return out.HandOverOut(
        id=note.pk,
        service=Emergency(note.service),
        place=note.place,
        words=note.words,
        spoken=spoken if spoken is not None else note.text,
        at=note.at,
        by_name=note.by_name,
        incident_id=note.incident_id,
    )
