"""Taking back what an import brought in, as long as nobody has touched it or put anything on it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from jingwei.domains.dwellings.contracts import BUILDING, HOUSE
from jingwei.domains.dwellings.models import Building, BuildingChange, House, HouseChange
from jingwei.domains.dwellings.queries.hooks import used_by
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.imports.contracts import Fault
from jingwei.foundation.work import work

KEPT = Fault(
    None,
    "登记后已有修改，或已有房屋、人口登记在这里，不能撤销",
    "changed since, or houses or people stand on it; it is kept",
)


def take_back(actor: Actor, things: type[Building] | type[House], targets: Sequence[str]) -> dict[str, Fault]:
    """What was touched since is kept, and told with the reason."""
    is_building = things is Building
    kind, name = (BUILDING, "building") if is_building else (HOUSE, "house")
    log: Any = BuildingChange if is_building else HouseChange
    ids = {UUID(target.rpartition(":")[2]): target for target in targets}
    with work(actor, Permission.KEEP_DWELLINGS) as job:
        rows = things.objects.visible_to(actor).select_for_update()
        untouched = set(rows.filter(pk__in=ids, version=1).values_list("pk", flat=True))
        if is_building:
            houses = House.objects.unscoped("of buildings that are to be taken back")
            untouched -= set(houses.filter(building_id__in=untouched).values_list("building_id", flat=True))
        untouched = {one for one in untouched if not used_by(actor, kind, one)}
        log.objects.filter(**{f"{name}_id__in": untouched}).delete()
        things.objects.visible_to(actor).filter(pk__in=untouched).delete()
        job.record_own(f"{kind}:undo", undone=len(untouched), kept=len(ids) - len(untouched))
    return {target: KEPT for pk, target in ids.items() if pk not in untouched}
