"""A note that somebody has to act upon becomes a matter; one that was settled on the spot goes to the work log.

Either way it gives its own id, so that taking it up twice is taking it up once, and both lead to each other.
"""

from datetime import datetime
from uuid import UUID

from jingwei.domains.concerns.contracts import RecordSettled, Settled
from jingwei.domains.concerns.models import Concern
from jingwei.domains.concerns.queries.topics import names_of_topics
from jingwei.domains.concerns.rules.concerns import words_of_order
from jingwei.domains.concerns.rules.refusals import ConcernMerged, ConcernTakenUp, ConcernWithdrawn
from jingwei.domains.concerns.rules.words import require_nobody
from jingwei.domains.concerns.services.counting import count_note
from jingwei.domains.concerns.services.noting import locked
from jingwei.domains.incidents.contracts import Channel
from jingwei.domains.incidents.services import NewReport, report_incident
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import work
from jingwei.kernel.geo import Datum, Position

_work_log: list[RecordSettled] = []


def plug_work_log(record: RecordSettled) -> None:
    """Where settled ones are recorded. Called once, by config."""
    _work_log[:] = [record]


def grow_concern(actor: Actor, concern_id: UUID, *, words: str, is_urgent: bool, at: datetime) -> Concern:
    """Let a note become a matter 转事件, with its topic, place and how often it was heard.

    Raises: ConcernNotFound, ConcernTakenUp, ConcernMerged, ConcernWithdrawn, and whatever a report may refuse.
    """
    with work(actor, Permission.NOTE_CONCERN) as job:
        row = locked(actor, concern_id)
        if row.incident_id is not None:
            job.recorded_elsewhere()
            return row
        _require_open(row, act_zh="转事件", act_en="make a matter of it")
        require_nobody(words, place_zh="说明", place_en="Why it needs somebody")
        topic = names_of_topics({row.topic_id})[row.topic_id]
        receipt = report_incident(
            actor,
            NewReport(
                incident_id=row.pk,
                title=topic,
                words=words_of_order(topic, row.words, row.times_all, words),
                reported_at=at,
                position=position_of(row),
                area_code=row.scope_code,
                address=row.address,
                is_urgent=is_urgent,
                channel=Channel.CONCERN,
            ),
            at=at,
        )
        row.incident_id, row.receipt_no = receipt.incident_id, receipt.receipt_no
        row.save(update_fields=["incident", "receipt_no"])
        count_note(row, taken_up=1)
        job.record(row, act="grow", receipt_no=receipt.receipt_no)
    return row


def log_concern(actor: Actor, concern_id: UUID, *, item_code: str, words: str, at: datetime) -> Concern:
    """Let a note go to the work log 记入日志 as settled, under an item of the list in force.

    Raises: ConcernNotFound, ConcernTakenUp, ConcernMerged, ConcernWithdrawn, and whatever the work log may refuse.
    """
    with work(actor, Permission.NOTE_CONCERN) as job:
        row = locked(actor, concern_id)
        if row.logged_at is not None:
            job.recorded_elsewhere()
            return row
        _require_open(row, act_zh="记入工作日志", act_en="put it into the work log")
        require_nobody(words, place_zh="说明", place_en="How it was settled")
        settled = Settled(
            entry_id=row.pk,
            item_code=item_code,
            position=position_of(row),
            area_code=row.scope_code,
            address=row.address,
            words="\n".join(part for part in (row.words, words.strip()) if part)[:500],
        )
        _work_log[0](actor, settled, at=at)
        row.logged_at = at
        row.save(update_fields=["logged_at"])
        count_note(row, taken_up=1)
        job.record(row, act="log", item=item_code)
    return row


def position_of(row: Concern) -> Position | None:
    """As it was measured; converted once, when it was noted."""
    if row.position is None or row.given_lon is None or row.given_lat is None:
        return None
    return Position(
        row.position.x, row.position.y, row.given_lon, row.given_lat, Datum(row.datum), row.accuracy_m
    )


def _require_open(row: Concern, *, act_zh: str, act_en: str) -> None:
    if row.withdrawn_at is not None:
        raise ConcernWithdrawn
    if row.head_id is not None:
        raise ConcernMerged
    if row.is_taken_up:
        raise ConcernTakenUp(act_zh=act_zh, act_en=act_en)
