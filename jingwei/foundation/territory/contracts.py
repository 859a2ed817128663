"""What upkeep of the territory tells others."""

from dataclasses import dataclass
from uuid import UUID

from jingwei.foundation.events.contracts import Event


@dataclass(frozen=True, slots=True)
class DivisionPublished(Event):
    """New outlines are in force in an area from a day on, or former ones again; its rows are about to follow."""

    publication_id: UUID
    area_code: str
    on: str


@dataclass(frozen=True, slots=True)
class RowsMoved(Event):
    """Every row of an area has followed its ground."""

    publication_id: UUID
    area_code: str
    on: str


@dataclass(frozen=True, slots=True)
class PublicationFailed(Event):
    """A publication could not come into force on its day; its draft is open again."""

    publication_id: UUID
    area_code: str
