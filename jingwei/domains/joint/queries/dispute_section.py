"""Mediation and joint enforcement in the file of a matter 一事一档, as far as the reader sees them.

Who quarrels stands in no file: parties are opened one dispute at a time, for a purpose.
"""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from jingwei.domains.joint.contracts import EnforcementState, MediationState, MediationWay
from jingwei.domains.joint.models import Enforcement, Finding, Mediation
from jingwei.domains.joint.queries.enforcement import enforcers_of, findings_of
from jingwei.domains.joint.rules.mediating import STATE_WORDS, WAY_WORDS
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted, unit_names
from jingwei.foundation.documents.contracts import Asked, Block, Facts, SectionSource, Table

ENDS = {
    EnforcementState.PLANNED: ("已部署", "planned"),
    EnforcementState.DONE: ("已完成", "done"),
    EnforcementState.CANCELLED: ("已取消", "called off"),
}


def file_section(actor: Actor, incident_id: UUID, asked: Asked) -> tuple[Block, ...]:
    """Nothing of it is for people outside government."""
    if asked.is_outside:
        return ()
    found: list[Block] = []
    if is_permitted(actor, Permission.READ_MEDIATION):
        disputes = Mediation.objects.visible_to(actor).filter(incident_id=incident_id)
        found += [_mediation(one, asked) for one in disputes.order_by("called_at", "id")]
    if is_permitted(actor, Permission.READ_JOINT):
        by_finding = Finding.objects.filter(enforcement_id=OuterRef("pk"), incident_id=incident_id)
        rows = Enforcement.objects.visible_to(actor).filter(Q(incident_id=incident_id) | Exists(by_finding))
        found += [block for one in rows.order_by("starts_at", "id") for block in _enforcement(one, asked)]
    return tuple(found)


def _mediation(row: Mediation, asked: Asked) -> Block:
    confirmed = f"{row.confirmed_by} {row.confirmed_no}".strip()
    return Facts(
        (
            (asked.say("矛盾纠纷", "Dispute"), row.title),
            (asked.say("纠纷类型", "Kind"), row.kind_name),
            (asked.say("调解方式", "Way"), asked.word(WAY_WORDS[MediationWay(row.way)])),
            (asked.say("调解单位", "Mediated by"), unit_names({row.unit_id}).get(row.unit_id, "")),
            (asked.say("调解员", "Mediators"), row.mediators),
            (asked.say("调解次数", "Sessions"), str(row.sessions)),
            (asked.say("状态", "State"), asked.word(STATE_WORDS[MediationState(row.state)])),
            (asked.say("达成协议", "Agreed"), asked.moment(row.agreed_at)),
            (asked.say("司法确认", "Confirmed by a court"), confirmed),
            (asked.say("结束", "Ended"), asked.moment(row.ended_at)),
        )
    )


def _enforcement(row: Enforcement, asked: Asked) -> list[Block]:
    units, found = enforcers_of([row.pk]).get(row.pk, []), findings_of([row.pk]).get(row.pk, [])
    names = unit_names({row.unit_id, *(one.unit_id for one in units)})
    came = [names.get(one.unit_id, "") for one in units if one.arrived_at]
    facts = Facts(
        (
            (asked.say("联合执法", "Joint enforcement"), row.title),
            (asked.say("牵头单位", "Led by"), names.get(row.unit_id, "")),
            (asked.say("时间", "When"), asked.moment(row.starts_at)),
            (asked.say("地点", "Place"), row.place),
            (asked.say("到场单位", "Present"), asked.say("、", ", ").join(sorted(came))),
            (asked.say("状态", "State"), asked.word(ENDS[EnforcementState(row.state)])),
            (asked.say("结果", "Result"), row.result),
        )
    )
    heads = (asked.say("序号", "No."), asked.say("发现的问题", "Found"), asked.say("单位", "Unit"))
    rows = tuple((str(one.number), one.words, names.get(one.unit_id, "")) for one in found)
    return [facts, *([Table(heads, rows, asked.say("发现的问题", "What was found"))] if rows else [])]


DISPUTE_SECTION = SectionSource(
    "disputes", "矛盾调解和联合执法", "Mediation and joint enforcement", order=65, read=file_section
)
