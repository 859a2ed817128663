"""The city's kinds of force and its standard: entered together, for a day on."""

from collections.abc import Sequence
from datetime import datetime

from jingwei.domains.workforce.contracts import ForceKind, Standard
from jingwei.domains.workforce.models import Kind
from jingwei.domains.workforce.models import Standard as StandardRow
from jingwei.domains.workforce.queries.standards import force_kinds
from jingwei.domains.workforce.rules.refusals import StandardRefused
from jingwei.domains.workforce.rules.standard import refuse_faulty_standard
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.ids import uuid7


def enter_standard(actor: Actor, kinds: Sequence[ForceKind], standard: Standard, *, at: datetime) -> None:
    """Set the kinds as they are from now on (none is taken away, only put out of use), and a version of the standard.

    Raises: StandardRefused, RedLineCrossed; NotFound for administrators of a part of the city.
    """
    refuse_faulty_standard(standard, kinds, today=local(at).date())
    with work(actor, Permission.MANAGE_ITEMS) as job:
        job.alone_with("workforce.standard")
        _keep_what_stands(kinds)
        job.record_in_city(
            f"workforce.standard:{standard.from_on.isoformat()}",
            kinds=[one.key for one in kinds if one.is_active],
            wanted=dict(standard.wanted),
            households=standard.households_per_officer,
            matters=standard.matters_per_officer,
            names=standard.names_are_public,
        )
        for number, one in enumerate(kinds, start=1):
            values = {
                "name_zh": one.name_zh,
                "name_en": one.name_en,
                "tier": one.tier.value,
                "ground": one.ground.value,
                "is_specialist": one.is_specialist,
                "is_active": one.is_active,
                "order_no": number,
            }
            Kind.objects.update_or_create(key=one.key, defaults=values)
        entered = {
            "households_per_officer": standard.households_per_officer,
            "matters_per_officer": standard.matters_per_officer,
            "names_are_public": standard.names_are_public,
            "wanted": dict(standard.wanted),
            "entered_at": at,
            "entered_by_name": actor.name,
        }
        StandardRow.objects.update_or_create(
            from_on=standard.from_on, defaults=entered, create_defaults={"id": uuid7(), **entered}
        )


def _keep_what_stands(kinds: Sequence[ForceKind]) -> None:
    """Kinds that exist stay in the list; what their posts are is not changed from here. Raises: StandardRefused."""
    given = {one.key for one in kinds}
    missing = [one.name_zh for one in force_kinds() if one.key not in given]
    if missing:
        raise StandardRefused(
            reason=f"已有的类别只能停用，不能去掉：{'、'.join(missing)}。",
            reason_en=f"kinds that exist are put out of use, not taken away: {', '.join(missing)}.",
        )
    if len(given) != len(kinds):
        raise StandardRefused(reason="有两行用了同一个标识。", reason_en="two lines have the same key.")
