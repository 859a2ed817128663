"""What is one's own: the list of today, and one's own figures with the list behind each."""

from datetime import datetime
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Query, Schema
from pydantic import BaseModel

from jingwei.domains.incidents.api import schemas as io
from jingwei.domains.incidents.api.parts import operation_of
from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.api.shaping import rows_out
from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.queries.figures import own_figures, rows_behind
from jingwei.domains.incidents.queries.today import TodayRow, today_of
from jingwei.domains.incidents.rules.figures import LONGEST_DAYS, Figure, FigureKey
from jingwei.domains.incidents.rules.lifecycle import ACTION_LABELS
from jingwei.domains.incidents.rules.today import WHY_LABELS, Why
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now
from jingwei.kernel.geo import Datum, position

P = Permission
Days = Annotated[int, Field(ge=1, le=LONGEST_DAYS)]


class HereIn(Schema):
    """Where the reader stands, if they say so: it orders the list and is not kept."""

    lon: Annotated[float | None, Field(ge=-180, le=180)] = None
    lat: Annotated[float | None, Field(ge=-90, le=90)] = None
    datum: Datum = Datum.WGS84


class TodayActionOut(BaseModel):
    """What would carry it on."""

    action: Action
    label: str
    label_en: str
    operation_id: str


class TodayRowOut(io.RowOut):
    """A matter of the list of today, and why it stands where it stands."""

    why: Why
    why_label: str
    why_label_en: str
    distance_m: float | None
    lon: float | None
    lat: float | None
    is_extension_asked: bool
    is_question_asked: bool
    next_actions: list[TodayActionOut]


class TodayOut(BaseModel):
    """``waiting`` for this post, the most pressing first; ``watched`` is somebody else's turn."""

    at: datetime
    waiting: list[TodayRowOut]
    watched: list[TodayRowOut]
    is_capped: bool
    done_today: int


class FigureOut(BaseModel):
    """One own figure, the same of the days before, and how it is computed. ``of``: what it is a part of."""

    key: FigureKey
    label: str
    label_en: str
    how: str
    how_en: str
    count: int
    of: int | None
    before: int
    before_of: int | None


class OwnFiguresOut(BaseModel):
    days: int
    figures: list[FigureOut]


@operation(router, "GET", "/today", "getToday", P.READ_INCIDENT, response=TodayOut)
def get_today(request: HttpRequest, here: Query[HereIn]) -> TodayOut:
    """What waits for one's post and what it watches: first what presses, then what is near, then by deadline."""
    at = now()
    spot = None
    if here.lon is not None and here.lat is not None:
        spot = position(here.lon, here.lat, datum=here.datum)
    today = today_of(actor(request), at=at, here=spot)
    return TodayOut(
        at=at,
        waiting=_today_rows(today.waiting, at),
        watched=_today_rows(today.watched, at),
        is_capped=today.is_capped,
        done_today=today.done_today,
    )


@operation(router, "GET", "/me/figures", "getOwnFigures", P.READ_INCIDENT, response=OwnFiguresOut)
def get_own_figures(request: HttpRequest, days: Days = 30) -> OwnFiguresOut:
    """One's own figures in one's present post. Nobody else's, and no order of persons."""
    figures, before = own_figures(actor(request), days=days, at=now())
    return OwnFiguresOut(
        days=days,
        figures=[_figure(one, earlier) for one, earlier in zip(figures, before, strict=True)],
    )


@operation(router, "GET", "/me/figures/rows", "listOwnFigure", P.READ_INCIDENT, response=list[io.RowOut])
def list_own_figure(request: HttpRequest, figure: FigureKey, days: Days = 30) -> list[io.RowOut]:
    """The matters behind one of one's own figures, the latest first, 200 at most."""
    at = now()
    return rows_out(rows_behind(actor(request), figure, days=days, at=at), at=at)


def _figure(one: Figure, before: Figure) -> FigureOut:
    return FigureOut(
        key=one.rule.key,
        label=one.rule.label,
        label_en=one.rule.label_en,
        how=one.rule.how,
        how_en=one.rule.how_en,
        count=one.count,
        of=one.of,
        before=before.count,
        before_of=before.of,
    )


def _today_rows(found: list[TodayRow], at: datetime) -> list[TodayRowOut]:
    shown = []
    for row, plain in zip(found, rows_out([one.incident for one in found], at=at), strict=True):
        place = row.incident.position
        has_place = place is not None and not place.empty
        label, label_en = WHY_LABELS[row.why]
        shown.append(
            TodayRowOut(
                **plain.__dict__,
                why=row.why,
                why_label=label,
                why_label_en=label_en,
                distance_m=None if row.distance_m is None else round(row.distance_m),
                lon=place.x if has_place else None,
                lat=place.y if has_place else None,
                is_extension_asked=row.is_extension_asked,
                is_question_asked=row.is_question_asked,
                next_actions=[
                    TodayActionOut(
                        action=move.action,
                        label=ACTION_LABELS[move.action][0],
                        label_en=ACTION_LABELS[move.action][1],
                        operation_id=operation_of(move.action),
                    )
                    for move in row.moves
                ],
            )
        )
    return shown
