"""Calls as tests make them: through the fake exchange's words and the services."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from jingwei.domains.hotline.contracts import Direction, ExchangeEvent, Happening
from jingwei.domains.hotline.models import Call, CallBack
from jingwei.domains.hotline.services.calls import take_event
from jingwei.domains.hotline.services.reception import TakenReceipt, TakenReport, take_report
from jingwei.domains.hotline.services.seats import set_seat, switch_seat
from jingwei.domains.incidents.contracts import Channel
from jingwei.domains.incidents.tests.walking import new_report
from jingwei.foundation.access.contracts import Actor, system_actor
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, MONDAY_10

EXCHANGE = system_actor("电话交换机")
NUMBER = "13873712345"
OTHER_NUMBER = "13907370000"
EXTENSIONS = {"zhao": "8001", "wu": "8002", "he": "8003", "tang": "8004"}


def seat(actor: Actor = CAST.zhao, extension: str = "8001", *, at: datetime = MONDAY_10) -> None:
    """The administrator gives an extension, the desk signs on."""
    assert actor.post_id
    set_seat(CAST.ding, actor.post_id, extension=extension, at=at)
    switch_seat(actor, is_signed_on=True, at=at)


@dataclass
class Line:
    """One call under way."""

    key: str
    extension: str
    number: str
    at: datetime
    call_id: UUID | None = None

    def tell(self, happening: Happening, *, event_id: str = "", recording: str = "", **delta: float) -> UUID:
        self.at += timedelta(**(delta or {"seconds": 5}))
        event = ExchangeEvent(
            event_id=event_id or f"{self.key}-{happening.value}",
            call_key=self.key,
            happening=happening,
            at=self.at,
            direction=Direction.INBOUND,
            number=self.number,
            extension=self.extension,
            recording=recording,
        )
        self.call_id = take_event(EXCHANGE, event, at=self.at)
        return self.call_id

    def ringing(self) -> "Line":
        self.tell(Happening.RANG)
        return self

    def answered(self) -> "Line":
        self.tell(Happening.ANSWERED)
        return self

    def ended(self) -> "Line":
        self.tell(Happening.HUNG_UP, minutes=3)
        return self

    def recorded(self) -> "Line":
        self.tell(Happening.RECORDED, recording=f"rec/{self.key}.wav")
        return self

    @property
    def call(self) -> UUID:
        assert self.call_id is not None
        return self.call_id

    @property
    def row(self) -> Call:
        with eyes(CAST.machine):
            found: Call = Call.objects.visible_to(CAST.machine).get(pk=self.call)
            return found


def line(extension: str = "8001", number: str = NUMBER, *, at: datetime = MONDAY_10) -> Line:
    return Line(f"c-{uuid4()}", extension, number, at)


def taken(
    actor: Actor = CAST.zhao,
    *,
    channel: Channel = Channel.HOTLINE,
    at: datetime = MONDAY_10,
    report: dict[str, Any] | None = None,
    **how: Any,
) -> TakenReceipt:
    """A report taken at a desk."""
    return take_report(actor, TakenReport(report=new_report(**(report or {})), channel=channel, **how), at=at)


def promises() -> list[CallBack]:
    with eyes(CAST.machine):
        return list(CallBack.objects.visible_to(CAST.machine).order_by("made_at"))
