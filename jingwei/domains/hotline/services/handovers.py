"""Handing a matter to 110, 119 or 120: one note, read out on the telephone and kept."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.hotline.contracts import Emergency
from jingwei.domains.hotline.models import HandOver
from jingwei.domains.hotline.queries.calls import call_named, matter_named
from jingwei.domains.hotline.rules.notes import CONTACT_SPOKEN, NO_CONTACT, note_text, require_note
from jingwei.domains.hotline.rules.personal import CALLER_NUMBER
from jingwei.domains.incidents.services import note_incident
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import unit_brief
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.services import reveal_value
from jingwei.foundation.work import work
from jingwei.kernel.codes import ancestor_codes
from jingwei.kernel.ids import uuid7


@dataclass(frozen=True, slots=True)
class NewHandOver:
    """What is handed over. ``tells_number`` gives the caller's number to the operator; it is not kept in the note."""

    service: Emergency
    place: str
    words: str
    call_id: UUID | None = None
    incident_id: UUID | None = None
    tells_number: bool = False
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """The row, and the text to read out now (with the number, if it is to be told)."""

    hand_over: HandOver
    spoken: str


def note_hand_over(actor: Actor, new: NewHandOver, *, at: datetime) -> Noted:
    """Record that a matter is handed to an emergency service. Raises: NoteEmpty, CallMissing, MatterUnknown.

    It says that somebody told them: telling them is still done by telephone, here and now.
    """
    require_note(new.place, new.words)
    with work(actor, Permission.TAKE_CALL) as job:
        assert actor.unit_id is not None
        call = call_named(actor, new.call_id)
        matter = matter_named(actor, new.incident_id)
        phone = new.phone.strip() if new.tells_number else ""
        if new.tells_number and not phone and call is not None and call.number_sealed is not None:
            phone = reveal_value(
                actor,
                CALLER_NUMBER,
                call.number_sealed,
                target=f"hotline.call:{call.pk}",
                subject_id=None,
                purpose=Purpose.CONTACT_REPORTER,
                remark=f"转告{new.service.value}",
                at=at,
                area_code=call.scope_code,
            )
        centre = unit_brief(actor.unit_id)

        def text(contact: str) -> str:
            return note_text(
                new.service,
                centre=centre.name,
                clerk=actor.name,
                place=new.place,
                words=new.words,
                contact=contact,
                receipt_no=matter.receipt_no if matter else "",
                at=at,
            )

        codes = ancestor_codes(centre.area_code)
        note = HandOver(
            id=uuid7(),
            unit_id=actor.unit_id,
            service=new.service.value,
            place=new.place.strip(),
            words=" ".join(new.words.split())[:1000],
            text=text(CONTACT_SPOKEN if phone else NO_CONTACT),
            at=at,
            post_id=actor.post_id,
            by_name=actor.name,
            call=call,
            incident_id=matter.incident_id if matter else None,
            **codes.columns,
        )
        note.save(force_insert=True)
        job.record_new(note, act="hand_over", service=new.service.value, tells_number=bool(phone))
        if matter is not None:
            tell_course(actor, note, at=at)
    return Noted(note, text(phone or NO_CONTACT))


def tell_course(actor: Actor, note: HandOver, *, at: datetime) -> None:
    """Write it into the course of the matter, for colleagues."""
    assert note.incident_id is not None
    remark = f"已转告{note.service}。地点：{note.place}。情况：{note.words}"
    note_incident(actor, note.incident_id, remark=remark[:2000], at=at)
