"""Fields that are asked of everybody and that nobody makes use of."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.forms.contracts import Field, RecordKind
from jingwei.foundation.forms.models import FieldUse
from jingwei.foundation.forms.queries.registry import all_kinds
from jingwei.foundation.forms.queries.standing import form_of
from jingwei.foundation.privacy.queries import looks_by_field
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import BEIJING

UNUSED_DAYS = 90
COUNTER = system_actor("表单使用情况")


@dataclass(frozen=True, slots=True)
class UnusedField:
    """A required field that has been filled in for longer than ``UNUSED_DAYS`` and not used for as long."""

    kind: RecordKind
    field: Field
    given: int
    first_given_on: date
    last_given_on: date
    last_used_on: date | None


def unused_fields(*, on: date) -> list[UnusedField]:
    """By kind and in the order of its form. Used is: looked at in the clear, searched or filtered by, taken along."""
    since = on - timedelta(days=UNUSED_DAYS)
    first, last = (datetime.combine(day, time(0), BEIJING) for day in (since, on + timedelta(days=1)))
    with eyes(COUNTER):
        looked_at = looks_by_field(since=first, until=last)
    counted = {(row.kind, row.key): row for row in FieldUse.objects.filter(first_given_on__lte=since)}
    found = []
    for kind in all_kinds():
        for field in form_of(kind.key, on=on).fields:
            row = counted.get((kind.key, field.key))
            if row is None or not field.is_required or row.first_given_on is None:
                continue
            if f"{kind.key}.{field.key}" in looked_at:
                continue
            if row.last_used_on is None or row.last_used_on < since:
                found.append(
                    UnusedField(
                        kind,
                        field,
                        row.given,
                        row.first_given_on,
                        row.last_given_on or row.first_given_on,
                        row.last_used_on,
                    )
                )
    return found
