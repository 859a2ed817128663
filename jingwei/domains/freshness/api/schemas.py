"""What freshness takes and gives over HTTP."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema

from jingwei.foundation import edge

AreaCode = Annotated[str, Field(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")]


class CollectionsIn(Schema):
    area_code: AreaCode | None = None
    cursor: str | None = None
    size: Annotated[int, Field(ge=1, le=100)] = 50


class MarkCollectedIn(edge.Input):
    deed: Literal["confirm", "absent"]
    item_ids: Annotated[list[UUID], Field(min_length=1, max_length=500)]


class PlanCollectionIn(edge.Input):
    area_code: AreaCode


class FreshnessIn(Schema):
    area_code: AreaCode | None = None


class CollectedRecordOut(Schema):
    """One record at a door. ``state``: open, absent or confirmed; the last two are of today."""

    item_id: UUID
    kind: str
    kind_zh: str
    kind_en: str
    record_id: UUID
    label: str
    due_on: date
    seen_at: datetime
    state: Literal["open", "absent", "confirmed"]
    again_on: date | None


class DoorOut(Schema):
    """One door; without a label the building itself."""

    key: str
    label: str
    house_id: UUID | None
    records: list[CollectedRecordOut]


class CollectionRowOut(Schema):
    """A building, or a door in the street, with how much is left and what was done today."""

    id: UUID
    address: str
    building_id: UUID | None
    area_code: str
    area_name: str
    open: int
    done: int
    absent: int
    oldest_on: date | None


class CollectionOut(CollectionRowOut):
    doors: list[DoorOut]


class CollectionPageOut(Schema):
    rows: list[CollectionRowOut]
    next_cursor: str | None


class CollectionPlannedOut(Schema):
    """How many records were given out, how many left tasks by themselves, and in how many grids nobody goes round."""

    grids: int
    given: int
    left: int
    unheld: int


class KindFreshnessOut(Schema):
    kind: str
    title_zh: str
    title_en: str
    records: int
    fresh: int


class AreaFreshnessOut(Schema):
    area_code: str
    area_name: str
    has_below: bool
    records: int
    fresh: int
    kinds: list[KindFreshnessOut]


class FreshnessOut(Schema):
    """How fresh the records of an area are, one level down; ``counted_on`` is the day the numbers are of."""

    area_code: str
    counted_on: date | None
    records: int
    fresh: int
    kinds: list[KindFreshnessOut]
    areas: list[AreaFreshnessOut]
