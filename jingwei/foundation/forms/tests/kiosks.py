"""A record of the demonstration's kind, without a table: recording writes into it, apps save theirs."""

from typing import Any

from django.db import models
from django.test.utils import isolate_apps

from jingwei.foundation.records import Change, Record, RecordDeed
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, MONDAY_10

with isolate_apps("jingwei.foundation.forms"):

    class Kiosk(Record):
        name = models.CharField(max_length=20)
        opened_on = models.DateField(null=True)

        class Meta:
            app_label = "forms"

    class KioskChange(Change):
        class Meta:
            app_label = "forms"


def kiosk(**columns: Any) -> Any:
    """One that is not stored yet."""
    return Kiosk(id=uuid7(), scope_code="4309", **columns)


def change(version: int, facts: dict[str, Any], *, by: str = CAST.lin.name) -> Any:
    """A line of its history."""
    return KioskChange(
        record_version=version,
        deed=RecordDeed.CHANGED,
        at=MONDAY_10,
        actor_name=by,
        source="phone",
        facts=facts,
    )
