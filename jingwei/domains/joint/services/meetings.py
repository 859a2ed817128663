"""Joint meetings 联席会议: called, held with minutes, and what was decided followed up to its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.clocks.contracts import NewWatch, Owed, parse_limit
from jingwei.domains.clocks.queries import deadline_for
from jingwei.domains.clocks.services.watches import start_watch, stop_watch
from jingwei.domains.incidents.contracts import Channel
from jingwei.domains.incidents.queries.assisting import open_assist_of
from jingwei.domains.incidents.queries.known import MatterBrief
from jingwei.domains.incidents.services import NewReport, report_incident
from jingwei.domains.incidents.services.assisting import ask_assist
from jingwei.domains.joint.contracts import DecisionKind, Happening, JointHappened, MeetingState
from jingwei.domains.joint.models import Decision, Invited, Meeting
from jingwei.domains.joint.queries.meetings import meeting_for
from jingwei.domains.joint.rules.meeting import Attendance, NewDecision, require_decisions, require_start
from jingwei.domains.joint.rules.refusals import DecisionDone, MeetingAhead, MeetingOver, NotCalled
from jingwei.domains.joint.services.calling import columns_of, matter_named, require_caller, units_called
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.files.services.claims import claim
from jingwei.foundation.work import work
from jingwei.kernel.ids import uuid7

DECISION = "joint.decision"


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """Who is asked to come together, when, where and about what."""

    title: str
    agenda: str
    place: str
    starts_at: datetime
    unit_ids: Sequence[UUID]
    incident_id: UUID | None = None
    file_ids: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True)
class Minutes:
    """What is written down of a meeting."""

    chaired_by: str
    minutes: str
    attendance: Sequence[Attendance]
    decisions: Sequence[NewDecision]
    file_ids: Sequence[UUID] = ()


def call_meeting(actor: Actor, new: NewMeeting, *, at: datetime) -> Meeting:
    """Call a meeting of one's own centre. Raises: MeetingTimeWrong, UnitsWrong, MatterHidden, file refusals."""
    require_start(new.starts_at, at=at)
    with work(actor, Permission.CALL_JOINT) as job:
        units = units_called(actor, new.unit_ids)
        matter = matter_named(actor, new.incident_id)
        meeting = Meeting(
            **columns_of(actor, actor.area_code, [one.unit_id for one in units], at=at),
            incident_id=matter.incident_id if matter else None,
            title=new.title.strip(),
            agenda=new.agenda.strip(),
            place=new.place.strip(),
            starts_at=new.starts_at,
            state=MeetingState.CALLED.value,
            file_ids=list(dict.fromkeys(new.file_ids)),
        )
        meeting.save(force_insert=True)
        claim(actor, new.file_ids, at=at, target=meeting.pk)
        Invited.objects.bulk_create(
            Invited(id=uuid7(), meeting_id=meeting.pk, unit_id=one.unit_id) for one in units
        )
        job.record_new(meeting, act="call_meeting", units=[str(one.unit_id) for one in units])
        job.publish(JointHappened(Happening.MEETING_CALLED, meeting.pk, at))
    return meeting


def cancel_meeting(actor: Actor, meeting_id: UUID, *, remark: str, at: datetime) -> Meeting:
    """Raises: NotFound, NotTheCaller, MeetingOver."""
    with work(actor, Permission.CALL_JOINT) as job:
        meeting = _running(actor, meeting_id)
        meeting.state, meeting.ended_at, meeting.remark = MeetingState.CANCELLED.value, at, remark.strip()
        meeting.save(update_fields=["state", "ended_at", "remark"])
        job.record(meeting, act="cancel_meeting")
        job.publish(JointHappened(Happening.MEETING_CANCELLED, meeting.pk, at))
    return meeting


def record_minutes(actor: Actor, meeting_id: UUID, written: Minutes, *, at: datetime) -> Meeting:
    """Write the minutes down, once; what was decided becomes tasks, assists of the matter, or matters.

    All or nothing: a decision that its matter refuses takes the minutes with it.
    Raises: NotFound, NotTheCaller, MeetingOver, MeetingAhead, DecisionWrong, file refusals, and what asking for an
    assist may refuse.
    """
    with work(actor, Permission.CALL_JOINT) as job:
        meeting = _running(actor, meeting_id)
        if meeting.starts_at > at:
            raise MeetingAhead
        taking_part = {*meeting.unit_ids, meeting.unit_id}
        require_decisions(written.decisions, units=taking_part, has_matter=meeting.incident_id is not None)
        _note_attendance(meeting, written.attendance)
        meeting.state, meeting.ended_at = MeetingState.HELD.value, at
        meeting.chaired_by, meeting.minutes = written.chaired_by.strip(), written.minutes.strip()
        meeting.file_ids = list(dict.fromkeys([*meeting.file_ids, *written.file_ids]))
        meeting.save(update_fields=["state", "ended_at", "chaired_by", "minutes", "file_ids"])
        claim(actor, written.file_ids, at=at, target=meeting.pk)
        for number, one in enumerate(written.decisions, start=1):
            _decide(actor, meeting, one, number=number, at=at)
        job.record(meeting, act="record_minutes", decisions=len(written.decisions))
        job.publish(JointHappened(Happening.MINUTES, meeting.pk, at))
    return meeting


def finish_decision(actor: Actor, meeting_id: UUID, *, number: int, result: str, at: datetime) -> Decision:
    """The unit that owes it, or whoever called the meeting, says what was done.

    Raises: NotFound, NotCalled, DecisionDone.
    """
    with work(actor, Permission.JOIN_JOINT) as job:
        meeting = meeting_for(actor, meeting_id)
        rows = Decision.objects.filter(meeting_id=meeting.pk, number=number)
        decision = rows.first()
        if decision is None:
            raise DecisionDone
        if actor.unit_id is None or actor.unit_id not in {decision.unit_id, meeting.unit_id}:
            raise NotCalled
        decision = rows.select_for_update().get()
        if decision.done_at is not None or decision.kind != DecisionKind.PLAIN.value:
            raise DecisionDone
        decision.done_at, decision.done_by_name, decision.result = at, actor.name, result.strip()
        decision.save(force_update=True)
        stop_watch(DECISION, decision.pk, at=at, outcome="done")
        job.record(meeting, act="finish_decision", number=decision.number)
        job.publish(JointHappened(Happening.DECISION_DONE, meeting.pk, at))
    return decision


def _note_attendance(meeting: Meeting, attendance: Sequence[Attendance]) -> None:
    came = {one.unit_id: one.names.strip() for one in attendance}
    for row in Invited.objects.filter(meeting_id=meeting.pk):
        row.came, row.names = row.unit_id in came, came.get(row.unit_id, "")
        row.save(force_update=True)


def _decide(actor: Actor, meeting: Meeting, new: NewDecision, *, number: int, at: datetime) -> None:
    row = Decision(
        id=uuid7(),
        meeting_id=meeting.pk,
        number=number,
        kind=new.kind.value,
        words=new.words.strip(),
        unit_id=new.unit_id,
    )
    if new.kind is DecisionKind.INCIDENT:
        row.incident_id = uuid7()
        matter = matter_named(actor, meeting.incident_id)
        report_incident(actor, _report(meeting, matter, row.incident_id, row.words, at), at=at)
    elif new.kind is DecisionKind.ASSIST:
        assert meeting.incident_id is not None
        assert new.unit_id is not None
        ask_assist(actor, meeting.incident_id, unit_id=new.unit_id, limit=new.limit, remark=row.words, at=at)
        row.incident_id = meeting.incident_id
        assist = open_assist_of(meeting.incident_id, new.unit_id)
        row.assist_id, row.due_at = (assist.pk, assist.due_at) if assist else (None, None)
    else:
        row.due_at = deadline_for(at, parse_limit(new.limit)).due_at
    row.save(force_insert=True)
    if new.kind is DecisionKind.PLAIN:
        assert new.unit_id is not None
        _watch(meeting, row, Owed(unit_id=new.unit_id), new.limit, at=at)


def _report(
    meeting: Meeting, matter: MatterBrief | None, incident_id: UUID, words: str, at: datetime
) -> NewReport:
    """What a decision opens lies where the meeting's matter lies, or in the whole of the centre's area."""
    return NewReport(
        incident_id=incident_id,
        words=f"{words}\n（联席会议“{meeting.title}”议定）",
        title=words[:60],
        reported_at=at,
        area_code=matter.area_code if matter else meeting.scope_code,
        channel=Channel.DESK,
    )


def _watch(meeting: Meeting, row: Decision, owed: Owed, limit: str, *, at: datetime) -> None:
    start_watch(
        NewWatch(
            kind=DECISION,
            subject_id=row.pk,
            owed=owed,
            area_code="",
            limit=parse_limit(limit),
            title_zh="联席会议交办事项待办",
            title_en="A joint meeting's decision to carry out",
            target=f"joint.meeting:{meeting.pk}",
            incident_id=meeting.incident_id,
        ),
        at=at,
    )


def _running(actor: Actor, meeting_id: UUID) -> Meeting:
    meeting = meeting_for(actor, meeting_id)
    require_caller(actor, meeting)
    locked: Meeting = Meeting.objects.visible_to(actor).filter(pk=meeting_id).select_for_update().get()
    if locked.state != MeetingState.CALLED.value:
        raise MeetingOver
    return locked
