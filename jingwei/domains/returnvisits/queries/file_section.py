"""Return visits in the file of one incident."""

from uuid import UUID

from jingwei.domains.returnvisits.contracts import VisitState, VisitWay
from jingwei.domains.returnvisits.models import SpotCheck
from jingwei.domains.returnvisits.queries.visits import visits_of
from jingwei.domains.returnvisits.queries.words import (
    FINDING_WORDS,
    STARS_WORDS,
    STATE_WORDS,
    WAY_WORDS,
    solved_word,
)
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.documents.contracts import Asked, Block, SectionSource, Table


def file_section(actor: Actor, incident_id: UUID, asked: Asked) -> tuple[Block, ...]:
    """What whoever reported answered, and what was verified on the spot. Without names for outsiders."""
    if asked.is_outside:
        return ()
    visits = tuple(
        (
            asked.moment(row.closed_at),
            asked.say(*STATE_WORDS[VisitState(row.state)]),
            asked.say(*WAY_WORDS[VisitWay(row.way)]) if row.way else "",
            asked.say(*solved_word(row.is_solved)),
            asked.say(*STARS_WORDS[row.stars]) if row.stars else "",
            row.remark,
            row.by_name,
            asked.moment(row.ended_at),
        )
        for row in visits_of(actor, incident_id)
    )
    checks = tuple(
        (asked.moment(row.done_at), asked.say(*FINDING_WORDS[row.finding]), row.remark, row.by_name)
        for row in SpotCheck.objects.visible_to(actor)
        .filter(incident_id=incident_id, done_at__isnull=False)
        .order_by("done_at", "id")
    )
    blocks: list[Block] = []
    if visits:
        heads = (
            asked.say("结案", "Closed"),
            asked.say("状态", "State"),
            asked.say("方式", "By"),
            asked.say("是否解决", "Solved"),
            asked.say("满意程度", "Satisfied"),
            asked.say("原话", "Words"),
            asked.say("回访人", "Asked by"),
            asked.say("时间", "When"),
        )
        blocks.append(Table(heads, visits))
    if checks:
        heads = (
            asked.say("抽查时间", "Checked"),
            asked.say("结果", "Found"),
            asked.say("说明", "Remark"),
            asked.say("核查人", "By"),
        )
        blocks.append(Table(heads, checks))
    return tuple(blocks)


RETURN_VISITS_SECTION = SectionSource(
    "returnvisits", "回访与抽查", "Return visits and checks", order=70, read=file_section
)
