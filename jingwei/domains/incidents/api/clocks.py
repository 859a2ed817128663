"""The clocks of a matter, its clock ledger 时间账, and answering its warnings."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Schema

from jingwei.domains.clocks.contracts import Answerer, Colour, WarningColour
from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.models import ClockWarning
from jingwei.domains.incidents.queries.clocks import ClockLedger, ledger_for, may_answer
from jingwei.domains.incidents.queries.matter import incident_for
from jingwei.domains.incidents.rules.clock_ledger import Duty, OwnerKind
from jingwei.domains.incidents.rules.clocks import ClockName
from jingwei.domains.incidents.services.clock_warning import answer_warnings as answer
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.edge import Input, actor, operation
from jingwei.kernel.clock import now


class ClockOut(Schema):
    """首次响应、进展、办结三个时钟之一；暂停时没有截止时间。"""

    clock: ClockName
    limit: str
    started_at: datetime
    stopped_at: datetime | None
    due_at: datetime | None
    colour: Colour
    is_late: bool
    is_provisional: bool


class ClockEntryOut(Schema):
    owner: OwnerKind
    owner_key: str
    owner_name: str
    duty: Duty
    from_at: datetime
    until_at: datetime
    seconds: int
    working_seconds: int


class ClockTotalOut(Schema):
    owner: OwnerKind
    owner_key: str
    owner_name: str
    seconds: int
    working_seconds: int


class ClockWarningOut(Schema):
    """一次预警和它的答复。"""

    clock: ClockName
    colour: WarningColour
    due_at: datetime
    warned_at: datetime
    answered_by: Answerer
    answered_at: datetime | None
    answer_name: str
    answer: str


class ClockLedgerOut(Schema):
    """时间账：各段时间首尾相接，加起来正好是这件事的一生。"""

    clocks: list[ClockOut]
    entries: list[ClockEntryOut]
    totals: list[ClockTotalOut]
    seconds: int
    working_seconds: int
    warnings: list[ClockWarningOut]
    may_answer: bool


class WarningAnswerIn(Input):
    words: Annotated[str, Field(min_length=2, max_length=500)]


@operation(
    router,
    "GET",
    "/incidents/{incident_id}/clock-ledger",
    "getClockLedger",
    Permission.READ_INCIDENT,
    response=ClockLedgerOut,
    sees="incident",
)
def get_clock_ledger(request: HttpRequest, incident_id: UUID) -> ClockLedgerOut:
    """三个时钟、每段时间归谁、预警和答复。"""
    return _ledger(actor(request), incident_id)


@operation(
    router,
    "POST",
    "/incidents/{incident_id}/warning-answer",
    "answerWarnings",
    Permission.ANSWER_WARNING,
    response=ClockLedgerOut,
    sees="incident",
)
def answer_warnings(request: HttpRequest, incident_id: UUID, body: WarningAnswerIn) -> ClockLedgerOut:
    """答复这件事上等本岗位答复的全部预警。"""
    answer(actor(request), incident_id, words=body.words, at=now())
    return _ledger(actor(request), incident_id)


def _ledger(who: Actor, incident_id: UUID) -> ClockLedgerOut:
    incident = incident_for(who, incident_id)
    ledger = ledger_for(who, incident, at=now())
    return ClockLedgerOut(
        clocks=[ClockOut.from_orm(one) for one in ledger.clocks],
        entries=[
            ClockEntryOut(
                owner=one.stretch.owner.kind,
                owner_key=one.stretch.owner.key,
                owner_name=one.owner_name,
                duty=one.stretch.duty,
                from_at=one.stretch.from_at,
                until_at=one.stretch.until_at,
                seconds=one.seconds,
                working_seconds=one.working_seconds,
            )
            for one in ledger.entries
        ],
        totals=_totals(ledger),
        seconds=ledger.seconds,
        working_seconds=ledger.working_seconds,
        warnings=[_warning(one) for one in ledger.warnings],
        may_answer=may_answer(who, incident, ledger.warnings),
    )


def _totals(ledger: ClockLedger) -> list[ClockTotalOut]:
    return [
        ClockTotalOut(
            owner=one.owner.kind,
            owner_key=one.owner.key,
            owner_name=one.owner_name,
            seconds=one.seconds,
            working_seconds=one.working_seconds,
        )
        for one in ledger.totals
    ]


def _warning(row: ClockWarning) -> ClockWarningOut:
    return ClockWarningOut(
        clock=ClockName(row.clock),
        colour=WarningColour(row.colour),
        due_at=row.due_at,
        warned_at=row.warned_at,
        answered_by=Answerer(row.answered_by),
        answered_at=row.answered_at,
        answer_name=row.answer_name,
        answer=row.answer,
    )
