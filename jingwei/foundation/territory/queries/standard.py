"""The city's grid standard as it was on any day."""

from datetime import date

from jingwei.foundation.areas.contracts import AreaKind, Layer
from jingwei.foundation.territory.models import Limit, Standard
from jingwei.foundation.territory.rules.features import Limits


def standard_on(on: date) -> Standard | None:
    """The standard in force on a day; None before the first one."""
    return Standard.objects.filter(valid_from_on__lte=on).order_by("-valid_from_on").first()


def standard_days() -> list[date]:
    """The days on which standards began, the oldest first."""
    return list(Standard.objects.order_by("valid_from_on").values_list("valid_from_on", flat=True))


def limits_of(standard: Standard) -> list[Limits]:
    """What a standard says, layer by layer."""
    order = {layer.value: n for n, layer in enumerate(Layer)}
    rows = sorted(Limit.objects.filter(standard=standard), key=lambda row: (order[row.layer], row.kind))
    return [
        Limits(
            Layer(row.layer),
            AreaKind(row.kind),
            row.min_area_m2,
            row.max_area_m2,
            row.min_households,
            row.max_households,
            row.is_strict,
        )
        for row in rows
    ]


def limits_on(on: date) -> dict[tuple[Layer, AreaKind], Limits]:
    """The limits in force on a day, by layer and kind."""
    standard = standard_on(on)
    return {(one.layer, one.kind): one for one in limits_of(standard)} if standard else {}
