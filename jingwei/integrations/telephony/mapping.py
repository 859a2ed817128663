"""The exchange's words and ours. Pure: an event comes in as its fields, ours goes out."""

from datetime import datetime
from enum import StrEnum

from jingwei.domains.hotline.contracts import Direction, ExchangeEvent, Happening
from jingwei.kernel.errors import Invalid


class Told(StrEnum):
    """What the exchange calls it; the words of common CTI products."""

    RINGING = "ringing"
    ANSWERED = "answered"
    HUNG_UP = "hungup"
    RECORDING_READY = "recording"


HAPPENINGS = {
    Told.RINGING: Happening.RANG,
    Told.ANSWERED: Happening.ANSWERED,
    Told.HUNG_UP: Happening.HUNG_UP,
    Told.RECORDING_READY: Happening.RECORDED,
}
OURS = {happening: told for told, happening in HAPPENINGS.items()}
WITHHELD = frozenset({"anonymous", "unknown", "private", "withheld", "unavailable", "restricted", ""})


class RecordingUnnamed(Invalid):
    code = "telephony.recording_unnamed"
    message = "“recording”事件缺少录音编号。请交换机在 recording 字段中给出。"
    message_en = "A “recording” event names no recording. Give its reference in the field recording."


def event_of(
    *,
    event_id: str,
    call_id: str,
    told: Told,
    at: datetime,
    direction: Direction,
    caller: str,
    called: str,
    extension: str,
    recording: str,
) -> ExchangeEvent:
    """One event in our words. Of an outgoing call the number is the one that was called.

    Raises: RecordingUnnamed.
    """
    if told is Told.RECORDING_READY and not recording.strip():
        raise RecordingUnnamed
    number = called if direction is Direction.OUTBOUND else caller
    return ExchangeEvent(
        event_id=event_id,
        call_key=call_id,
        happening=HAPPENINGS[told],
        at=at,
        direction=direction,
        number="" if number.strip().lower() in WITHHELD else number.strip(),
        extension=extension.strip(),
        recording=recording.strip(),
    )
