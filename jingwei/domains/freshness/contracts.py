"""Freshness 鲜活度 as the house speaks of it: how a collection task stands, and what is asked of a kind of record."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from enum import IntEnum
from typing import Protocol
from uuid import UUID

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.forms.contracts import RecordAtDoor


class ItemState(IntEnum):
    """Where one record of a collection task stands."""

    OPEN = 10  # 待核实
    ABSENT = 20  # 家中无人
    CONFIRMED = 70  # 核实无变化
    LEFT = 80  # 已在别处核实或变更，或不再使用


class FreshKind(Protocol):
    """One kind of record that is to be seen again after a while. Asked with the eyes of whoever is named."""

    @property
    def key(self) -> str:
        """The key of its form."""

    def due(
        self, actor: Actor, scope_code: str, *, on: date, after: tuple[date, UUID] | None, size: int
    ) -> Sequence[RecordAtDoor]:
        """What is due in one grid, the oldest first; by keyset of the day and the id."""

    def standing(self, actor: Actor, ids: Collection[UUID]) -> Sequence[RecordAtDoor]:
        """Those of some records that are within sight and in use."""

    def counts(
        self, actor: Actor, scope_codes: Collection[str], *, on: date
    ) -> Mapping[str, tuple[int, int]]:
        """By grid: how many records have a period, and how many of them are not due."""

    def confirm(self, actor: Actor, ids: Sequence[UUID], *, source: str, at: datetime) -> None:
        """They were looked at and nothing has changed: in the record's own history, by its own permission."""
