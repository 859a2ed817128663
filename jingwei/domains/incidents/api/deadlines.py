"""The board 看板 and the calendar of deadlines over HTTP: one reading, drawn in two ways."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Schema
from pydantic import BaseModel

from jingwei.domains.clocks.contracts import Colour
from jingwei.domains.incidents.api import schemas as io
from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.api.shaping import rows_out
from jingwei.domains.incidents.queries.deadlines import Window, deadlines_of
from jingwei.domains.incidents.queries.filters import Filter
from jingwei.domains.incidents.rules.deadlines import MOST_COUNTED, STAGE_LABELS
from jingwei.domains.incidents.rules.lifecycle import STAGE_OF, Stage
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import Day, actor, operation
from jingwei.kernel.clock import now

Column = Literal["accept", "dispatch", "handle", "verify", "close"]
"""The columns of the board: the stages in which something is owed."""


class DeadlinesIn(Schema):
    """Filters as in the lists; ``due_from`` and ``due_to`` are days in the city, both included.

    ``stage`` and ``colour`` open a cell: the cards are then those of the cell, the counts stay.
    """

    area_code: io.AreaCode | None = None
    item: Annotated[str | None, Field(pattern=r"^(\d{2}|\d{4}|\d{6})$")] = None
    unit_id: UUID | None = None
    is_urgent: bool | None = None
    is_mine: bool = False
    due_from: Day | None = None
    due_to: Day | None = None
    stage: Column | None = None
    colour: Colour | None = None


class StageCountOut(BaseModel):
    stage: Column
    label: str
    label_en: str
    counts: dict[Colour, int]


class DayCountOut(BaseModel):
    on: date
    counts: dict[Colour, int]


class DeadlineCardOut(io.RowOut):
    """A matter of the board, and in which of its columns it stands."""

    stage: Column


class DeadlinesOut(BaseModel):
    """``is_capped``: more are open than were counted; those with the nearest deadline were."""

    at: datetime
    stages: list[StageCountOut]
    days: list[DayCountOut]
    cards: list[DeadlineCardOut]
    total: int
    most: int
    is_capped: bool


@operation(
    router,
    "GET",
    "/deadlines",
    "getDeadlines",
    Permission.READ_INCIDENT,
    response=DeadlinesOut,
)
def get_deadlines(request: HttpRequest, wanted: Query[DeadlinesIn]) -> DeadlinesOut:
    """What is open, by stage and colour and by the day on which it is due, with the first of each stage."""
    at = now()
    narrowed = Filter(
        area_code=wanted.area_code,
        item=wanted.item,
        unit_id=wanted.unit_id,
        is_urgent=wanted.is_urgent,
        is_mine=wanted.is_mine,
        is_open=True,
    )
    stage = Stage(wanted.stage) if wanted.stage else None
    window = Window(wanted.due_from, wanted.due_to, stage, wanted.colour)
    found = deadlines_of(actor(request), narrowed, window, at=at)
    days = sorted({on for on, _ in found.days})
    return DeadlinesOut(
        at=at,
        stages=[
            StageCountOut(
                stage=one.value,
                label=label,
                label_en=label_en,
                counts={hue: n for (stage, hue), n in found.stages.items() if stage is one},
            )
            for one, (label, label_en) in STAGE_LABELS.items()
        ],
        days=[
            DayCountOut(on=on, counts={hue: n for (one, hue), n in found.days.items() if one == on})
            for on in days
        ],
        cards=[
            DeadlineCardOut.model_construct(**row.__dict__, stage=STAGE_OF[row.state].value)
            for row in rows_out(found.cards, at=at)
        ],
        total=found.total,
        most=MOST_COUNTED,
        is_capped=found.is_capped,
    )
