"""Versions that come into force on a day: one is open at a time, and a coming one can be taken back."""

from datetime import date, datetime
from typing import Any

from django.db.models import Model

from jingwei.domains.routing.rules.refusals import CannotWithdraw
from jingwei.domains.routing.rules.versions import refuse_bad_start
from jingwei.kernel.clock import local


def begin_version(opened: Any, valid_from_on: date, *, at: datetime) -> None:
    """End the open version of the same table on that day and save this one as the open one. Raises: StartRefused."""
    table: type[Model] = type(opened)
    rows: list[Any] = list(table._default_manager.select_for_update())
    present = next((row for row in rows if row.valid_from_on and not row.valid_to_on), None)
    refuse_bad_start(
        valid_from_on, today=local(at).date(), open_from_on=present.valid_from_on if present else None
    )
    if present is not None:
        present.valid_to_on = valid_from_on
        present.save()
    opened.valid_from_on = valid_from_on
    opened.save()


def withdraw_version(coming: Any, *, at: datetime) -> date:
    """Make a version that is not in force yet a draft again; the one before it goes on. Returns the day it had.

    Raises: CannotWithdraw.
    """
    began: date | None = coming.valid_from_on
    if began is None or began <= local(at).date() or coming.valid_to_on is not None:
        raise CannotWithdraw(name=coming.name)
    before: Any = type(coming)._default_manager.filter(valid_to_on=began).first()
    coming.valid_from_on = None
    coming.save()
    if before is not None:
        before.valid_to_on = None
        before.save()
    return began
