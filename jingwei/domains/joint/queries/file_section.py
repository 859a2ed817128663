"""Whistles and joint meetings in the file of a matter 一事一档, as far as the reader sees them."""

from uuid import UUID

from jingwei.domains.joint.contracts import MeetingState, WhistleEnd
from jingwei.domains.joint.models import Meeting, Whistle
from jingwei.domains.joint.queries.meetings import decisions_of, invited_to
from jingwei.domains.joint.queries.whistles import summons_of
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted, unit_names
from jingwei.foundation.documents.contracts import Asked, Block, Facts, SectionSource, Table

ENDS = {
    WhistleEnd.SETTLED: ("已处置", "settled"),
    WhistleEnd.FOLLOWED: ("转后续办理", "followed up"),
    WhistleEnd.CALLED_OFF: ("取消", "called off"),
}
STATES = {
    MeetingState.CALLED: ("已通知", "called"),
    MeetingState.HELD: ("已召开", "held"),
    MeetingState.CANCELLED: ("已取消", "cancelled"),
}


def file_section(actor: Actor, incident_id: UUID, asked: Asked) -> tuple[Block, ...]:
    """Nothing of it is for people outside government."""
    if asked.is_outside or not is_permitted(actor, Permission.READ_JOINT):
        return ()
    whistles = list(
        Whistle.objects.visible_to(actor).filter(incident_id=incident_id).order_by("meet_at", "id")
    )
    meetings = list(
        Meeting.objects.visible_to(actor).filter(incident_id=incident_id).order_by("starts_at", "id")
    )
    calls = [block for one in whistles for block in _whistle(one, asked)]
    return (*calls, *(block for one in meetings for block in _meeting(one, asked)))


def _whistle(row: Whistle, asked: Asked) -> list[Block]:
    called = summons_of([row.pk]).get(row.pk, [])
    names = unit_names({row.unit_id, *(one.unit_id for one in called)})
    facts = (
        (asked.say("吹哨", "Whistle"), row.words),
        (asked.say("吹哨单位", "Called by"), names.get(row.unit_id, "")),
        (asked.say("集合地点", "Place"), row.place),
        (asked.say("集合时间", "To meet"), asked.moment(row.meet_at)),
        (asked.say("结果", "Result"), _said(asked, row)),
    )
    heads = (
        asked.say("被叫单位", "Unit"),
        asked.say("报到", "Arrived"),
        asked.say("距集合点", "From the place"),
        asked.say("说明", "Remark"),
    )
    rows = tuple(
        (
            names.get(one.unit_id, ""),
            asked.moment(one.arrived_at) or asked.say("未报到", "not come"),
            f"{one.distance_m} m" if one.distance_m is not None else "",
            one.remark,
        )
        for one in called
    )
    return [Facts(facts), Table(heads, rows, asked.say("报到情况", "Who came"))]


def _said(asked: Asked, row: Whistle) -> str:
    if not row.outcome:
        return asked.say("还没有结束", "going on")
    return " ".join(part for part in (asked.word(ENDS[WhistleEnd(row.outcome)]), row.result) if part)


def _meeting(row: Meeting, asked: Asked) -> list[Block]:
    invited = invited_to([row.pk]).get(row.pk, [])
    decided = decisions_of([row.pk]).get(row.pk, [])
    names = unit_names(
        {row.unit_id, *(one.unit_id for one in invited), *(one.unit_id for one in decided if one.unit_id)}
    )
    came = [names.get(one.unit_id, "") for one in invited if one.came]
    facts = (
        (asked.say("联席会议", "Joint meeting"), row.title),
        (asked.say("时间", "When"), asked.moment(row.starts_at)),
        (asked.say("地点", "Place"), row.place),
        (asked.say("状态", "State"), asked.word(STATES[MeetingState(row.state)])),
        (asked.say("主持", "In the chair"), row.chaired_by),
        (asked.say("参加单位", "Present"), asked.say("、", ", ").join(sorted(came))),
        (asked.say("议程", "Agenda"), row.agenda),
        (asked.say("纪要", "Minutes"), row.minutes),
    )
    heads = (
        asked.say("序号", "No."),
        asked.say("决定", "Decision"),
        asked.say("单位", "Unit"),
        asked.say("期限", "Due"),
        asked.say("完成", "Done"),
    )
    rows = tuple(
        (
            str(one.number),
            one.words,
            names.get(one.unit_id, "") if one.unit_id else "",
            asked.moment(one.due_at),
            " ".join(part for part in (asked.moment(one.done_at), one.result) if part),
        )
        for one in decided
    )
    return [Facts(facts), *([Table(heads, rows, asked.say("会议决定", "Decisions"))] if rows else [])]


JOINT_SECTION = SectionSource("joint", "联合办理", "Joint work", order=55, read=file_section)
