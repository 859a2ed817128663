"""Lead and assisting units 主办/协办: in which states a matter may have assists, how they end, what is refused."""

from enum import StrEnum
from uuid import UUID

from jingwei.domains.incidents.contracts import State
from jingwei.kernel.errors import DomainError, Invalid

ASSISTED = (State.ACCEPTED, State.DISPATCHED, State.HANDLING)
"""While somebody is to do something about it: assists belong to the matter and outlive a change of its lead."""


class AssistEnd(StrEnum):
    """How an assist ended."""

    DONE = "done"  # 已完成
    EXCUSED = "excused"  # 中心免除
    LEADS = "leads"  # 转为主办
    ENDED = "ended"  # 事件结束


class AssistUnfit(Invalid):
    code = "incident.assist_unfit"
    message = "“{unit}”不能协办：{reason}"
    message_en = "“{unit}” cannot assist: {reason_en}"


class AssistsOpen(DomainError):
    code = "incident.assists_open"
    message = "协办还没有完成：{units}。请等协办单位反馈，或请中心免除协办后再提交，已填写的内容不会丢失。"
    message_en = (
        "Assisting units have not finished: {units}. Wait for them, or ask the centre to excuse them; "
        "what you typed is kept."
    )


class NothingToAssist(DomainError):
    code = "incident.nothing_to_assist"
    message = "没有等待办理的协办，可能已经接收、完成或免除。请刷新。"
    message_en = "No such assist is waiting: it was taken, finished or excused. Refresh."


def require_fit(
    unit_id: UUID,
    name: str,
    *,
    is_active: bool,
    serves: bool,
    lead_id: UUID | None,
    centre_id: UUID,
    about_unit_id: UUID | None,
    assisting: frozenset[UUID],
) -> None:
    """Whether a unit can be asked to assist. Raises: AssistUnfit."""
    if not is_active:
        raise AssistUnfit(unit=name, reason="单位不存在或已停用。", reason_en="it does not exist any more.")
    if unit_id == about_unit_id:
        raise AssistUnfit(
            unit=name, reason="反映的就是该单位，应回避。", reason_en="the report is about this unit."
        )
    if unit_id in {lead_id, centre_id}:
        raise AssistUnfit(
            unit=name,
            reason="已是主办单位或负责的中心，请选择其他单位。",
            reason_en="it leads the matter or is in charge of it already; choose another.",
        )
    if unit_id in assisting:
        raise AssistUnfit(
            unit=name,
            reason="正在协办，不用重复请求。",
            reason_en="it is assisting already; do not ask twice.",
        )
    if not serves:
        raise AssistUnfit(
            unit=name,
            reason="不负责事发地，请选择服务事发地的单位。",
            reason_en="it does not serve the place.",
        )
