"""Setting the city's grid standard."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from jingwei.foundation.access.contracts import ANYWHERE, Actor, Permission
from jingwei.foundation.areas.queries import city_codes
from jingwei.foundation.territory.models import Limit, Standard
from jingwei.foundation.territory.queries.standard import standard_days
from jingwei.foundation.territory.rules.codes import kind_fits
from jingwei.foundation.territory.rules.features import LAYER_NAMES, Limits
from jingwei.foundation.territory.rules.refusals import CityOnly, DayNotLater, KindUnfit, LimitsReversed
from jingwei.foundation.work import work


def set_standard(
    actor: Actor, *, valid_from_on: date, basis: str, limits: Sequence[Limits], at: datetime
) -> Standard:
    """Set the limits that are in force from a day on; what was before stays to be read.

    A standard whose day is to come may be set anew. Raises: CityOnly; KindUnfit; LimitsReversed; DayNotLater.
    """
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        if actor.scope != ANYWHERE and actor.scope not in city_codes():
            raise CityOnly
        _require_sound(limits)
        days = standard_days()
        later = [day for day in days if day > valid_from_on]
        if later:
            raise DayNotLater(after=later[-1].isoformat())
        Standard.objects.filter(valid_from_on=valid_from_on).delete()
        standard = Standard(valid_from_on=valid_from_on, basis=basis, set_by_name=actor.name, set_at=at)
        standard.save(force_insert=True)
        Limit.objects.bulk_create([_row(standard, one) for one in limits])
        area = actor.scope if actor.scope != ANYWHERE else next(iter(city_codes()), "")
        job.record_in_area(
            "territory.standard", area, act="set", valid_from_on=valid_from_on, limits=len(limits)
        )
    return standard


def _require_sound(limits: Sequence[Limits]) -> None:
    often = Counter((one.layer, one.kind) for one in limits)
    for one in limits:
        if not kind_fits(one.layer, one.kind):
            raise KindUnfit
        pairs = ((one.min_area_m2, one.max_area_m2), (one.min_households, one.max_households))
        is_reversed = any(low is not None and high is not None and low > high for low, high in pairs)
        if is_reversed or often[one.layer, one.kind] > 1:
            zh, en = LAYER_NAMES[one.layer]
            raise LimitsReversed(layer=zh, layer_en=en)


def _row(standard: Standard, one: Limits) -> Limit:
    return Limit(
        standard=standard,
        layer=one.layer.value,
        kind=one.kind.value,
        min_area_m2=one.min_area_m2,
        max_area_m2=one.max_area_m2,
        min_households=one.min_households,
        max_households=one.max_households,
        is_strict=one.is_strict,
    )
