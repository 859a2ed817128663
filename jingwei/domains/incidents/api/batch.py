"""One action on many incidents over HTTP, answered row by row."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from pydantic import BaseModel, ConfigDict, Field, model_validator

from jingwei.domains.incidents.api import schemas as io
from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.rules.batches import BATCH_ACTIONS, LARGEST_BATCH
from jingwei.domains.incidents.rules.lifecycle import MOVES, STATE_LABELS, Need
from jingwei.domains.incidents.services.batch import Chosen, Given, RowResult, act_together
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import Body, operation
from jingwei.kernel.clock import now

TogetherAction = StrEnum("TogetherAction", {one.name: one.value for one in BATCH_ACTIONS})  # type: ignore[misc]
NEEDED = {Need.UNIT: "unit_id", Need.ASSIGNEE: "post_id", Need.UNTIL: "until"}
"""What would be missing for every row alike is refused before any is touched; remarks and items are the rows' own."""


class ChosenIn(Body):
    """An incident and the version that was seen."""

    model_config = ConfigDict(extra="forbid")

    id: UUID
    version: Annotated[int, Field(ge=1, le=2_000_000_000)]


class TogetherIn(Body):
    """``batch_id`` is made by the client: sending the same batch again does nothing twice."""

    model_config = ConfigDict(extra="forbid")

    batch_id: UUID
    action: TogetherAction
    rows: Annotated[list[ChosenIn], Field(min_length=1, max_length=LARGEST_BATCH)]
    remark: io.Remark = ""
    item_code: io.ItemCode = ""
    unit_id: UUID | None = None
    post_id: UUID | None = None
    handle_limit: io.LimitText = ""
    until: io.Moment | None = None

    @model_validator(mode="after")
    def _each_once_and_nothing_missing(self) -> "TogetherIn":
        if len({one.id for one in self.rows}) < len(self.rows):
            raise ValueError("an incident is named twice")
        action = Action(self.action.value)
        needs = {need for move in MOVES if move.action is action for need in move.needs}
        missing = [NEEDED[need] for need in needs & NEEDED.keys() if getattr(self, NEEDED[need]) is None]
        if missing:
            raise ValueError(f"{self.action.value} needs {', '.join(sorted(missing))}")
        return self

    def given(self) -> Given:
        return Given(
            remark=self.remark,
            item_code=self.item_code,
            unit_id=self.unit_id,
            post_id=self.post_id,
            handle_limit=self.handle_limit,
            until=self.until,
        )


class RowRefusalOut(BaseModel):
    """Why nothing was done to this one, as a refusal of the single operation would say it."""

    code: str
    message: str
    message_en: str
    status: int
    data: dict[str, Any]


class TogetherRowOut(BaseModel):
    """What became of one: its version and state now, or the refusal."""

    id: UUID
    is_done: bool
    version: int | None
    state: State | None
    state_label: str
    state_label_en: str
    refusal: RowRefusalOut | None


class TogetherOut(BaseModel):
    batch_id: UUID
    at: datetime
    done: int
    refused: int
    rows: list[TogetherRowOut]


@operation(
    router,
    "POST",
    "/incidents/batch",
    "actTogether",
    Permission.READ_INCIDENT,
    response=TogetherOut,
    opens_eyes=False,
)
def act_on_many(request: HttpRequest, body: TogetherIn) -> TogetherOut:
    """Do one action to up to fifty incidents: each row for itself, and safe to send again."""
    at = now()
    chosen = [Chosen(one.id, one.version) for one in body.rows]
    results = act_together(
        request.auth,  # type: ignore[attr-defined]
        body.batch_id,
        Action(body.action.value),
        chosen,
        body.given(),
        at=at,
    )
    rows = [_row(one) for one in results]
    done = sum(row.is_done for row in rows)
    return TogetherOut(batch_id=body.batch_id, at=at, done=done, refused=len(rows) - done, rows=rows)


def _row(result: RowResult) -> TogetherRowOut:
    state = State(result.state) if result.state is not None else None
    zh, en = STATE_LABELS[state] if state else ("", "")
    refusal = result.refusal
    return TogetherRowOut(
        id=result.incident_id,
        is_done=refusal is None,
        version=result.version,
        state=state,
        state_label=zh,
        state_label_en=en,
        refusal=RowRefusalOut(
            code=refusal.code,
            message=refusal.text,
            message_en=refusal.text_en,
            status=refusal.status,
            data={key: str(value) for key, value in refusal.data.items()},
        )
        if refusal
        else None,
    )
