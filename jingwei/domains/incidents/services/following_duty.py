"""Giving work by the duty matrix 权责清单: its line is remembered, its limit holds, and villages are spared what they
do not owe."""

from jingwei.domains.clocks.contracts import Limit, parse_limit
from jingwei.domains.incidents.queries.duties import duty_of
from jingwei.domains.incidents.queries.matter import item_of
from jingwei.domains.incidents.rules.duties import VillageRelieved, line_name, remembered
from jingwei.domains.incidents.services.course import Taking
from jingwei.domains.routing.queries.duties import is_relieved
from jingwei.foundation.access.contracts import UnitBrief


def by_duty(taking: Taking, unit: UnitBrief, limit: Limit | None) -> Limit | None:
    """Note which line spoke of the matter, and give the limit that holds: the one given, else the line's.

    Raises: VillageRelieved where the unit is a village's or community's own and does not owe the work.
    """
    duty = duty_of(taking.incident, at=taking.at)
    if is_relieved(duty, unit):
        item = item_of(taking.incident)
        receiver = duty.lead.name if duty.lead else duty.line.lead if duty.line else ""
        raise VillageRelieved(
            item=item.item_name if item else "", line=line_name(duty), unit=unit.name, receiver=receiver
        )
    taking.facts.update(remembered(duty, unit))
    return limit or (parse_limit(duty.handle_limit) if duty.handle_limit else None)
