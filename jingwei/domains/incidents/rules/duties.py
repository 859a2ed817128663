"""What the duty matrix 权责清单 refuses about a matter, and how a step remembers the line that chose."""

from typing import Any

from jingwei.domains.routing.contracts import Choice
from jingwei.foundation.access.contracts import UnitBrief
from jingwei.kernel.errors import DomainError


class VillageRelieved(DomainError):
    """The three lists of villages: work that a village or community does not owe goes to whoever owes it."""

    code = "incident.village_relieved"
    message = "“{item}”不是村（社区）应承担的事（{line}），不能派给“{unit}”。应派给：{receiver}。"
    message_en = (
        "“{item}” is not what a village or community owes ({line}); it cannot go to “{unit}”. "
        "Dispatch it to {receiver}."
    )


def remembered(choice: Choice, unit: UnitBrief) -> dict[str, Any]:
    """Facts of the step: which line spoke, for whom, and whether it was followed."""
    line = choice.line
    if line is None:
        return {}
    return {
        "duty_line": line_name(choice),
        "duty": {
            "line_id": line.line_id,
            "no": line.no,
            "list_id": line.list_id,
            "list": choice.list_name,
            "lead_id": str(choice.lead.unit_id) if choice.lead else None,
            "lead_name": choice.lead.name if choice.lead else "",
            "is_followed": choice.lead is not None and choice.lead.unit_id == unit.unit_id,
        },
    }


def line_name(choice: Choice) -> str:
    """What people call the line: its list and its number."""
    return f"《{choice.list_name}》第{choice.line.no}条" if choice.line else ""
