"""The code tables: loaded as the city has them; what was ever used is put out of use, never taken away."""

from collections.abc import Sequence

from jingwei.domains.ledger.models import ComponentKind, ResourceKind
from jingwei.domains.ledger.queries.kinds import KindRow, ResourceKindRow
from jingwei.domains.ledger.rules.refusals import KindNameTaken
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import work
from jingwei.kernel.redlines import refuse_red_lines


def load_component_kinds(actor: Actor, kinds: Sequence[KindRow]) -> int:
    """Add or change rows of the code table of components. Returns how many are new."""
    with work(actor, Permission.MANAGE_ITEMS) as job:
        present = {kind.code for kind in ComponentKind.objects.filter(code__in=[one.code for one in kinds])}
        ComponentKind.objects.bulk_create(
            [
                ComponentKind(
                    code=one.code,
                    class_name=one.class_name,
                    type_name=one.type_name,
                    inspect_days=one.inspect_days,
                    is_active=one.is_active,
                )
                for one in kinds
            ],
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["class_name", "type_name", "inspect_days", "is_active"],
        )
        new = len({one.code for one in kinds} - present)
        job.record_in_city("ledger.componentkind:table", loaded=len(kinds), new=new)
    return new


def save_resource_kind(actor: Actor, kind: ResourceKindRow) -> None:
    """Add a kind of resource, or change its words. Raises: RedLineCrossed, KindNameTaken."""
    names = [kind.key, kind.name_zh, kind.name_en, kind.counts_zh, kind.counts_en]
    refuse_red_lines(names, place_zh="资源类别的名称", place_en="the name of a kind of resource")
    with work(actor, Permission.MANAGE_ITEMS) as job:
        # Sheets name kinds by their words: two of one name could not be told apart.
        other = ResourceKind.objects.filter(name_zh=kind.name_zh).exclude(key=kind.key).first()
        if other is not None:
            raise KindNameTaken(name=kind.name_zh, key=other.key)
        ResourceKind(
            key=kind.key,
            name_zh=kind.name_zh,
            name_en=kind.name_en,
            counts_zh=kind.counts_zh,
            counts_en=kind.counts_en,
            is_active=kind.is_active,
        ).save()
        job.record_in_city(f"ledger.resourcekind:{kind.key}", name=kind.name_zh, is_active=kind.is_active)
